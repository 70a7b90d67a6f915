//! Examples that are all of a kind.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure};
use crate::spec::{Data, Field, Spec};
use ftspec_schema::{CoversKind, Enumerated};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// `low-diversity`
pub static RULE: Rule = Rule {
    code: "FT310",
    name: "low-diversity",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A block of training data differs in fewer than three ways, or does not say in which.",
            why: "Where all examples are of one length, one tone and one topic, nothing tells the model which of \
                  these belongs to the behaviour and which is chance, so it learns them together. It then holds the \
                  tone on short polite questions and loses it on the first long angry one. More examples of the same \
                  kind do not help: Zhou et al., 2023, LIMA: Less Is More for Alignment, found that quality and \
                  variety of the prompts lift a model, and that quantity alone levels off. The richer the data, the \
                  further the behaviour carries.",
            instead: "Hold the data against real inputs: short and long ones, the ways in which people write, rare \
                      topics, cases near a limit, broken input. Fill the emptiest of these first, and write down in \
                      `covers` what the examples differ in.",
            accept_when: "Inputs are made by a program and really do differ in those ways alone.",
        },
        zh: Page {
            summary: "某块训练数据只在不到三个方面有变化，或者没有写明有哪些变化。",
            why: "样本全是一种长度、一种语气、一个主题时，模型无从知道哪些属于要学的行为，哪些只是碰巧，只好一起学进去。于是它在\
                  礼貌的短问题上守得住语气，遇到第一条又长又怒的消息就丢了。同类样本再多也没用：Zhou 等（2023，LIMA: Less Is \
                  More for Alignment）发现，提升模型的是数据的质量和提示的多样性，单靠数量很快就到顶。数据越丰富，模型越能泛化。",
            instead: "拿真实输入来对照：不同长度、不同文风、冷门主题、边界情况、残缺输入。先补最空的那一类，再把样本在哪些方面有变化\
                      写进 `covers`。",
            accept_when: "输入由程序生成，确实只在这几个方面有变化。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_800
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic, edge_case]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(3, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "different kinds named in `covers` of a train block",
        zh: "一个训练数据块的 `covers` 中不同种类的个数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        match data.node().list("covers") {
            Field::Missing => unsaid(data, found),
            Field::Broken => judged = None,
            Field::Given(_) => few(data, found),
        }
    }
    judged
}

fn name_of(kind: &CoversKind) -> &'static str {
    kind.word().name
}

/// Nothing is said at all.
fn unsaid(data: Data, found: &mut Findings) {
    let (lang, minimum) = (found.lang(), found.option("minimum"));
    if minimum <= Decimal::ZERO {
        return;
    }
    let name = data.name();
    let enough = minimum.ceil().to_usize().unwrap_or(usize::MAX);
    let kinds: Vec<&str> = CoversKind::ALL.iter().take(enough).map(name_of).collect();
    let all = lang.listed(CoversKind::ALL.iter().map(name_of));
    found
        .unsaid(
            data.place(),
            say!(
                lang,
                "nothing says in what the examples of `{name}` differ",
                "没有写明 `{name}` 的样本在哪些方面有变化"
            ),
        )
        .label(say!(lang, "no `covers`", "没有 `covers`"))
        .help(say!(
            lang,
            "look through fifty of them and write down what varies: {all}",
            "翻看五十条，写下有变化的方面：{all}"
        ))
        .fix(
            say!(lang, "say what varies", "写明哪些方面有变化"),
            Applicability::Template,
            vec![data.node().insertion(&format!("covers: [{}]", kinds.join(", ")))],
        );
}

/// Too little is said.
fn few(data: Data, found: &mut Findings) {
    let (lang, minimum) = (found.lang(), found.option("minimum"));
    let kinds = data.node().words::<CoversKind>("covers");
    if Decimal::from(kinds.len()) >= minimum {
        return;
    }
    let Some(place) = data.node().value_span("covers") else { return };
    let name = data.name();
    let said = lang.listed(kinds.iter().map(|kind| name_of(&kind.value)));
    let others = CoversKind::ALL.iter().filter(|kind| kinds.iter().all(|said| said.value != **kind));
    let others = lang.listed(others.map(name_of));
    let report = found
        .wrong(
            place,
            say!(lang, "the examples of `{name}` differ in {said} only", "`{name}` 的样本只在 {said} 上有变化"),
        )
        .label(say!(lang, "fewer than {minimum} kinds of variety", "不足 {minimum} 个方面"));
    if !others.is_empty() {
        report.help(say!(
            lang,
            "add examples that real inputs have and these lack; not covered yet: {others}",
            "对照真实输入补齐缺的样本，还没有覆盖：{others}"
        ));
    }
}
