//! The last screen: where the draft is, what a check says about it, and how to go on.

use std::path::Path;

use ftspec_analysis::{Analysis, Config, Diagnostic, Lang, Level, say};

use crate::configs::{Configs, settle};
use crate::input::{Input, Origin};
use crate::lang;
use crate::output::{Ink, Paint};
use crate::today;
use crate::wrap::{columns, wrap};

/// So many things to answer next are named.
const NEXT: usize = 3;
/// So many things that do not hold are named; the check tells the rest.
const MOST: usize = 6;
/// What to read after a draft was written, in lines of a width.
pub fn screen(path: &Path, text: &str, paint: Paint, width: usize) -> Result<String, String> {
    let language = paint.lang;
    let config = config(path, language)?;
    let analysis = Analysis::new(text, &config);
    let verdict = analysis.verdict();
    let name = path.display();
    let (lines, open) = (text.lines().count(), text.lines().filter(|line| is_open(line)).count());
    let mut screen = Screen { text: String::new(), paint, width };
    let about = say!(language, "{lines} lines, {open} marked open", "共 {lines} 行，{open} 处待定");
    screen.prose(&say!(language, "Written: {name} ({about})", "已写好：{name}（{about}）"), Ink::Good);
    screen.gap();
    let kind = verdict.kind;
    let (word, sentence) = (kind.name(), kind.sentence(language));
    screen.prose(
        &say!(language, "The verdict today: {word} — {sentence}", "目前的结论：{word} — {sentence}"),
        Ink::Strong,
    );

    // What was answered and does not hold; what is only open comes after it.
    let said = |found: &&Diagnostic| found.level == Level::Deny || found.level == Level::Warn && !found.unsaid;
    let mut wrong: Vec<&Diagnostic> = analysis.diagnostics().iter().filter(said).collect();
    wrong.sort_by_key(|found| std::cmp::Reverse(found.level));
    for found in wrong.iter().take(MOST) {
        let (code, message) = (found.rule.code, &found.message);
        if found.level == Level::Deny {
            screen.item(&say!(language, "error[{code}]: {message}", "错误[{code}]：{message}"), Ink::Deny);
        } else {
            screen.item(&say!(language, "warning[{code}]: {message}", "警告[{code}]：{message}"), Ink::Warn);
        }
    }
    let next = next(&analysis);
    if !next.is_empty() {
        screen.gap();
        screen.prose(language.pick("To answer next:", "接下来先回答："), Ink::Strong);
        for found in &next {
            screen.item(&found.message, Ink::Note);
        }
    }
    screen.gap();
    screen.prose(language.pick("Go on with:", "然后："), Ink::Strong);
    let flag = lang::flag(language);
    let file = for_shell(&name.to_string());
    let topic = wrong.first().or(next.first()).map_or("file", |found| found.rule.name);
    screen.commands(&[
        (
            format!("ftspec check {file} --unsaid{flag}"),
            language.pick("all that is still to be said", "列出所有还没写的"),
        ),
        (format!("ftspec explain {topic}{flag}"), language.pick("why, and what to do", "为什么，以及怎么办")),
    ]);
    Ok(screen.text)
}

/// The settings that `ftspec check` would use.
fn config(path: &Path, lang: Lang) -> Result<Config, String> {
    let base = today::config(None, lang)?;
    let mut configs = Configs::new(base.clone(), None);
    let origin = Origin::File(path.to_path_buf());
    let mut inputs = vec![Input { name: path.display().to_string(), origin, walked: false }];
    // A configuration that cannot be used is for the check to tell.
    Ok(settle(&mut configs, &mut inputs).first().map_or(base, |at| configs.config(*at).clone()))
}

/// The findings that decide the verdict and that an answer would mend, weightiest first. What the language alone asks
/// for, such as an owner, can wait.
fn next<'a>(analysis: &'a Analysis) -> Vec<&'a Diagnostic> {
    let of = |rule: &ftspec_analysis::Rule| {
        analysis.diagnostics().iter().find(|found| found.rule.code == rule.code && found.level != Level::Deny)
    };
    let reasons = &analysis.verdict().reasons;
    let (later, first): (Vec<_>, Vec<_>) = reasons.iter().copied().partition(|rule| rule.is_language());
    first.into_iter().chain(later).filter_map(of).take(NEXT).collect()
}

fn is_open(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("// open: ") || line.starts_with("// 待定：")
}

/// A path as a shell takes it.
fn for_shell(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+@%:,\\".contains(c);
    if path.chars().all(plain) { path.to_string() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

struct Screen {
    text: String,
    paint: Paint,
    width: usize,
}

impl Screen {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn prose(&mut self, prose: &str, ink: Ink) {
        for line in wrap(prose, self.width) {
            self.text.push_str(&format!("{}\n", self.paint.ink(ink, line)));
        }
    }

    fn item(&mut self, item: &str, ink: Ink) {
        for (at, line) in wrap(item, self.width - 4).iter().enumerate() {
            let mark = if at == 0 { "-" } else { " " };
            self.text.push_str(&format!("  {} {line}\n", self.paint.ink(ink, mark)));
        }
    }

    /// Commands, with what they are for beside them, or below where there is no room.
    fn commands(&mut self, commands: &[(String, &str)]) {
        let lead = commands.iter().map(|(command, _)| columns(command)).max().unwrap_or(0);
        let fits = commands.iter().all(|(_, purpose)| lead + 4 + columns(purpose) <= self.width);
        for (command, purpose) in commands {
            let blanks = lead - columns(command) + 2;
            let between = if fits { " ".repeat(blanks) } else { "\n    ".to_string() };
            let (command, purpose) = (self.paint.ink(Ink::Code, command), self.paint.ink(Ink::Faint, purpose));
            self.text.push_str(&format!("  {command}{between}{purpose}\n"));
        }
    }
}
