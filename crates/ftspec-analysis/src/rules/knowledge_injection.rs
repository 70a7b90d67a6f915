//! Facts that are to be trained in instead of looked up.

use ftspec_prose::Label;
use ftspec_schema::{Changes, GoalKind, Source as FactSource, Stage};
use ftspec_syntax::Span;

use super::facts;
use super::wishes::{self, Said};
use crate::diagnostic::{Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Named, Spec};

/// `knowledge-injection`
pub static RULE: Rule = Rule {
    code: "FT201",
    name: "knowledge-injection",
    level: Level::Deny,
    route: Some(Route::Retrieval),
    sources: &[Source::WhenNotToTune, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Facts are to come out of the weights, so the training is to put them in.",
            why: "Tuning shapes behaviour; it is a poor way to teach facts. Most of what a model fails to answer it need \
              not remember, only find at the right moment. Facts that are trained in are dear to prepare, need another \
              training with every change, come out unreliably, and disturb what the model knew before. Examples with \
              new facts are learnt markedly slower than others, and once they are learnt the model invents more, in \
              step with their number (Gekhman et al., 2024, Does Fine-Tuning LLMs on New Knowledge Encourage \
              Hallucinations?). Retrieval beat unsupervised tuning throughout, for known facts and for new ones \
              (Ovadia et al., 2024, Fine-Tuning or Retrieval?). Two vendors of hosted tuning do say that it can add \
              facts; whoever relies on that should have measured retrieval first.",
            instead: "Bring the facts in with the call, by retrieval, by a tool or in the input, and train only how the \
                  answer is made from them.",
            accept_when: "Retrieval was tried and measured and fell short, the facts hold for as long as the model \
                      serves, and a wrong one does little harm.",
        },
        zh: Page {
            summary: "想让事实从权重里出来，也就是要靠训练把事实灌进去。",
            why: "微调擅长塑造行为，不擅长传授知识。模型答不出来的东西，大多并不需要“记住”，只要在合适的时候能“查到”。\
                  硬塞知识，数据准备成本高，每更新一次就要重新训练，效果不可控，还会污染模型原有的能力。实验显示，\
                  含有新事实的样例学得明显更慢；一旦学进去，幻觉随这类样例的数量线性上升（Gekhman 等，2024，Does \
                  Fine-Tuning LLMs on New Knowledge Encourage Hallucinations?）。无论是模型见过的事实还是新事实，检\
                  索都始终优于无监督微调（Ovadia 等，2024，Fine-Tuning or Retrieval?）。也有两家托管微调的厂商说微\
                  调可以补充事实；真要走这条路，至少应当先测过检索。",
            instead: "让事实随调用进来，用检索、工具或者直接放进输入；微调只负责教模型怎样根据事实作答。",
            accept_when: "已经试过检索并测出确实不够，这些事实在模型服役期间不会变，答错了也没有多大害处。",
        },
        bad: r#"
knowledge {
  source:  weights
  facts:   "product names and the versions that introduced them"
  changes: yearly
}
"#,
        good: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: yearly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          4
    on_conflict:    newest
    on_missing:     refuse
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let nothing_to_read = spec.knowledge().is_none() && spec.goal().is_none() && spec.method().is_none();
    if nothing_to_read && spec.behaviors().next().is_none() {
        return None;
    }
    let said_outright = outright(spec, found);
    let wishes = wishes::wishes(spec, Label::Knowledge, |_| true);
    let lang = found.lang();
    for wish in &wishes {
        let said = Said {
            headline: say!(lang, "facts are to be learnt instead of looked up", "事实要靠模型记住，而不是去查"),
            label: say!(lang, "a wish for facts in the weights", "想把事实训进权重"),
            help: say!(
                lang,
                "bring them in with each call (`retrieval`, `tools`, `input`), and say here how the model is to answer \
                 from them",
                "让事实随每次调用进来（`retrieval`、`tools`、`input`），这里只写模型该怎样根据它们作答"
            ),
            outright: said_outright.map(|span| (span, lang.pick("said outright here", "这里已经明写"))),
        };
        wish.report(said, found);
    }
    if said_outright.is_none() && wishes.is_empty() && is_in_doubt(spec) { None } else { JUDGED }
}

/// Whether something that could not be read may be what the rule looks for.
fn is_in_doubt(spec: &Spec) -> bool {
    spec.goals().any(|goal| goal.node().list("kind").is_broken())
        || spec.knowledge().is_some_and(|it| it.node().list("source").is_broken())
        || spec.method().is_some_and(|it| it.node().list("stage").is_broken())
}

/// Reports what attributes say, and gives the place of the first that does.
fn outright(spec: &Spec, found: &mut Findings) -> Option<Span> {
    let lang = found.lang();
    let knowledge = spec.knowledge().map(|knowledge| knowledge.node());
    let changes = knowledge.and_then(|node| node.word::<Changes>("changes").given());
    let moving = changes.filter(|changes| changes.value != Changes::Never);
    let facts = facts::named(knowledge, lang);
    let mut first = None;
    for goal in spec.goals() {
        for kind in goal.kinds().into_iter().filter(|kind| kind.value == GoalKind::Knowledge) {
            first = first.or(Some(kind.span));
            found
                .wrong(
                    kind.span,
                    say!(
                        lang,
                        "the goal is knowledge, which training does not reliably put in",
                        "目标是知识，而训练并不能可靠地把知识灌进去"
                    ),
                )
                .label(say!(lang, "facts as the goal of a training", "把事实当成训练目标"))
                .help(say!(
                    lang,
                    "look the facts up, and tune only how the model answers from them, if that is still needed then",
                    "先用检索把事实接进来；之后如果还有必要，只微调模型怎样根据事实作答"
                ));
        }
    }
    for source in spec.knowledge().into_iter().flat_map(|knowledge| knowledge.sources()) {
        if source.value == FactSource::Weights {
            first = first.or(Some(source.span));
            let report = found
                .wrong(
                    source.span,
                    say!(lang, "facts are to be remembered instead of looked up", "事实要靠模型记住，而不是去查"),
                )
                .label(say!(lang, "facts in the weights", "事实写进权重"))
                .help(say!(
                    lang,
                    "bring {facts} in with each call: `retrieval`, `tools`, `input` or `prompt`",
                    "让{facts}随每次调用进来：`retrieval`、`tools`、`input` 或 `prompt`"
                ));
            if let Some(changes) = moving {
                let pace = facts::pace(changes.value, lang);
                report.also(changes.span, say!(lang, "and they change {pace}", "而且{pace}都在变"));
            }
        }
    }
    let stages = spec.method().map(|method| method.stages()).unwrap_or_default();
    for stage in stages.into_iter().filter(|stage| stage.value == Stage::ContinuedPretraining) {
        if let Some(changes) = moving {
            first = first.or(Some(stage.span));
            pretraining(stage.span, changes, &facts, lang, found);
        }
    }
    first
}

fn pretraining(stage: Span, changes: Named<Changes>, facts: &str, lang: Lang, found: &mut Findings) {
    let pace = facts::pace(changes.value, lang);
    found
        .wrong(
            stage,
            say!(lang, "continued pretraining on facts that change {pace}", "事实{pace}都在变，却要拿来继续预训练"),
        )
        .label(say!(lang, "trains facts in, again after every change", "把事实训进去，每变一次就得再训一次"))
        .also(changes.span, say!(lang, "the facts do not stand still", "事实并非一成不变"))
        .help(say!(
            lang,
            "look up {facts}; continued pretraining suits a language or a field that stays as it is",
            "改用检索查{facts}即可；继续预训练适合的是不会变的语言或领域"
        ));
}
