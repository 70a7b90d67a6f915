//! More than one goal in one training: the model learns the average of them.

use super::phrases;
use crate::diagnostic::{Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{AskedIn, Spec};
use ftspec_prose::Label;
use ftspec_schema::Enumerated;
use ftspec_syntax::Span;

/// `multi-goal`
pub static RULE: Rule = Rule {
    code: "FT101",
    name: "multi-goal",
    level: Level::Deny,
    route: Some(Route::Split),
    sources: &[Source::WhenNotToTune, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "One training is to reach several goals at once.",
            why: "More professional, steadier, politer, fewer inventions and better reasoning too: teams ask this of one \
              training, and as a rule none of it gets solved. Goals that do not quite agree, put into the same \
              examples, teach the model a blurred average of them, and a change that helps one hides what it does to \
              the other. Tuning is at its best when it does one thing. Published work points the same way: abilities \
              trained together conflict when data is plentiful, and trained one after the other they are forgotten \
              (Dong et al., 2024, How Abilities in LLMs are Affected by SFT Data Composition), while adapters for one \
              narrow task each gained 34 points over their base model on average (Zhao et al., 2024, LoRA Land).",
            instead: "Keep the goal that hurts most today and give each of the others a spec of its own, with its own \
                  data, its own measures and its own point to stop. Often one of them turns out to need no training.",
            accept_when: "The goals cannot be told apart in an output: every example that shows one of them shows the \
                      other as well, and one metric moves with both.",
        },
        zh: Page {
            summary: "想用一次训练同时达到好几个目标。",
            why: "既要更专业，又要更稳，还要更有礼貌，同时减少幻觉，最好推理也强一点：很多团队这样要求一次微调，结\
                  果往往是一个问题都没有解决好。把几个不完全一致、甚至互相冲突的目标塞进同一批样例，模型只会学到一\
                  个模糊的平均态；改动对一个目标有好处，对另一个有什么坏处就看不见了。微调最适合做一件事。公开研究\
                  的结论也一致：数据一多，放在一起训练的能力会互相冲突，先后训练又会遗忘（Dong 等，2024，How \
                  Abilities in LLMs are Affected by SFT Data Composition）；而每个适配器只做一个小任务时，比基座平\
                  均提高 34 个百分点（Zhao 等，2024，LoRA Land）。",
            instead: "留下今天最痛的那个目标，其余的各写一份计划，各有各的数据、指标和停点。拆开之后常常会发现，其\
                      中有的根本不需要训练。",
            accept_when: "这些目标在输出里分不开：体现其中一个的样例必然体现另一个，而且一个指标会同时反映两者。",
        },
        bad: r#"
goal tone {
  kind:   style
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
  target: "Every note says in one calm sentence what changes for the reader."
}

goal shape {
  kind:   format
  cause:  behavior
  today:  "One note in ten breaks the changelog parser."
  target: "Every note is one Markdown list item."
}
"#,
        good: r#"
goal tone {
  kind:   style
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
  target: "Every note says in one calm sentence what changes for the reader."
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let first = spec.goal()?;
    let count = spec.goals().count();
    let lang = found.lang();
    for goal in spec.goals().skip(1) {
        found
            .wrong(
                goal.keyword(),
                say!(
                    lang,
                    "{count} goals in one plan, and one training serves one",
                    "一份计划里有 {count} 个目标，而一次训练只管一个"
                ),
            )
            .label(say!(lang, "another goal", "又一个目标"))
            .also(first.keyword(), say!(lang, "the first goal", "第一个目标"))
            .help(say!(
                lang,
                "give this goal a spec of its own, with its own data, measures and stop conditions",
                "给这个目标另写一份计划，配上自己的数据、指标和停止条件"
            ));
    }
    for goal in spec.goals() {
        let kinds = goal.kinds();
        let Some((main, others)) = kinds.split_first() else { continue };
        for kind in others {
            let (this, main_word) = (kind.value.word().name, main.value.word().name);
            found
                .wrong(
                    kind.span,
                    say!(
                        lang,
                        "the goal is {main_word} and {this} at once, and one training serves one",
                        "目标既是 `{main_word}` 又是 `{this}`，而一次训练只管一个"
                    ),
                )
                .label(say!(lang, "another kind of goal", "又一种目标"))
                .also(main.span, say!(lang, "the first kind", "第一种"))
                .help(say!(
                    lang,
                    "keep `kind: {main_word}` here, and give {this} a spec of its own",
                    "这里只留 `kind: {main_word}`，`{this}` 另写一份计划"
                ));
        }
    }
    // Where the attributes of a goal say it already, its target says nothing more.
    let told: HashSet<Span> = spec
        .goals()
        .filter(|goal| goal.kinds().len() > 1)
        .flat_map(|goal| goal.node().list("target").given().unwrap_or_default())
        .map(|element| element.span)
        .collect();
    for aims in phrases::by_string(spec, Label::MultiGoal, Some(AskedIn::Target)) {
        let Some((first, others)) = aims.split_first() else { continue };
        if told.contains(&first.string) {
            continue;
        }
        let count = aims.len();
        let headline = match others.len() {
            0 => say!(
                lang,
                "the target wants several things at once, and one training serves one aim",
                "target 一次想要好几样，而一次训练只管一件"
            ),
            _ => say!(
                lang,
                "the target names {count} aims of different kinds, and one training serves one",
                "target 里写了 {count} 件不同类的事，而一次训练只管一件"
            ),
        };
        let label = match others.len() {
            0 => say!(lang, "more than one aim", "不止一件事"),
            _ => say!(lang, "one aim", "一件事"),
        };
        let mut report = found.wrong(first.span, headline).label(label).prose_alone().help(say!(
            lang,
            "keep the aim that hurts most today, and give each of the others a spec of its own",
            "留下今天最痛的那一个，其余的各写一份计划"
        ));
        for aim in others {
            report = report.also(aim.span, say!(lang, "another aim", "又一件事"));
        }
    }
    if spec.goals().any(|goal| goal.kind().is_broken() || goal.target().is_broken()) { None } else { JUDGED }
}
