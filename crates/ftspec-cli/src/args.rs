//! What may stand on the command line, with the words that explain it.

mod examples;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use ftspec_analysis::{Date, Lang};
use ftspec_draft::Template;

use crate::gate::Gates;
use crate::output::Color;
use crate::report::desk::Reports;
use crate::{lang, today};

/// Check fine-tuning plans before the first training step.
#[derive(Debug, Parser)]
#[command(name = "ftspec", version, arg_required_else_help = true, after_help = examples::OVERVIEW)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// When to use colours; `auto` looks at the terminal and at NO_COLOR.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,

    /// The language of findings and pages: en or zh; else FTSPEC_LANG, else English.
    #[arg(long, global = true, value_parser = lang::tag, value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find what is wrong or missing in specs, and say whether tuning is the next step.
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// Write a first spec: an interview in the terminal, or a template.
    #[command(after_help = examples::NEW)]
    New(New),
    /// Write specs in the one way: indentation, alignment, blank lines.
    #[command(after_help = examples::FMT)]
    Fmt(Fmt),
    /// Write the plan document: what people who decide read, sign and come back to.
    #[command(after_help = examples::PLAN)]
    Plan(Plan),
    /// Explain a rule, a block, an attribute, a word, or the findings on a line.
    #[command(after_help = examples::EXPLAIN)]
    Explain(Explain),
    /// List every rule.
    #[command(after_help = examples::RULES)]
    Rules(Rules),
    /// Show what `ftspec.toml` sets for a spec, value by value, and where each comes from.
    #[command(after_help = examples::CONFIG)]
    Config(ShowConfig),
    /// Serve an editor: the language server, on standard input and output.
    #[command(after_help = examples::LSP)]
    Lsp(Lsp),
    /// Print a script that completes `ftspec` in your shell.
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Print the manual page.
    #[command(after_help = examples::MAN)]
    Man,
}

/// `ftspec check`
#[derive(Debug, Args)]
pub struct Check {
    /// Files and folders; `-` reads standard input. Folders are walked as git sees them.
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// How to show what was found.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// Fail on warnings, too.
    #[arg(long)]
    pub deny_warnings: bool,

    /// List what a draft has not said yet, instead of counting it.
    #[arg(long)]
    pub unsaid: bool,

    /// The day of the check, as 2026-11-21; else FTSPEC_TODAY, else today (UTC).
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    pub today: Option<Date>,

    /// What to call standard input in messages, and where its configuration is looked for.
    #[arg(long, value_name = "NAME")]
    pub stdin_path: Option<String>,

    /// Use this configuration for every spec, instead of the nearest `ftspec.toml` above it.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Judge every spec anew, and remember nothing; else a large folder is not judged again where nothing changed.
    #[arg(long)]
    pub no_cache: bool,

    /// Reports beside the one on the screen.
    #[command(flatten)]
    pub reports: Reports,

    /// Which findings count.
    #[command(flatten)]
    pub gates: Gates,

    /// What is mended.
    #[command(flatten)]
    pub fixes: Fixes,
}

/// What is mended, and how.
#[derive(Debug, Args)]
pub struct Fixes {
    /// Mend what can be mended safely, then check again.
    #[arg(long, conflicts_with = "list_accepted")]
    pub fix: bool,

    /// Mend also what most likely means the same; a person should look at it.
    #[arg(long)]
    pub unsafe_fixes: bool,

    /// Write nothing: show what would be mended, exit 1 if there is anything.
    #[arg(long, conflicts_with_all = ["list_accepted", "outputs", "write_baseline"])]
    pub diff: bool,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the line, what is wrong with it, what to do.
    Human,
    /// One line a finding.
    Short,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations for GitHub Actions.
    Github,
    /// A Code Quality report for GitLab.
    Gitlab,
    /// A test report in JUnit's XML.
    Junit,
}

/// `ftspec new`
#[derive(Debug, Args)]
pub struct New {
    /// The new file, or a folder for it; else a file here, named after the title.
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,

    /// What kind of project it is.
    #[arg(long, value_name = "KIND", value_parser = templates())]
    pub template: Option<Template>,

    /// Ask nothing: take what the template says, and mark the rest as open.
    #[arg(long)]
    pub yes: bool,
}

