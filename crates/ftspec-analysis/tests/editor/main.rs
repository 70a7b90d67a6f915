//! What an editor asks, tried on small texts with a mark where the cursor is.

mod actions;
mod completions;
mod formatting;
mod names;
mod outline;
mod remarks;
mod words;

use ftspec_analysis::{Config, Date, Lang};
use ftspec_syntax::{Edit, Span};

/// The day on which the tests live.
fn config() -> Config {
    Config { today: Some(Date::constant(2026, 11, 21)), ..Config::default() }
}

/// The same in Chinese.
fn chinese() -> Config {
    Config { lang: Lang::Zh, ..config() }
}

/// Takes the mark `|` out of a text and tells where it stood.
fn marked(text: &str) -> (String, u32) {
    let at = text.find('|').expect("a mark");
    (text.replacen('|', "", 1), at as u32)
}

/// Takes the marks `⟨` and `⟩` out of a text and tells what stood between them.
fn between(text: &str) -> (String, Span) {
    let start = text.find('⟨').expect("an opening mark");
    let plain = text.replacen('⟨', "", 1);
    let end = plain.find('⟩').expect("a closing mark");
    (plain.replacen('⟩', "", 1), Span::new(start as u32, end as u32))
}

/// The text with edits applied; they must be disjoint and in order.
fn applied(text: &str, edits: &[Edit]) -> String {
    for pair in edits.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "in order and apart: {pair:?}");
    }
    ftspec_analysis::fixes::apply(text, edits)
}

/// A plan with a bit of everything.
const PLAN: &str = r#"spec "Refund replies in the house tone"

owner: "support-ml@example.com"

goal {
  kind:   style
  cause:  behavior
  today:  "Agents rewrite 31% of the replies."
  target: "Every reply is calm, with one next step."
}

behavior order_first {
  must:  "open with the order state"
  never: "promise an amount"
}

behavior calm {
  must: "stay in the second person"
}

baseline prompt_v7 {
  method:   few_shot
  attempts: 7
  readings {
    tone:    71%
    facts:   96%
    promise: 4%
  }
}

data tickets {
  role:     train
  path:     "data/tickets.jsonl"
  examples: 8_200
  labeling {
    guide: "docs/labeling.md"
  }
}

data held_out {
  role:     test
  path:     ["data/held_out.jsonl", "data/more/*.jsonl"]
  examples: 600
}

method {
  base_model: "Qwen2.5-7B-Instruct"
  parameters {
    learning_rate: 1e-4
    epochs:        3
  }
}

eval {
  metric tone {
    measures: style
    method:   rubric
    judge:    human
    covers:   [calm]
  }
  metric facts { measures: judgement, method: exact_match, on: held_out, covers: [order_first] }
  metric promise { method: violation_rate, judge: human, on: held_out }
  require tone >= 90%
  guard facts >= baseline
  guard promise <= 1%
  watch tone
}

risk {
  tier:   high
  domain: customer_service
  fallback agent {
    action:      human
    enforced_by: workflow
  }
}

stop {
  when any guard fails                         then freeze
  when tone gains < 1% over 2 rounds           then fix_data
  when rounds >= 5 or spend >= 400usd          then drop
}

round r1 {
  date:    2026-11-02
  purpose: "teach multi-turn tone"
  changes: [learning_rate, tickets, tone]
  spend:   60usd
  readings {
    tone:    [84%, 85%, 83%]
    facts:   97%
    promise: 1%
  }
}

round r2 {
  purpose: "teach facts"
  spend:   50usd
  readings {
    tone:    86%
    facts:   95%
    promise: 2%
  }
}
"#;

/// The plan with the first occurrence of some text replaced; for putting a mark into it.
fn plan(from: &str, to: &str) -> String {
    assert!(PLAN.contains(from), "{from}");
    PLAN.replacen(from, to, 1)
}
