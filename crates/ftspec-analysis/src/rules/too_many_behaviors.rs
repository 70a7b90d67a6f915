//! More behaviours than one training can be held responsible for.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;
use ftspec_schema::BEHAVIOR;
use rust_decimal::prelude::ToPrimitive;

/// Beyond so many further behaviours the labels would hide the finding.
const MOST_LABELS: usize = 5;

/// `too-many-behaviors`
pub static RULE: Rule = Rule {
    code: "FT118",
    name: "too-many-behaviors",
    level: Level::Warn,
    route: Some(Route::Split),
    sources: &[Source::WhenNotToTune, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan lists more than five behaviours.",
            why: "Tuning fears nothing so much as a goal that spreads out. Every further behaviour wants its own share of \
              the examples, its own metric and its own edge cases, and each pulls at the same weights; what comes out \
              is a blurred average that does none of them steadily. A long list is mostly a sign that the problem has \
              not been taken apart yet: some of it is the goal, some belongs into the prompt, some is a rule that code \
              should keep. Published work shows the cost: abilities that are trained together conflict when data is \
              plentiful (Dong et al., 2024, How Abilities in LLMs are Affected by SFT Data Composition).",
            instead: "Keep the behaviours without which the goal is not reached. Let the prompt ask for what the model does \
                  anyway, let code keep the rules, and give a second goal a plan of its own.",
            accept_when: "The behaviours are cases of one habit, such as one tone in eight situations, and one metric \
                      moves with all of them.",
        },
        zh: Page {
            summary: "计划里的行为超过五个。",
            why: "微调非常怕目标发散。每多一个行为，就要多一份样例、多一个指标、多一批边界情况，而它们拉扯的是同一组参数；\
                  最后学到的往往是一个模糊的平均态，哪一个都不稳。单子列得长，多半说明问题还没有拆清楚：有的是目标本身，有\
                  的写进提示词就够了，有的是该由代码守住的规则。公开研究也看得到代价：数据一多，放在一起训练的能力会互相\
                  冲突（Dong 等，2024，How Abilities in LLMs are Affected by SFT Data Composition）。",
            instead: "只留下缺了它目标就达不到的行为。模型本来就会做的，让提示词去要求；规则让代码去守；第二个目标，另写一份\
                      计划。",
            accept_when: "这些行为其实是同一个习惯的不同场合，例如同一种语气用在八种情形里，一个指标就能反映全部。",
        },
        bad: r#"
behavior one_sentence { must: "one sentence a change", example { input: "FT-12 fix login", output: "Login works again." } }
behavior reader_first { must: "name the reader's gain", example { input: "FT-13 faster search", output: "Search answers twice as fast." } }
behavior calm { must: "no exclamation mark", example { input: "FT-14 new icons!", output: "The icons are new." } }
behavior present { must: "the present tense", example { input: "FT-15 added export", output: "Lists export to CSV." } }
behavior plain { must: "no internal name", example { input: "FT-16 port to K2", output: "Start-up takes a second." } }
behavior breaking_first { must: "open with what breaks", example { input: "FT-17 drop v1", output: "Version 1 of the interface is gone." } }

eval {
  coverage: full
  metric house_style {
    measures: style
    method:   rubric
    judge:    human
    on:       held_out
    covers:   [one_sentence, reader_first, calm, present, plain, breaking_first]
  }
  metric facts { measures: judgement, method: exact_match, on: held_out, covers: [breaking_first] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
behavior one_sentence { must: "one sentence a change", example { input: "FT-12 fix login", output: "Login works again." } }
behavior reader_first { must: "name the reader's gain", example { input: "FT-13 faster search", output: "Search answers twice as fast." } }
behavior breaking_first { must: "open with what breaks", example { input: "FT-17 drop v1", output: "Version 1 of the interface is gone." } }

eval {
  coverage: full
  metric house_style {
    measures: style
    method:   rubric
    judge:    human
    on:       held_out
    covers:   [one_sentence, reader_first, breaking_first]
  }
  metric facts { measures: judgement, method: exact_match, on: held_out, covers: [breaking_first] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[RuleOption {
        name: "maximum",
        default: figure(5, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "behaviours of one plan",
        zh: "一份计划最多写几个行为",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.behaviors().next()?;
    let maximum = found.option("maximum");
    let kept = maximum.to_usize().unwrap_or(usize::MAX);
    let mut further = spec.behaviors().skip(kept);
    let Some(first) = further.next() else {
        return if spec.knows_all(&BEHAVIOR) { JUDGED } else { None };
    };
    let count = spec.behaviors().count();
    let lang = found.lang();
    let mut report = found
        .wrong(first.place(), say!(lang, "{count} behaviours in one training", "一次微调要学 {count} 个行为"))
        .label(say!(lang, "more than {maximum} from here on", "从这里起超过 {maximum} 个"))
        .help(say!(
            lang,
            "keep what the goal cannot do without; leave the rest to the prompt, to code, or to a plan of its own",
            "只留下目标缺不了的；其余的交给提示词、代码，或者另写一份计划"
        ));
    for behavior in further.take(MOST_LABELS) {
        report = report.also(behavior.place(), say!(lang, "one more", "又一个"));
    }
    JUDGED
}
