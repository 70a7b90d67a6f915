//! Everything that decides looks at how an answer is said, nothing at whether it is right.

use ftspec_schema::{Enumerated, Measures};

use super::evaluation::deciding;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `style-only-eval`
pub static RULE: Rule = Rule {
    code: "FT408",
    name: "style-only-eval",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Every metric that is required or guarded measures style or format.",
            why: "Training moves the tone first: answers flow better, sound more natural, more like a person who knows. \
              Whether they are right, and whether the model stops where it should, often does not move with it. An \
              evaluation that looks at style alone sees only the good half, and leads a model towards being \
              confidently wrong. People are no safer judges of this than figures: models that imitate a stronger one \
              copied its style well enough to convince raters, and closed little of the gap in ability (Gudibande et \
              al., 2023, The False Promise of Imitating Proprietary LLMs). This holds for a project about style too: \
              the style is what it wants, the facts are what it can lose.",
            instead: "Keep the style metric as the requirement, and guard one that looks at the content: facts kept, \
                  items decided rightly, limits held. It need not get better. It must not get worse unseen.",
            accept_when: "The text has no content that could be wrong, such as a fixed greeting in several tones, or \
                      whatever the model writes is checked by a program before anybody reads it.",
        },
        zh: Page {
            summary: "写进要求和护栏的指标，衡量的全是风格或格式。",
            why: "训练最先改变的是语气：更顺、更自然，更像“真人客服”。而事实对不对、该停的时候停不停，往往没有跟着变好。只看\
                  风格的评测，看到的永远是好的那一半，会把模型一步步推向“自信地错”。靠人看也不保险：模仿强模型的小模型把\
                  风格学得足以骗过评审，能力差距却几乎没有缩小（Gudibande 等，2023，The False Promise of Imitating \
                  Proprietary LLMs）。就算项目要的正是风格，也是如此：风格是想得到的，事实是可能失去的。",
            instead: "风格指标继续当要求，再给一个看内容的指标加上护栏：事实有没有保住，判断对不对，边界守没守住。它不必变好，\
                      但不能在没人看见的时候变差。",
            accept_when: "文本里没有可能出错的内容，比如几种语气的固定问候语；或者模型写的每一句都先由程序检查，再给人看。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: format, method: schema_valid, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
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
    let eval = spec.eval()?; // no-eval-plan speaks
    let looks_further = |measures: Field<Measures>| {
        measures.given().is_some_and(|measures| !matches!(measures, Measures::Style | Measures::Format))
    };
    let deciding = deciding(eval)?;
    if deciding.iter().any(|one| looks_further(one.metric.measures())) {
        return JUDGED;
    }
    let mut kinds = Vec::new();
    for one in &deciding {
        kinds.push(one.metric.measures().given()?.word().name); // what is not known may be what looks further
    }
    let first = deciding.first()?; // no-requirement and no-guard speak
    let lang = found.lang();
    let kind = kinds[0];
    let aside = eval.metrics().find(|metric| looks_further(metric.measures()));
    let (keyword, name) = (first.statement.keyword(), first.metric.name());
    let decides = keyword.of(spec.text());
    let mut report = found
        .wrong(
            first.metric.place(),
            match deciding.len() {
                1 => say!(
                    lang,
                    "the only metric that decides, `{name}`, looks at {kind} alone",
                    "起决定作用的只有 `{name}`，而它只看 `{kind}`"
                ),
                2 => say!(
                    lang,
                    "both metrics that decide look at style or format alone",
                    "起决定作用的两个指标都只看风格或格式"
                ),
                many => say!(
                    lang,
                    "all {many} metrics that decide look at style or format alone",
                    "起决定作用的 {many} 个指标都只看风格或格式"
                ),
            },
        )
        .label(say!(lang, "`{decides}`, and measures {kind}", "`{decides}` 用的是它，衡量的是 `{kind}`"));
    for (one, kind) in deciding.iter().zip(&kinds).skip(1).take(3) {
        report = report.also(one.metric.place(), say!(lang, "measures {kind}", "衡量的是 `{kind}`"));
    }
    let statement = aside.map(|metric| format!("guard {} {} baseline", metric.name(), worst(metric.better())));
    match (aside, statement) {
        (Some(metric), Some(statement)) => {
            let aside = metric.name();
            report
                .also(
                    metric.place(),
                    say!(lang, "looks at the content, and decides nothing", "它看内容，却什么也不决定"),
                )
                .help(say!(
                    lang,
                    "let something decide that looks at the content:\n  {statement}",
                    "让看内容的指标也起决定作用：\n  {statement}"
                ))
                .fix(
                    say!(lang, "guard `{aside}`", "给 `{aside}` 加护栏"),
                    Applicability::Unsafe,
                    vec![eval.node().insertion(&statement)],
                );
        }
        _ => {
            let on = first.metric.on().given().map_or(String::new(), |on| format!(", on: {}", on.value));
            let item =
                format!("metric CONTENT {{ measures: judgement, method: exact_match{on} }}\nguard CONTENT >= baseline");
            report
                .help(say!(
                    lang,
                    "guard one more metric that looks at the content: facts kept, decisions right, limits held",
                    "再加一个看内容的指标并设护栏：事实有没有保住，判断对不对，边界守没守住"
                ))
                .fix(
                    say!(lang, "guard the content", "给内容加护栏"),
                    Applicability::Template,
                    vec![eval.node().insertion(&item)],
                );
        }
    }
    JUDGED
}

/// The comparison that keeps a metric from getting worse than the baseline.
fn worst(better: ftspec_schema::Better) -> &'static str {
    match better {
        ftspec_schema::Better::Higher => ">=",
        ftspec_schema::Better::Lower => "<=",
    }
}
