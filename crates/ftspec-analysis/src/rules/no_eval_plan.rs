//! No evaluation: every further round changes the model, and nobody can say whether for the better.

use ftspec_schema::{EVAL, Role};

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `no-eval-plan`
pub static RULE: Rule = Rule {
    code: "FT401",
    name: "no-eval-plan",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune, Source::Practice],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The spec has no `eval` block, or one without a single metric.",
            why: "When a model disappoints, the first thought is more data and another round. What is missing is often \
              not training but judgement: which questions went better, which went worse, whether the change is there \
              again tomorrow, or whether one lucky answer was shown around. As long as nobody can answer that, each \
              round only makes the picture muddier. Written before the first round, a measure is also fair: no result \
              has to be defended yet.",
            instead: "Write down two metrics before anything is trained: one that would show the wanted change, one that \
                  would show the damage. Run both on the baseline first; if they cannot tell a good answer from a bad \
                  one there, they will not do so later.",
            accept_when: "Hardly ever: a trial of the training pipeline itself, whose model is deleted afterwards.",
        },
        zh: Page {
            summary: "计划里没有 `eval`，或者 `eval` 里一个指标也没有。",
            why: "模型效果不理想，第一反应往往是“再加点数据，再训一轮”。很多时候真正缺的不是训练，而是判断：哪些问题变好了，\
                  哪些反而变差了，变化明天还在不在，是不是只是一次偶然命中被拿来到处展示。这些问题答不上来，每多训一轮，\
                  只会把问题搅得更复杂。在第一轮之前就把衡量办法写下来，也最公平：那时还没有哪个结果需要辩护。",
            instead: "训练之前先写两个指标：一个看得出想要的变化，一个看得出造成的损害。先拿它们测一遍基线；在基线上都分不清\
                      好答案和坏答案的指标，以后也分不清。",
            accept_when: "几乎没有。除非只是试跑训练流程，训出来的模型随后就删。",
        },
        bad: r#"
eval {
  coverage: full
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    if spec.lacks(&EVAL) {
        let metrics = Metrics::of(spec, lang);
        let items: String = metrics.written.lines().map(|line| format!("  {line}\n")).collect();
        let question = lang.pick("Would you send this as it is?", "这条输出你会原样发出去吗？");
        let block = format!(
            "eval {{\n  coverage: full\n\n{items}\n  review {{ by: \"…\", samples: 100, \
             question: \"{question}\" }}\n}}"
        );
        found
            .unsaid(
                spec.header(),
                say!(lang, "nothing says how better and worse are told apart", "没有写明怎么分辨变好和变差"),
            )
            .label(say!(lang, "a plan without an `eval` block", "计划里没有 `eval`"))
            .help(metrics.help)
            .fix(
                say!(lang, "write an `eval` block", "写一个 `eval`"),
                Applicability::Template,
                vec![spec.file().insertion(&block)],
            );
        return JUDGED;
    }
    let eval = spec.eval()?;
    if eval.lacks_metrics() {
        let metrics = Metrics::of(spec, lang);
        found
            .unsaid(eval.keyword(), say!(lang, "the evaluation measures nothing", "这份评测什么也没有测"))
            .label(say!(lang, "no metric in here", "这里一个指标也没有"))
            .help(metrics.help)
            .fix(
                say!(lang, "write metrics", "写上指标"),
                Applicability::Template,
                vec![eval.node().insertion(&metrics.written)],
            );
        return JUDGED;
    }
    eval.metrics().next().map(|_| ())
}

/// What could be measured, as far as the rest of the plan tells.
struct Metrics {
    written: String,
    help: String,
}

impl Metrics {
    fn of(spec: &Spec, lang: Lang) -> Self {
        let test = spec.data().find(|data| data.has_role(Role::Test)).map(|data| data.name());
        let behavior = spec.behaviors().map(|behavior| behavior.name()).find(|name| !name.is_empty());
        // What a baseline was measured by has a name already.
        let readings = spec.baselines().find_map(|baseline| baseline.readings());
        let mut names: Vec<&str> =
            readings.iter().flat_map(|it| it.all()).map(|reading| reading.metric.value).collect();
        if names.len() < 2 {
            names = [&names[..], &["WANTED", "KEPT"][names.len()..]].concat();
        }
        let on = test.map_or(String::new(), |name| format!(", on: {name}"));
        let metric = |(at, name): (usize, &&str)| match at {
            0 => format!("metric {name} {{ measures: quality, method: rubric, judge: human{on} }}\n"),
            _ => format!("metric {name} {{ measures: judgement, method: exact_match{on} }}\n"),
        };
        let metrics: String = names.iter().enumerate().map(metric).collect();
        let guards: String = names[1..].iter().map(|name| format!("guard {name} >= baseline\n")).collect();
        let judged = match test {
            Some(name) => say!(lang, "on `{name}`", "在 `{name}` 上"),
            None => say!(lang, "on examples that are kept out of training", "在不参与训练的样例上"),
        };
        let wanted = match behavior {
            Some(name) => say!(lang, "`{name}` failed", "`{name}` 一旦失效"),
            None => say!(lang, "the behaviour failed", "想要的行为一旦失效"),
        };
        Self {
            written: format!("{metrics}require {} > baseline\n{guards}", names[0]),
            help: say!(
                lang,
                "write one metric that would notice if {wanted}, and one for what must not get worse, both judged \
                 {judged}",
                "写两个指标，都{judged}评：一个在{wanted}时看得出来，一个盯住不许变差的地方"
            ),
        }
    }
}