fn templates() -> impl TypedValueParser<Value = Template> {
    let named =
        Template::ALL.map(|template| PossibleValue::new(template.name()).help(template.sheet().title.text(Lang::En)));
    PossibleValuesParser::new(named).map(|name| Template::named(&name).unwrap_or(Template::Style))
}

/// `ftspec fmt`
#[derive(Debug, Args)]
pub struct Fmt {
    /// Files and folders; `-` formats standard input to standard output.
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    /// Write nothing; list the files that would change and exit with 1 if there are any.
    #[arg(long)]
    pub check: bool,

    /// Write nothing; show the changes.
    #[arg(long)]
    pub diff: bool,

    /// What to call standard input in messages.
    #[arg(long, value_name = "NAME")]
    pub stdin_path: Option<String>,
}

/// `ftspec plan`
#[derive(Debug, Args)]
pub struct Plan {
    /// Specs, and folders of specs; `-` reads standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// How the document is written; else as the ending of the output says, else Markdown.
    #[arg(long, value_enum)]
    pub format: Option<PlanFormat>,

    /// The file to write; for several specs, the folder to write into. Else the screen.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// Tell what changed in the plan since this commit, branch or tag.
    #[arg(long, value_name = "GIT-REF")]
    pub since: Option<String>,

    /// Exit with 1 unless the verdict has come that far; the document is written all the same.
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub require: Option<Requirement>,

    /// Write the document again whenever the spec or its configuration changes; Ctrl-C ends it.
    #[arg(long, requires = "output")]
    pub watch: bool,

    /// The day of the document, as 2026-11-21; else FTSPEC_TODAY, else today (UTC).
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    pub today: Option<Date>,

    /// What to call standard input, and where its configuration is looked for.
    #[arg(long, value_name = "NAME")]
    pub stdin_path: Option<String>,

    /// Use this configuration for every spec, instead of the nearest `ftspec.toml` above it.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How a plan is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// GitHub-flavoured Markdown, with diagrams as Mermaid.
    Md,
    /// One self-contained page: to read, to print, to sign.
    Html,
    /// One JSON object.
    Json,
}

/// How far a verdict has to have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Requirement {
    /// Tuning is a sound next step, or the goal is reached.
    Ready,
    /// The goal is reached.
    Ship,
}

/// `ftspec explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// RULE, CODE, BLOCK, BLOCK.ATTRIBUTE, a word, or FILE:LINE.
    pub what: String,

    /// The day of the check, as 2026-11-21; else FTSPEC_TODAY, else today (UTC).
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    pub today: Option<Date>,
}

/// `ftspec rules`
#[derive(Debug, Args)]
pub struct Rules {
    /// How to show the list.
    #[arg(long, value_enum, default_value_t = RulesFormat::Table)]
    pub format: RulesFormat,
}

/// How the list of rules is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// Columns for a terminal.
    Table,
    /// One JSON object.
    Json,
    /// The documentation of every rule, as one Markdown page.
    Markdown,
}

/// `ftspec config`
#[derive(Debug, Args)]
pub struct ShowConfig {
    /// A spec, or a folder of specs.
    #[arg(value_name = "FILE", default_value = ".")]
    pub file: PathBuf,

    /// Use this configuration, instead of the nearest `ftspec.toml`.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// How to show the values.
    #[arg(long, value_enum, default_value_t = ConfigFormat::Table)]
    pub format: ConfigFormat,

    /// Print the JSON Schema of `ftspec.toml` instead.
    #[arg(long)]
    pub schema: bool,
}

/// How a configuration is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ConfigFormat {
    /// Columns for a terminal.
    Table,
    /// One JSON object.
    Json,
}

/// `ftspec lsp`
#[derive(Debug, Args)]
pub struct Lsp {
    /// Standard input and output are the only way; some editors say so.
    #[arg(long, hide = true)]
    pub stdio: bool,

    /// The process of the editor; the server ends with its input anyway.
    #[arg(long = "clientProcessId", hide = true, value_name = "PID")]
    pub client: Option<u32>,
}

/// `ftspec completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// Your shell.
    #[arg(value_enum)]
    pub shell: Shell,
}
