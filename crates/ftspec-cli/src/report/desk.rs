//! One check, several reports: one goes to the screen, the others to files.

use std::collections::HashSet;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use ftspec_analysis::say;

use super::Subject;
use super::sheet::{Piece, Sheet, Style};
use super::totals::Totals;
use crate::args::Format;
use crate::lang::before_arguments;
use crate::output::{Output, Paint};
use crate::save::Pending;

/// What may be asked of the reports.
#[derive(Clone, Debug, Default, Args)]
pub struct Reports {
    /// Write a report to a file, too, as `sarif=ftspec.sarif`; may be given several times.
    #[arg(long = "output", value_name = "FORMAT=FILE")]
    pub outputs: Vec<Target>,

    /// Count findings by rule.
    #[arg(long)]
    pub statistics: bool,

    /// List what is accepted, with reasons and days, instead of checking.
    #[arg(long, conflicts_with_all = ["outputs", "statistics", "baseline", "write_baseline", "since"])]
    pub list_accepted: bool,
}

/// A report that goes to a file: `sarif=ftspec.sarif`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How it is written.
    pub format: Format,
    /// Where.
    pub path: PathBuf,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let lang = before_arguments();
        let example =
            lang.pick("write FORMAT=FILE, as in `sarif=ftspec.sarif`", "写成 FORMAT=FILE，例如 `sarif=ftspec.sarif`");
        let (format, path) = text.split_once('=').ok_or(example)?;
        let format = Format::from_str(format, true).map_err(|_| {
            let names: Vec<String> = Format::value_variants()
                .iter()
                .filter_map(|format| Some(format.to_possible_value()?.get_name().to_string()))
                .collect();
            let names = names.join(lang.pick(", ", "、"));
            say!(
                lang,
                "there is no format `{format}`: the formats are {names}",
                "没有 `{format}` 这种格式：可用的有 {names}"
            )
        })?;
        match path {
            "" => Err(example.to_string()),
            "-" => Err(lang
                .pick(
                    "standard output takes what `--format` says; name a file here",
                    "标准输出的格式由 `--format` 决定；这里请写文件名",
                )
                .to_string()),
            path => Ok(Self { format, path: path.into() }),
        }
    }
}

/// The reports of a check.
pub struct Desk {
    screen: Sheet,
    files: Vec<(Sheet, String, Pending)>,
    styles: Vec<Style>,
    troubles: Vec<String>,
}

impl Desk {
    /// The report on the screen and those in files. A file that cannot be written is a trouble; the others are written.
    pub fn new(style: Style, targets: &[Target]) -> Self {
        let mut desk = Self { screen: Sheet::new(style), files: Vec::new(), styles: vec![style], troubles: Vec::new() };
        let (mut known, lang) = (HashSet::new(), style.paint.lang);
        for target in targets {
            if !known.insert(&target.path) {
                let path = target.path.display();
                desk.troubles.push(say!(
                    lang,
                    "`{path}` is named twice: give each report a file",
                    "`{path}` 写了两次：每份报告要有自己的文件"
                ));
                continue;
            }
            match Pending::open(&target.path, lang) {
                Ok(pending) => {
                    let style = Style { format: target.format, paint: Paint { color: false, ..style.paint }, ..style };
                    let sheet = Sheet::new(style);
                    let text = sheet.open();
                    desk.styles.push(style);
                    desk.files.push((sheet, text, pending));
                }
                Err(why) => desk.troubles.push(why),
            }
        }
        desk
    }

    /// The styles of the reports.
    pub fn styles(&self) -> Vec<Style> {
        self.styles.clone()
    }

    /// What stands before the first file.
    pub fn open(&self, out: &mut Output) {
        out.write(&self.screen.open());
    }

    /// A file, in the order of the styles.
    pub fn add(&mut self, pieces: Vec<Piece>, out: &mut Output) {
        let mut pieces = pieces.into_iter();
        if let Some(piece) = pieces.next() {
            out.write(&self.screen.add(piece));
        }
        for ((sheet, text, _), piece) in self.files.iter_mut().zip(pieces) {
            text.push_str(&sheet.add(piece));
        }
    }

    /// Ends all reports and writes the files; what could not be written.
    pub fn close(self, mut totals: Totals, out: &mut Output) -> Vec<String> {
        let mut troubles = self.troubles;
        totals.failed |= !troubles.is_empty();
        out.write(&self.screen.close(&totals));
        out.flush();
        for (sheet, mut text, pending) in self.files {
            text.push_str(&sheet.close(&totals));
            troubles.extend(pending.finish(&text).err());
        }
        troubles
    }
}

/// Shows a file in every style.
pub fn pieces(styles: &[Style], subject: &Subject) -> Vec<Piece> {
    styles.iter().map(|style| style.piece(subject)).collect()
}
