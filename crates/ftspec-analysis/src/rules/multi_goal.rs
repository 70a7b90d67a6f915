//! More than one goal in one training: the model learns the average of them.

use crate::diagnostic::{Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::Enumerated;

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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    for goal in spec.goals().skip(1) {
        found
            .wrong(goal.keyword(), format!("{count} goals in one plan, and one training serves one"))
            .label("another goal")
            .also(first.keyword(), "the first goal")
            .help("give this goal a spec of its own, with its own data, measures and stop conditions");
    }
    for goal in spec.goals() {
        let kinds = goal.kinds();
        let Some((main, others)) = kinds.split_first() else { continue };
        for kind in others {
            let (this, main_word) = (kind.value.word().name, main.value.word().name);
            found
                .wrong(kind.span, format!("the goal is {main_word} and {this} at once, and one training serves one"))
                .label("another kind of goal")
                .also(main.span, "the first kind")
                .help(format!("keep `kind: {main_word}` here, and give {this} a spec of its own"));
        }
    }
    JUDGED
}
