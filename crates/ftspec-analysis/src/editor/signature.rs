//! The shape of what is being written: `M gains < x over n rounds`, with the part at the cursor.

use ftspec_schema::{Block, Content};
use ftspec_syntax::{Token, TokenKind as K};

use super::clause::{Clause, Next, Shape};
use super::place::{around, before, settle};
use crate::Analysis;
use crate::lang::Lang;

/// The shape of a condition, a statement or a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The whole shape: `METRIC gains < AMOUNT over N rounds`.
    pub label: String,
    /// What it means.
    pub doc: String,
    /// The parts that are to be filled in.
    pub parameters: Vec<Parameter>,
    /// Which of them is at the cursor.
    pub active: usize,
}

/// A part of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Where it stands in [`Signature::label`], in bytes; labels are ASCII.
    pub range: (u32, u32),
    /// What belongs there.
    pub doc: String,
}

/// A shape with what its parts mean: name in the label, English, Chinese.
struct Form {
    label: &'static str,
    en: &'static str,
    zh: &'static str,
    parts: &'static [Part],
}

type Part = (&'static str, &'static str, &'static str);

const METRIC: Part = ("METRIC", "a metric of `eval`", "`eval` 里的指标");
const OPERATOR: Part = ("OP", "`>=`, `<=`, `>`, `<`, `==` or `!=`", "`>=`、`<=`、`>`、`<`、`==` 或 `!=`");
const VALUE: Part = (
    "VALUE",
    "a value such as 90%, or `baseline`, `baseline(NAME)`, `baseline + 5%`",
    "数值如 90%，或 `baseline`、`baseline(NAME)`、`baseline + 5%`",
);
const CHANGE: Part = (
    "AMOUNT",
    "how much, in the metric's own unit: 1% of a rate is one point",
    "变化量，用指标自己的单位；比率的 1% 是一个百分点",
);
const WINDOW: Part = ("N", "how many of the last rounds", "看最近几轮");
const BOUND: Part = ("N", "how many rounds", "多少轮");
const MONEY: Part = ("AMOUNT", "money or gpu hours: 400usd, 40gpu_hours", "金额或卡时：400usd、40gpu_hours");
const DAY: Part = ("DAY", "a day such as 2026-11-02", "日期，如 2026-11-02");
const NAME: Part = ("NAME", "a baseline of this file", "本文件里的一条基线");
const READING: Part = ("VALUE", "what was measured: 71%, 800ms", "测得的数值：71%、800ms");
const MARGIN: Part = ("MARGIN", "its error margin, in the same unit", "误差范围，单位相同");

static REQUIRE: Form = Form {
    label: "require METRIC OP VALUE",
    en: "What must be reached for the project to have succeeded.",
    zh: "项目成功必须达到的要求。",
    parts: &[METRIC, OPERATOR, VALUE],
};
static GUARD: Form = Form {
    label: "guard METRIC OP VALUE",
    en: "What must hold in every round, however good the rest becomes.",
    zh: "每一轮都要守住的底线。",
    parts: &[METRIC, OPERATOR, VALUE],
};
static WATCH: Form = Form {
    label: "watch METRIC",
    en: "Read it in every round, decide nothing by it.",
    zh: "每轮都读，不据此做决定。",
    parts: &[METRIC],
};
static COMPARE: Form = Form {
    label: "METRIC OP VALUE",
    en: "The mean reading of the last round against a value.",
    zh: "最近一轮的平均读数与某个值比较。",
    parts: &[METRIC, OPERATOR, VALUE],
};
static GAINS: Form = Form {
    label: "METRIC gains OP AMOUNT over N rounds",
    en: "How much better the best of the last N rounds is than the best before them, the baseline included.",
    zh: "最近 N 轮里最好的一轮，比之前最好的（含基线）好多少。",
    parts: &[METRIC, OPERATOR, CHANGE, WINDOW],
};
static DROPS: Form = Form {
    label: "METRIC drops OP AMOUNT over N rounds",
    en: "How much worse the best of the last N rounds is than the best before them, the baseline included.",
    zh: "最近 N 轮里最好的一轮，比之前最好的（含基线）差多少。",
    parts: &[METRIC, OPERATOR, CHANGE, WINDOW],
};
static VARIES: Form = Form {
    label: "METRIC varies OP AMOUNT",
    en: "The highest seed's reading of the last round less the lowest.",
    zh: "最近一轮里，各随机种子读数的最高减最低。",
    parts: &[METRIC, OPERATOR, CHANGE],
};
static ROUNDS: Form =
    Form {
        label: "rounds OP N", en: "How many rounds were run.", zh: "已经跑了几轮。", parts: &[OPERATOR, BOUND]
    };
static SPEND: Form = Form {
    label: "spend OP AMOUNT",
    en: "What all rounds cost together.",
    zh: "各轮花费之和。",
    parts: &[OPERATOR, MONEY],
};
static DATE: Form =
    Form {
        label: "date OP DAY", en: "Today against a day.", zh: "今天与某一天比较。", parts: &[OPERATOR, DAY]
    };
static BASELINE: Form = Form {
    label: "baseline(NAME)",
    en: "The metric's reading in the baseline of that name.",
    zh: "该指标在这条基线上的读数。",
    parts: &[NAME],
};
static MEASURED: Form = Form {
    label: "VALUE +- MARGIN",
    en: "A measured value with its error margin. In a round, a list holds one value for each seed.",
    zh: "测得的数值和误差范围。在一轮里，列表中每个随机种子一个值。",
    parts: &[READING, MARGIN],
};

/// The shape at an offset.
pub fn signature(analysis: &Analysis, offset: u32) -> Option<Signature> {
    let text = analysis.text();
    let offset = settle(text, offset);
    let line = before(analysis, offset);
    let chain = around(analysis, offset);
    let block = chain.last()?.block?;
    if line.inside.is_some() {
        return None;
    }
    let lang = analysis.config().lang;
    let (first, rest) = line.tokens.split_first()?;
    let word = first.span.of(text);
    if first.kind == K::Ident && rest.first().is_some_and(|token| token.kind == K::Colon) {
        let values = line.elements.as_deref().unwrap_or(&rest[1..]);
        return reading(block, values, lang);
    }
    if let Some(statement) = block.statement(word) {
        let clause = Clause::statement(text, rest, statement.compares);
        let form = match statement.name {
            "require" => &REQUIRE,
            "guard" => &GUARD,
            _ => &WATCH,
        };
        return clause_form(clause, form, rest.len(), line.word.is_some(), lang);
    }
    if word != "when" || !matches!(block.content, Content::Arms) {
        return None;
    }
    let clause = Clause::condition(text, rest);
    let form = match clause.shape? {
        Shape::Statement | Shape::Compare => &COMPARE,
        Shape::Rounds => &ROUNDS,
        Shape::Spend => &SPEND,
        Shape::Date => &DATE,
        Shape::Gains => &GAINS,
        Shape::Drops => &DROPS,
        Shape::Varies => &VARIES,
    };
    clause_form(clause, form, 1, line.word.is_some(), lang)
}

fn reading(block: &Block, values: &[Token], lang: Lang) -> Option<Signature> {
    if !matches!(block.content, Content::Readings) {
        return None;
    }
    // Of a list, the element at the cursor.
    let from = values.iter().rposition(|token| matches!(token.kind, K::Comma | K::Semicolon)).map_or(0, |at| at + 1);
    let active = usize::from(values[from..].iter().any(|token| token.kind == K::PlusMinus));
    Some(show(&MEASURED, active, lang))
}

fn clause_form(clause: Clause, form: &'static Form, written: usize, in_word: bool, lang: Lang) -> Option<Signature> {
    if matches!(clause.next, Next::BaselineName | Next::CloseParen) {
        return Some(show(&BASELINE, 0, lang));
    }
    let part = match clause.next {
        Next::Metric => "METRIC",
        Next::Operator | Next::MetricVerb => "OP",
        Next::Operand | Next::AfterBaseline | Next::Amount => "VALUE",
        Next::Over | Next::Window | Next::Rounds => "N",
        // Behind the last part of a statement, while it can still be seen which one it was.
        Next::End if in_word && written > 0 => "VALUE",
        _ => return None,
    };
    let at = form.parts.iter().position(|(name, ..)| *name == part);
    // The right side has several names; it is the part behind the comparison.
    let behind = form.parts.iter().position(|(name, ..)| *name == "OP").map(|at| at + 1);
    let active = at.or(behind.filter(|_| part == "VALUE")).unwrap_or(0);
    Some(show(form, active.min(form.parts.len() - 1), lang))
}

fn show(form: &'static Form, active: usize, lang: Lang) -> Signature {
    let mut from = 0;
    let parameters = form
        .parts
        .iter()
        .filter_map(|(name, en, zh)| {
            let at = from + whole_word(&form.label[from..], name)?;
            from = at + name.len();
            Some(Parameter { range: (at as u32, from as u32), doc: lang.pick(*en, *zh).to_string() })
        })
        .collect();
    Signature { label: form.label.to_string(), doc: lang.pick(form.en, form.zh).to_string(), parameters, active }
}

/// Where a word stands in a label, not as a part of another.
fn whole_word(label: &str, word: &str) -> Option<usize> {
    let letter = |character: Option<char>| character.is_some_and(|it| it.is_ascii_alphabetic());
    label
        .match_indices(word)
        .map(|(at, _)| at)
        .find(|at| !letter(label[..*at].chars().next_back()) && !letter(label[at + word.len()..].chars().next()))
}
