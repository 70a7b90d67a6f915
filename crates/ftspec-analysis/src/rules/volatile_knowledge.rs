//! Facts that move faster than the place where they are kept.

use ftspec_schema::{Changes, Enumerated, Source as FactSource};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_syntax::Edit;

/// `volatile-knowledge`
pub static RULE: Rule = Rule {
    code: "FT203",
    name: "volatile-knowledge",
    level: Level::Deny,
    route: Some(Route::Retrieval),
    sources: &[Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Facts change by the month or faster, and they come from the weights, a fixed prompt or nowhere.",
            why: "A fact in the weights needs a training each time it changes, and until that is done the model states the \
              old one without a doubt. A fixed prompt follows no better: somebody has to remember it, and nobody sees \
              that it is stale. What teams most like to train in, the rules for leave, the figures of the newest \
              product, this week's news, is what moves fastest; upkeep alone then makes looking it up the steadier \
              way. Retrieval also answered better than unsupervised tuning throughout, for known facts and for new \
              ones (Ovadia et al., 2024, Fine-Tuning or Retrieval?).",
            instead: "Bring these facts in with each call: `retrieval` from documents that are kept current, `tools` for \
                  live systems, `input` where the caller has the record. Tune only how the answer is made from them.",
            accept_when: "The prompt is written by a program from the current facts whenever they change, so that it never \
                      lags behind them.",
        },
        zh: Page {
            summary: "事实按月甚至更快地变动，来源却只有权重、固定提示词，或者根本没有来源。",
            why: "写进权重的事实每变一次就得重新训练一次，训练完成之前，模型会毫不迟疑地说出旧答案。写死在提示词里也好不了\
                  多少：总要有人记得去改，而过期了谁也看不出来。考勤制度、最新产品参数、新闻时事，恰恰是团队最想“训进去”\
                  的内容，也恰恰变得最快；单看维护成本，检索就更稳。公开实验里，无论是模型见过的事实还是新事实，检索都\
                  始终优于无监督微调（Ovadia 等，2024，Fine-Tuning or Retrieval?）。",
            instead: "让这些事实随每次调用进来：文档里的用 `retrieval`，业务系统里的用 `tools`，调用方手里就有的放进 \
                      `input`。微调只负责教模型怎样根据它们作答。",
            accept_when: "提示词由程序根据最新事实自动生成，事实一变就跟着更新，不会落后。",
        },
        bad: r#"
knowledge {
  source:  prompt
  facts:   "product names and the versions that introduced them"
  changes: weekly
}
"#,
        good: r#"
knowledge {
  source:  tools
  facts:   "product names and the versions that introduced them"
  changes: weekly
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let (knowledge, sources) = facts::sources(spec)?;
    let knowledge = knowledge.node();
    let changes = match knowledge.word::<Changes>("changes") {
        Field::Given(changes) => changes,
        Field::Missing => return JUDGED,
        Field::Broken => return None,
    };
    let stands_still =
        |source: FactSource| matches!(source, FactSource::Weights | FactSource::Prompt | FactSource::None);
    if changes.value < Changes::Monthly || !sources.iter().all(|source| stands_still(source.value)) {
        return JUDGED;
    }
    let lang = found.lang();
    let (pace, facts) = (facts::pace(changes.value, lang), facts::named(Some(knowledge), lang));
    let kept: Vec<String> = sources
        .iter()
        .filter(|source| source.value != FactSource::None)
        .map(|source| format!("`{}`", source.value.word().name))
        .collect();
    let headline = if kept.is_empty() {
        say!(
            lang,
            "the facts change {pace}, and no source brings them in",
            "事实{pace}都在变，却没有任何来源把它们带进来"
        )
    } else {
        let kept = kept.join(lang.pick(" and ", " 和 "));
        say!(lang, "the facts change {pace}, and {kept} cannot keep up", "事实{pace}都在变，{kept} 跟不上")
    };
    let mut report = found.wrong(changes.span, headline).label(say!(
        lang,
        "faster than a training or a fixed prompt",
        "比重新训练或改提示词都快"
    ));
    for source in &sources {
        let seen = match source.value {
            FactSource::Weights => say!(lang, "holds what was true at the training", "只记得训练时的说法"),
            FactSource::Prompt => say!(lang, "holds what was true when it was written", "只有写下那天的内容"),
            _ => say!(lang, "brings no facts in", "不带来任何事实"),
        };
        report = report.also(source.span, seen);
    }
    let report = report.help(say!(
        lang,
        "bring {facts} in with each call: `retrieval` from documents, `tools` from a live system, `input` from the caller",
        "让{facts}随每次调用进来：文档里的用 `retrieval`，业务系统里的用 `tools`，调用方已有的放进 `input`"
    ));
    if let Some(written) = knowledge.value_span("source") {
        let mut edits = vec![Edit::replace(written, "retrieval")];
        if knowledge.child(&ftspec_schema::RETRIEVAL).is_none() {
            edits.push(knowledge.insertion(facts::RETRIEVAL_TEMPLATE));
        }
        report.fix(say!(lang, "look them up", "改为检索"), Applicability::Template, edits);
    }
    JUDGED
}
