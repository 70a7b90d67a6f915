//! What every section writes with: words of the spec, sentences of ours, figures, names, and the way to a line.
//!
//! Nothing that comes from a spec can leave its place: it is text, set apart from the reading direction around it, and
//! signs that would turn that direction, or that no font shows, are written out by their number.

use std::collections::BTreeSet;

use ftspec_analysis::Lang;
use maud::{Markup, html};

use super::Page;
use crate::plan::{Detail, Figure, Piece, Said, Sentence, Term};

impl Page<'_> {
    /// What the spec says, and where.
    pub fn said(&self, said: &Said) -> Markup {
        html! { (self.words(&said.text)) (self.line(said.line)) }
    }

    /// Words of the spec without their line.
    pub fn words(&self, text: &str) -> Markup {
        if text.trim().is_empty() {
            return html! { span.unsaid { (self.lang.pick("empty", "空")) } };
        }
        html! { bdi.said lang=[self.foreign(text)] { (verbatim(text)) } }
    }

    /// A sentence of ours.
    pub fn sentence(&self, sentence: &Sentence) -> Markup {
        html! {
            @for piece in sentence.pieces() {
                @match piece {
                    Piece::Text(text) => (verbatim(text)),
                    Piece::Code(code) => (name(code)),
                }
            }
        }
    }

    /// A sentence of ours that begins a line: with a capital letter, unless a name stands first.
    pub fn opening(&self, sentence: &Sentence) -> Markup {
        match (sentence.pieces().first(), sentence.0.chars().next()) {
            (Some(Piece::Text(_)), Some(first)) if first.is_ascii_lowercase() => {
                self.sentence(&Sentence(format!("{}{}", first.to_ascii_uppercase(), &sentence.0[1..])))
            }
            _ => self.sentence(sentence),
        }
    }

    /// A word of the language as people read it, and where it stands.
    pub fn term(&self, term: &Term) -> Markup {
        html! { (verbatim(&term.shown)) (self.line_if(term.line)) }
    }

    /// A number, and where it stands.
    pub fn figure(&self, figure: &Figure) -> Markup {
        html! { (bare(figure)) (self.line_if(figure.line)) }
    }

    /// Something, or that nothing is said.
    pub fn or_unsaid<T>(&self, value: Option<T>, show: impl FnOnce(T) -> Markup) -> Markup {
        value.map_or_else(|| self.unsaid(), show)
    }

    /// Nothing is said.
    pub fn unsaid(&self) -> Markup {
        html! { span.unsaid { (self.lang.pick("not said", "未写明")) } }
    }

    /// A cell of a table that has nothing to show.
    pub fn nothing(&self) -> Markup {
        html! { span.nothing { "–" } }
    }

    /// The way to a line of the spec: small on the screen, whole for whoever listens.
    pub fn line(&self, line: u32) -> Markup {
        if line == 0 || line > self.lines {
            return html! {};
        }
        html! {
            " " a.ln href={ "#L" (line) } data-line=(line) {
                span aria-hidden="true" { "L" (line) }
                span.vh {
                    @match self.lang {
                        Lang::En => { "line " (line) " of " (self.file()) }
                        Lang::Zh => { (self.file()) " 第 " (line) " 行" }
                    }
                }
            }
        }
    }

    /// The way to a line that may not be there.
    pub fn line_if(&self, line: Option<u32>) -> Markup {
        html! { @if let Some(line) = line { (self.line(line)) } }
    }

    /// The name of the spec's file.
    pub fn file(&self) -> Markup {
        let path = &self.plan.source.path;
        let name = path.rsplit('/').next().unwrap_or(path);
        html! { bdi { @if name.is_empty() { (self.lang.pick("the spec", "计划")) } @else { (verbatim(name)) } } }
    }

    /// Several texts of the spec.
    pub fn all_said(&self, all: &[Said]) -> Markup {
        self.all(all, |said| self.said(said))
    }

    /// Several things: one as it is, more as a list, none as not said.
    pub fn all<T>(&self, all: &[T], show: impl Fn(&T) -> Markup) -> Markup {
        match all {
            [] => self.unsaid(),
            [only] => show(only),
            _ => html! { ul.plain { @for one in all { li { (show(one)) } } } },
        }
    }

    /// Names, one after another.
    pub fn names(&self, names: &[String]) -> Markup {
        self.run(names, |one| name(one))
    }

    /// Words of the language, one after another, with their lines at the end.
    pub fn terms(&self, terms: &[Term]) -> Markup {
        html! { (self.run(terms, |term| verbatim(&term.shown))) (self.lines(terms.iter().map(|term| term.line))) }
    }

    /// The ways to several lines, each once.
    pub fn lines(&self, lines: impl Iterator<Item = Option<u32>>) -> Markup {
        let lines: BTreeSet<u32> = lines.flatten().collect();
        html! { @for line in lines { (self.line(line)) } }
    }

    /// Short sentences of ours, one after another.
    pub fn sentences(&self, sentences: &[Sentence]) -> Markup {
        self.run(sentences, |sentence| self.sentence(sentence))
    }

    /// Short things in a row.
    fn run<T>(&self, all: &[T], show: impl Fn(&T) -> Markup) -> Markup {
        if all.is_empty() {
            return self.unsaid();
        }
        html! {
            @for (at, one) in all.iter().enumerate() {
                @if at > 0 { (self.lang.pick(", ", "、")) }
                (show(one))
            }
        }
    }

    /// Names and what is said of them, one under another.
    pub fn facts(&self, facts: Vec<Fact>) -> Markup {
        html! {
            dl.facts {
                @for Fact { name, value } in facts { div { dt { (name) } dd { (value) } } }
            }
        }
    }

    /// A line of [`Page::facts`] under a name of ours.
    pub fn fact(&self, en: &str, zh: &str, value: Markup) -> Fact {
        let name = self.lang.pick(en, zh);
        Fact { name: html! { (name) }, value }
    }

    /// Lines of [`Page::facts`] for the rest that is said of something.
    pub fn rest<'a>(&'a self, details: &'a [Detail]) -> impl Iterator<Item = Fact> + 'a {
        details.iter().map(|detail| Fact { name: label(detail), value: self.said(&detail.value) })
    }

    /// A name and what is said of it, in a line.
    pub fn detail(&self, detail: &Detail) -> Markup {
        html! { span.quiet { (label(detail)) (self.lang.pick(": ", "：")) } (self.said(&detail.value)) }
    }

    /// The language of a text that is in another script than the document, so that it is read aloud and set as it should.
    fn foreign(&self, text: &str) -> Option<&'static str> {
        match (self.lang, has_han(text)) {
            (Lang::En, true) => Some("zh"),
            (Lang::Zh, false) if text.chars().any(|c| c.is_ascii_alphabetic()) => Some("en"),
            _ => None,
        }
    }
}

