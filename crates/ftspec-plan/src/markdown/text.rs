//! What every chapter writes with: words of the spec, sentences of ours, figures, names, and the way to a line.

use std::collections::BTreeSet;

use ftspec_analysis::Lang;

use super::escape;
use crate::headings;
use crate::plan::{Answer, Detail, Figure, FindingRef, Holds, Piece, Plan, Said, Sentence, Term};

/// What is written: the plan, its language, and the address of the spec.
pub struct Page<'a> {
    pub plan: &'a Plan,
    pub lang: Lang,
    /// Where the spec lies, seen from the document; none where it is no file.
    spec: Option<String>,
    /// The number of its lines; no link leads past them.
    lines: u32,
}

impl<'a> Page<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let path = plan.source.path.as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let file = !name.is_empty() && name != "-" && !name.starts_with('<');
        Self {
            plan,
            lang: Lang::from_tag(&plan.lang).unwrap_or_default(),
            spec: file.then(|| escape::address(name)),
            lines: u32::try_from(plan.source.text.lines().count()).unwrap_or(u32::MAX),
        }
    }

    /// One of two texts of ours.
    pub fn pick(&self, en: &'static str, zh: &'static str) -> &'static str {
        self.lang.pick(en, zh)
    }

    /// What the spec says, and where.
    pub fn said(&self, said: &Said) -> String {
        self.words(&said.text) + &self.line(said.line)
    }

    /// Words of the spec.
    pub fn words(&self, text: &str) -> String {
        match escape::text(text) {
            shown if shown.is_empty() => format!("*{}*", self.pick("empty", "空")),
            shown => shown,
        }
    }

    /// A sentence of ours.
    pub fn sentence(&self, sentence: &Sentence) -> String {
        let mut out = String::new();
        let mut code_before = false;
        for piece in sentence.pieces() {
            match piece {
                Piece::Text(text) => out.push_str(&escape::piece(text)),
                Piece::Code(code) => {
                    if code_before {
                        out.push(' ');
                    }
                    out.push_str(&escape::code(code));
                }
            }
            code_before = matches!(piece, Piece::Code(_));
        }
        out
    }

    /// A word of the language as people read it, and where it stands.
    pub fn term(&self, term: &Term) -> String {
        escape::text(&term.shown) + &self.line_if(term.line)
    }

    /// A word that counts even where the plan does not say it.
    pub fn term_or_default(&self, term: &Term) -> String {
        match term.line {
            Some(_) => self.term(term),
            None => escape::text(&term.shown) + self.pick(" (assumed, since not said)", "（未写明，按此处理）"),
        }
    }

    /// A number, and where it stands.
    pub fn figure(&self, figure: &Figure) -> String {
        self.bare(figure) + &self.line_if(figure.line)
    }

    /// A number.
    pub fn bare(&self, figure: &Figure) -> String {
        escape::text(&figure.shown)
    }

    /// Something, or that nothing is said.
    pub fn or_unsaid<T>(&self, value: Option<T>, show: impl FnOnce(T) -> String) -> String {
        value.map_or_else(|| self.unsaid(), show)
    }

    /// Nothing is said.
    pub fn unsaid(&self) -> String {
        format!("*{}*", self.pick("not said", "未写明"))
    }

    /// A calm line where a chapter has nothing to show.
    pub fn calm(&self, en: &'static str, zh: &'static str) -> String {
        format!("*{}*\n", self.pick(en, zh))
    }

    /// The way to a line of the spec.
    pub fn line(&self, line: u32) -> String {
        match &self.spec {
            _ if line == 0 || line > self.lines => String::new(),
            Some(spec) => format!(" [L{line}]({spec}#L{line})"),
            None => format!(" L{line}"),
        }
    }

    /// The way to a line that may not be there.
    pub fn line_if(&self, line: Option<u32>) -> String {
        line.map(|line| self.line(line)).unwrap_or_default()
    }

    /// The way to a line where nothing before it leads there.
    pub fn line_unless(&self, said: bool, line: u32) -> String {
        if said { String::new() } else { self.line(line) }
    }

    /// The ways to several lines, each once.
    pub fn lines(&self, lines: impl Iterator<Item = Option<u32>>) -> String {
        lines.flatten().collect::<BTreeSet<u32>>().into_iter().map(|line| self.line(line)).collect()
    }

    /// Several texts of the spec in a row.
    pub fn all_said(&self, all: &[Said]) -> String {
        self.row(all.iter().map(|said| self.said(said)), self.pick("; ", "；"))
    }

    /// Names in a row.
    pub fn names(&self, names: &[String]) -> String {
        self.row(names.iter().map(|name| escape::code(name)), self.pick(", ", "、"))
    }

    /// Words of the language in a row, with their lines at the end.
    pub fn terms(&self, terms: &[Term]) -> String {
        let words = terms.iter().map(|term| escape::text(&term.shown));
        self.row(words, self.pick(", ", "、")) + &self.lines(terms.iter().map(|term| term.line))
    }

    /// Short things in a row; none as not said.
    pub fn row(&self, all: impl Iterator<Item = String>, between: &str) -> String {
        match all.collect::<Vec<_>>() {
            all if all.is_empty() => self.unsaid(),
            all => all.join(between),
        }
    }

    /// Sentences of a cell: those that say something, one after another.
    pub fn together(&self, parts: impl IntoIterator<Item = Option<String>>) -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.pick("; ", "；"))
    }

    /// `name: what is said of it`.
    pub fn with(&self, name: &str, value: &str) -> String {
        format!("{name}{}{value}", self.pick(": ", "："))
    }

    /// A line of a list of facts under a name of ours.
    pub fn fact(&self, en: &'static str, zh: &'static str, value: String) -> String {
        self.bullet(self.pick(en, zh), &value)
    }

    /// Lines of a list of facts for the rest that is said of something.
    pub fn rest(&self, details: &[Detail]) -> Vec<String> {
        details.iter().map(|detail| self.bullet(&detail.shown, &self.said(&detail.value))).collect()
    }

    fn bullet(&self, name: &str, value: &str) -> String {
        // A name of the team's stays as it is written.
        if name.contains('_') {
            return format!("- {}\n", self.with(&escape::code(name), value));
        }
        let name = capital(name);
        let shown = escape::text(&name);
        // Stars beside anything but letters and digits are not surely read as bold.
        let bold = name.starts_with(char::is_alphanumeric) && name.ends_with(char::is_alphanumeric);
        let shown = if bold { format!("**{shown}**") } else { shown };
        format!("- {}\n", self.with(&shown, value))
    }

    /// Findings in short, each with its line.
    pub fn findings(&self, findings: &[FindingRef], indent: &str) -> String {
        let one = |found: &FindingRef| {
            let (message, rule) = (self.sentence(&found.message), self.rule(Some(&found.code), &found.name));
            let found =
                self.lang.pick(format!("{message} ({rule})"), format!("{message}（{rule}）")) + &self.line(found.line);
            format!("{indent}- {found}\n")
        };
        findings.iter().map(one).collect()
    }

    /// A rule by code and name.
    pub fn rule(&self, code: Option<&str>, name: &str) -> String {
        match code {
            Some(code) => format!("{} {}", escape::text(code), escape::code(name)),
            None => escape::code(name),
        }
    }

    /// Whether something holds, with its sign.
    pub fn holds(&self, holds: Holds) -> String {
        format!("{} {}", sign(holds), headings::holds(self.lang, holds))
    }

    /// Whether a requirement or guard is met, with its sign.
    pub fn met(&self, holds: Holds) -> String {
        format!("{} {}", sign(holds), headings::met(self.lang, holds))
    }

    /// What a plan answers, with its sign.
    pub fn answer(&self, answer: Answer) -> String {
        let sign = match answer {
            Answer::Yes => "✓",
            Answer::No => "✗",
            Answer::Unsaid => "◇",
        };
        format!("{sign} {}", headings::answer(self.lang, answer))
    }

    /// The mean of a reading, and each value where there are several.
    pub fn reading(&self, mean: &Figure, values: &[Figure]) -> String {
        if values.len() < 2 {
            return self.bare(mean);
        }
        let values: Vec<String> = values.iter().map(|value| self.bare(value)).collect();
        let values = values.join(self.pick(", ", "、"));
        let mean = self.bare(mean);
        self.lang.pick(format!("{mean} ({values})"), format!("{mean}（{values}）"))
    }
}

/// A sentence with a capital letter.
pub fn capital(sentence: &str) -> String {
    let mut sentence = sentence.to_string();
    if let Some(first) = sentence.get(..1) {
        let first = first.to_ascii_uppercase();
        sentence.replace_range(..1, &first);
    }
    sentence
}

/// A tick, a cross, an open diamond.
pub fn sign(holds: Holds) -> &'static str {
    match holds {
        Holds::Yes => "✓",
        Holds::No => "✗",
        Holds::Unknown => "◇",
    }
}

/// A table. An empty cell is a dash, so that nobody takes it for a slip.
pub fn table<const N: usize>(columns: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| {
        let cells = cells.iter().map(|cell| if cell.is_empty() { "–" } else { cell });
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let head = line(&columns.map(|column| if column.is_empty() { "\u{a0}".into() } else { column.to_string() }));
    let rule = format!("|{}\n", " --- |".repeat(N));
    let rows: String = rows.into_iter().map(|row| line(&row)).collect();
    format!("{head}{rule}{rows}")
}
