//! What there is to say about a line of a spec, with the spec's own words and values.

use std::path::{Path, PathBuf};

use ftspec_analysis::{Analysis, Config, Date, Diagnostic, say};
use ftspec_syntax::{LineIndex, Span};

use crate::configs::{Configs, complain_about, settle};
use crate::input::{self, Input, Origin};
use crate::output::Paint;
use crate::page::Page;
use crate::report::{Subject, human};
use crate::{parallel, today};

/// `refund.ftspec:42` or `refund.ftspec:42:7`, as messages write places.
pub fn parse(what: &str) -> Option<(&str, u32)> {
    let (file, last) = what.rsplit_once(':')?;
    let last: u32 = last.parse().ok()?;
    match file.rsplit_once(':').map(|(file, line)| (file, line.parse())) {
        Some((file, Ok(line))) => Some((file, line)),
        _ if file.is_empty() => None,
        _ => Some((file, last)),
    }
}

/// The findings that touch a line.
pub fn page(file: &str, line: u32, day: Option<Date>, paint: Paint) -> Result<String, String> {
    let lang = paint.lang;
    let base = today::config(day, lang)?;
    if Path::new(file).is_dir() {
        return Err(say!(
            lang,
            "{file}: this is a folder; name a spec, as in `ftspec explain {file}/NAME.ftspec:{line}`",
            "{file}：这是文件夹；请写出计划的文件名，例如 `ftspec explain {file}/NAME.ftspec:{line}`"
        ));
    }
    let origin = if file == "-" { Origin::Stdin } else { Origin::File(PathBuf::from(file)) };
    let mut inputs = vec![Input { name: file.to_string(), origin, walked: false }];
    let mut configs = Configs::new(base, None);
    let settled = settle(&mut configs, &mut inputs);
    if complain_about(&configs, lang) {
        return Err(lang.pick("the configuration cannot be used", "配置无法使用").to_string());
    }
    let config = configs.config(settled.first().copied().unwrap_or_default());
    let mut page = Err(String::new());
    // On a thread with room enough, as in a check.
    parallel::in_order(&inputs, |input| read(input, line, config, paint), |told| page = told);
    page
}

fn read(input: &Input, line: u32, config: &Config, paint: Paint) -> Result<String, String> {
    let (name, lang) = (&input.name, paint.lang);
    let text = input::read(input).map_err(|why| format!("{name}: {}", why.message(lang)))?;
    let index = LineIndex::new(&text);
    if line == 0 || line > index.lines() {
        let last = index.lines();
        return Err(say!(
            lang,
            "{name}: there is no line {line}; lines go from 1 to {last}",
            "{name}: 没有第 {line} 行；行号从 1 到 {last}"
        ));
    }
    let analysis = Analysis::new(&text, config);
    let subject = Subject::new(&input.name, &analysis, true);
    let mut told = String::new();
    let mut explained: Vec<&str> = Vec::new();
    for found in analysis.diagnostics().iter().filter(|found| touches(found, line, &index)) {
        human::finding(&subject, &index, found, paint, &mut told);
        told.push('\n');
        let rule = found.rule;
        let docs = rule.docs.page(lang);
        if !explained.contains(&rule.name) && !docs.summary.is_empty() {
            explained.push(rule.name);
            let mut page = Page::new(paint);
            page.prose(docs.summary).gap();
            if !docs.why.is_empty() {
                page.prose(docs.why).gap();
            }
            told.push_str(&page.finish());
        }
    }
    if told.is_empty() {
        told = say!(lang, "{name}:{line}: nothing to say here\n", "{name}:{line}: 这一行没有问题\n");
    } else {
        told.truncate(told.trim_end().len());
        told.push('\n');
    }
    Ok(told)
}

/// Whether the finding's place, or another one that it names, lies on the line.
fn touches(found: &Diagnostic, line: u32, index: &LineIndex) -> bool {
    let on = |span: Span| {
        let last = if span.is_empty() { span.start } else { span.end - 1 };
        index.line(span.start) <= line && line <= index.line(last)
    };
    on(found.span) || found.labels.iter().any(|label| on(label.span))
}
