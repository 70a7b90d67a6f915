//! One report in one format: what stands before, between and behind the files.

use super::totals::Totals;
use super::{Subject, github, gitlab, human, json, junit, sarif, short};
use crate::args::Format;
use crate::output::Paint;

/// How files are shown; the same for all of them, so that they can be written at the same time.
#[derive(Clone, Copy)]
pub struct Style {
    /// The format.
    pub format: Format,
    /// The colours.
    pub paint: Paint,
    /// Whether files that are ready and have no findings are listed; otherwise people get their number.
    pub listed: bool,
    /// Whether warnings fail, too.
    pub deny_warnings: bool,
}

/// One file as it is shown.
#[derive(Default)]
pub struct Piece {
    text: String,
    /// What SARIF says at the end.
    rest: sarif::Rest,
    /// Ready, no findings, not shown.
    passed_over: bool,
    /// Has findings, which want an empty line before them.
    roomy: bool,
}

impl Piece {
    /// A file that is counted and not shown.
    pub fn passed_over() -> Self {
        Self { passed_over: true, ..Self::default() }
    }
}

impl Style {
    /// Whether people read it, who need not be told of each file that is fine.
    fn for_people(self) -> bool {
        matches!(self.format, Format::Human | Format::Short)
    }

    /// Whether files that are ready and have no findings are counted only.
    pub fn passes_over(self) -> bool {
        self.for_people() && !self.listed
    }

    /// Shows a file.
    pub fn piece(self, subject: &Subject) -> Piece {
        if self.passes_over() && subject.has_nothing_to_say() {
            return Piece::passed_over();
        }
        let roomy = !subject.diagnostics.is_empty();
        let mut rest = sarif::Rest::default();
        let text = match self.format {
            Format::Human => human::file(subject, self.paint),
            Format::Short => short::file(subject, self.paint),
            Format::Json => json::file(subject),
            Format::Sarif => sarif::file(subject, &mut rest),
            Format::Github => github::file(subject, self.paint.lang),
            Format::Gitlab => gitlab::file(subject),
            Format::Junit => junit::file(subject, self.deny_warnings, self.paint.lang),
        };
        Piece { text, rest, passed_over: false, roomy }
    }
}

/// A report under construction. Its text comes piece by piece, so that no more than a few files are held at a time.
pub struct Sheet {
    style: Style,
    begun: bool,
    cramped: bool,
    passed_over: usize,
    rest: sarif::Rest,
}

impl Sheet {
    /// A report in that style.
    pub fn new(style: Style) -> Self {
        Self { style, begun: false, cramped: false, passed_over: 0, rest: sarif::Rest::default() }
    }

    /// What stands before the first file.
    pub fn open(&self) -> String {
        match self.style.format {
            Format::Human | Format::Short | Format::Github => String::new(),
            Format::Json => json::OPEN.to_string(),
            Format::Sarif => sarif::open(self.style.paint.lang),
            Format::Gitlab => gitlab::OPEN.to_string(),
            Format::Junit => junit::OPEN.to_string(),
        }
    }

    /// A file, with what stands before it.
    pub fn add(&mut self, piece: Piece) -> String {
        self.rest.add(piece.rest);
        self.passed_over += usize::from(piece.passed_over);
        let before = match self.style.format {
            Format::Human if self.cramped && piece.roomy => "\n",
            Format::Json | Format::Sarif | Format::Gitlab if self.begun && !piece.text.is_empty() => ",\n",
            _ => "",
        };
        self.cramped = !piece.passed_over && !piece.roomy || piece.passed_over && self.cramped;
        self.begun |= !piece.text.is_empty();
        if before.is_empty() { piece.text } else { before.to_string() + &piece.text }
    }

    /// What stands behind the last file: only now the sum is known.
    pub fn close(self, totals: &Totals) -> String {
        let end = if self.begun { "\n" } else { "" };
        match self.style.format {
            Format::Human | Format::Short => self.for_people(totals),
            Format::Json => json::close(end, totals),
            Format::Sarif => sarif::close(end, self.rest, totals),
            Format::Github => github::close(totals, self.style.paint),
            Format::Gitlab => format!("{end}{}", gitlab::CLOSE),
            Format::Junit => junit::CLOSE.to_string(),
        }
    }

    fn for_people(&self, totals: &Totals) -> String {
        let paint = self.style.paint;
        let files = totals.counts.files;
        if files == 0 {
            return String::new();
        }
        let mut text = String::new();
        if self.style.format == Format::Human && self.cramped && files > 1 {
            text.push('\n');
        }
        if self.passed_over > 0 {
            text.push_str(&human::passed_over(self.passed_over, files, paint));
        }
        if let Some(statistics) = &totals.statistics {
            if self.style.format == Format::Short && self.begun {
                text.push('\n');
            }
            text.push_str(&human::statistics(&statistics.sorted(), paint));
        }
        text.push_str(&human::summary(totals, paint));
        for line in human::hidden(totals, paint.lang).into_iter().chain(human::mended(totals, paint.lang)) {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }
}