/// A name, and what is said of it.
pub struct Fact {
    name: Markup,
    value: Markup,
}

/// What a line is called: in words of ours, or by a name of the team's.
fn label(detail: &Detail) -> Markup {
    let own = detail.shown == detail.name && detail.name.contains('_');
    if own { name(&detail.name) } else { verbatim(&detail.shown) }
}

/// A number that does not break.
pub fn bare(figure: &Figure) -> Markup {
    html! { span.num { (verbatim(&figure.shown)) } }
}

/// A comparison as it is printed: `≥ 90%`.
pub fn compared(written: &str) -> String {
    written.replace(">=", "≥").replace("<=", "≤").replace(" - ", " − ")
}

/// A name or code. It may break behind each underscore.
pub fn name(name: &str) -> Markup {
    html! {
        code class=[has_han(name).then_some("han")] {
            bdi {
                @for (at, part) in name.split_inclusive(['_', '/', '-']).enumerate() {
                    @if at > 0 { wbr; }
                    (verbatim(part))
                }
            }
        }
    }
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}

/// Any text, as text. Signs that would turn the reading direction or that nothing shows are written as their number.
pub fn verbatim(text: &str) -> Markup {
    html! {
        @for piece in text.split_inclusive(unseen) {
            @match piece.chars().next_back().filter(|&last| unseen(last)) {
                Some(sign) => {
                    (piece[..piece.len() - sign.len_utf8()])
                    span.unseen { (format!("U+{:04X}", u32::from(sign))) }
                }
                None => (piece),
            }
        }
    }
}

/// The same where no element may stand: in the title of the file, in a drawing.
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            _ if unseen(sign) => shown.push_str(&format!("U+{:04X} ", u32::from(sign))),
            '\n' | '\t' => shown.push(' '),
            _ => shown.push(sign),
        }
    }
    shown
}

fn unseen(sign: char) -> bool {
    let turns = matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}');
    turns || breaks || sign.is_control() && !matches!(sign, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::{compared, name, plain, verbatim};

    #[test]
    fn nothing_becomes_an_element() {
        let text = "<b>&\"</b>";
        assert_eq!(verbatim(text).into_string(), "&lt;b&gt;&amp;&quot;&lt;/b&gt;");
        assert!(!name("<i>_</i>").into_string().contains("<i>"));
    }

    #[test]
    fn signs_that_nobody_sees_are_written_out() {
        let text = "a\u{202e}b\u{0}c\u{2028}\nd\te\u{200d}";
        let shown = verbatim(text).into_string();
        assert!(!shown.contains(['\u{202e}', '\u{0}', '\u{2028}']));
        assert_eq!(shown.matches("unseen").count(), 3);
        assert!(shown.ends_with("\nd\te\u{200d}"), "what joins letters stays: {shown}");
        assert_eq!(plain("a\u{202e}b\nc"), "aU+202E b c");
    }

    #[test]
    fn names_break_behind_underscores_only() {
        assert_eq!(name("a_b").into_string(), "<code><bdi>a_<wbr>b</bdi></code>");
        assert_eq!(compared(">= baseline - 5%"), "≥ baseline − 5%");
    }
}
