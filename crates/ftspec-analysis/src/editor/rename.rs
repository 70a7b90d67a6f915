//! Another name for a metric, a behaviour, a block of data, everywhere at once.

use ftspec_syntax::{Edit, Span, text};

use super::names::{METRICS, NameKind, Occurrence, occurrence_at, occurrences, places};
use super::place::settle;
use crate::Analysis;
use crate::lang::{Lang, say};

/// A name that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Where it stands at the cursor.
    pub span: Span,
    /// The name as it is.
    pub name: String,
}

/// The name at an offset, or why it cannot be changed.
pub fn prepare_rename(analysis: &Analysis, offset: u32) -> Result<Renamed, String> {
    let here = renameable(analysis, settle(analysis.text(), offset))?;
    Ok(Renamed { span: here.span, name: here.span.of(analysis.text()).to_string() })
}

/// The edits that give the name at an offset another text everywhere, in the order of the text, or why that cannot be.
pub fn rename(analysis: &Analysis, offset: u32, to: &str) -> Result<Vec<Edit>, String> {
    let (source, lang) = (analysis.text(), analysis.config().lang);
    let offset = settle(source, offset);
    let here = renameable(analysis, offset)?;
    let to = to.trim();
    if !text::is_name(to) {
        return Err(match text::label(to, keyword(here.kind)) {
            Some(near) => say!(
                lang,
                "`{to}` is no name: letters, digits, `_` and `-`, no digit first; `{near}` would do",
                "`{to}` 不能作名字：只能用字母、数字、`_` 和 `-`，不能以数字开头；可以用 `{near}`"
            ),
            None => say!(
                lang,
                "`{to}` is no name: letters, digits, `_` and `-`, no digit first",
                "`{to}` 不能作名字：只能用字母、数字、`_` 和 `-`，不能以数字开头"
            ),
        });
    }
    if here.span.of(source) == to {
        return Ok(Vec::new());
    }
    if here.kind == METRICS && is_reserved(to) {
        return Err(say!(
            lang,
            "`{to}` cannot name a metric: it means something else in stop conditions",
            "`{to}` 不能作指标名：它在停止条件里另有含义"
        ));
    }
    if let Some(taken) = taken(analysis, here.kind, to) {
        let block = keyword(taken);
        return Err(say!(lang, "there is a {block} `{to}` already", "已经有名为 `{to}` 的 {block}"));
    }
    let (_, places) = places(analysis, offset).ok_or_else(|| nothing(lang))?;
    Ok(places.into_iter().map(|place| Edit::replace(place.span, to)).collect())
}

/// The places that change together while the name at an offset is typed over: its definition and all uses.
/// Empty where it is no name that the file defines, or has no use.
pub fn linked(analysis: &Analysis, offset: u32) -> Vec<Span> {
    let offset = settle(analysis.text(), offset);
    if renameable(analysis, offset).is_err() {
        return Vec::new();
    }
    let Some((_, places)) = places(analysis, offset) else { return Vec::new() };
    let definitions = places.iter().filter(|place| place.defines.is_some()).count();
    if places.len() < 2 || definitions != 1 {
        return Vec::new();
    }
    places.into_iter().map(|place| place.span).collect()
}

fn renameable(analysis: &Analysis, offset: u32) -> Result<Occurrence, String> {
    let lang = analysis.config().lang;
    let here = occurrence_at(analysis, offset).ok_or_else(|| nothing(lang))?;
    let name = here.span.of(analysis.text());
    match here.kind {
        NameKind::Rule => {
            Err(say!(lang, "`{name}` is a rule of the checker and keeps its name", "`{name}` 是检查规则，名字不能改"))
        }
        NameKind::Part => Err(say!(
            lang,
            "`{name}` is a part of the plan and keeps its name",
            "`{name}` 是计划的固定部分，名字不能改"
        )),
        NameKind::Block(_) | NameKind::Parameter => {
            let mut defined = here.defines.is_some();
            if !defined {
                occurrences(analysis, &mut |other| {
                    defined |=
                        other.kind == here.kind && other.defines.is_some() && other.span.of(analysis.text()) == name;
                });
            }
            if defined {
                Ok(here)
            } else {
                Err(say!(lang, "`{name}` is not defined in this file", "本文件里没有定义 `{name}`"))
            }
        }
    }
}

fn nothing(lang: Lang) -> String {
    lang.pick("there is no name here that this file defines", "这里没有本文件定义的名字").to_string()
}

/// Words that a condition would read as something else.
fn is_reserved(name: &str) -> bool {
    matches!(name, "rounds" | "spend" | "date" | "and" | "or" | "then" | "any" | "all")
}

/// How blocks of a kind are called in a message.
fn keyword(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Block(keyword) => keyword,
        NameKind::Parameter => "parameter",
        NameKind::Rule => "rule",
        NameKind::Part => "part",
    }
}

/// What of the same kind has that name already.
fn taken(analysis: &Analysis, kind: NameKind, to: &str) -> Option<NameKind> {
    let mut found = None;
    occurrences(analysis, &mut |other| {
        if other.defines.is_some() && other.kind == kind && other.span.of(analysis.text()) == to {
            found = Some(other.kind);
        }
    });
    found
}
