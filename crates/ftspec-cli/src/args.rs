//! What may stand on the command line, with the words that explain it.

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
#[command(name = "ftspec", version, arg_required_else_help = true, after_help = OVERVIEW)]
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

const OVERVIEW: &str = "\
Examples:
  ftspec new                        a first plan, by questions and answers
  ftspec check                      every spec in this folder and below
  ftspec check refund.ftspec        one spec
  ftspec explain no-guard           why a finding matters, and what to do
  ftspec explain goal.kind          what may be written there
  ftspec explain refund.ftspec:42   what there is to say about a line
  ftspec check --lang zh            the same in Chinese; FTSPEC_LANG=zh makes it the rule
  ftspec fmt                        format every spec
  ftspec plan refund.ftspec -o refund.html
                                    the document that people read and sign

Exit codes: 0 nothing in the way, 1 findings, 2 the job could not be done.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find what is wrong or missing in specs, and say whether tuning is the next step.
    #[command(after_help = CHECK)]
    Check(Check),
    /// Write a first spec: an interview in the terminal, or a template.
    #[command(after_help = NEW)]
    New(New),
    /// Write specs in the one way: indentation, alignment, blank lines.
    #[command(after_help = FMT)]
    Fmt(Fmt),
    /// Write the plan document: what people who decide read, sign and come back to.
    #[command(after_help = PLAN)]
    Plan(Plan),
    /// Explain a rule, a block, an attribute, a word, or the findings on a line.
    #[command(after_help = EXPLAIN)]
    Explain(Explain),
    /// List every rule.
    #[command(after_help = RULES)]
    Rules(Rules),
    /// Show what `ftspec.toml` sets for a spec, value by value, and where each comes from.
    #[command(after_help = CONFIG)]
    Config(ShowConfig),
    /// Serve an editor: the language server, on standard input and output.
    #[command(after_help = LSP)]
    Lsp(Lsp),
    /// Print a script that completes `ftspec` in your shell.
    #[command(after_help = COMPLETIONS)]
    Completions(Completions),
    /// Print the manual page.
    #[command(after_help = MAN)]
    Man,
}

const CHECK: &str = "\
Examples:
  ftspec check                                  this folder and everything below
  ftspec check plans refund.ftspec              a folder and a file
  ftspec check --format json | jq .summary      for scripts
  ftspec check --format short                   one line a finding, for editors
  ftspec check --deny-warnings                  for CI: warnings fail, too
  ftspec check --fix                            mend what is safe to mend
  ftspec check --fix --unsafe-fixes --diff      show what could be mended
  ftspec check --format github --output sarif=ftspec.sarif
                                                annotations on the screen, SARIF in a file
  ftspec check --statistics                     how often each rule speaks
  ftspec check --write-baseline known.json      take stock of what is there today
  ftspec check --baseline known.json            show and fail on what is new
  ftspec check --since origin/main              show and fail on what this branch brings
  ftspec check --list-accepted                  every finding that a team lives with
  git show HEAD:refund.ftspec | ftspec check - --stdin-path refund.ftspec

Exit codes: 0 nothing at deny, 1 findings at deny, 2 something could not be read or written.";

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

const NEW: &str = "\
Examples:
  ftspec new                                  questions and answers; the file is named after the title
  ftspec new plans/refund.ftspec              the same, into this file
  ftspec new --template style                 the same, for a change of tone
  ftspec new --template format --yes          no questions: the template's wording, the rest marked open
  ftspec new --lang zh                        the same in Chinese

Nothing is ever overwritten, and nothing is written before the last answer: Esc or Ctrl-C leaves no file.

Exit codes: 0 written, 2 not written.";

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

const FMT: &str = "\
Examples:
  ftspec fmt                      format every spec in this folder and below
  ftspec fmt refund.ftspec        format one
  ftspec fmt --check              for CI: list what would change, exit 1 if anything would
  ftspec fmt --diff               show what would change, write nothing
  ftspec fmt - < refund.ftspec    standard input to standard output

Exit codes: 0 done, 1 with --check where something would change, 2 something could not be read or written.";

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

const PLAN: &str = "\
Examples:
  ftspec plan refund.ftspec                          Markdown, on the screen
  ftspec plan refund.ftspec -o refund.html           one file to send, print and sign
  ftspec plan refund.ftspec -o refund.html --lang zh the same in Chinese
  ftspec plan refund.ftspec -o plan.html --watch     again after every change
  ftspec plan plans -o site/ --format html           a document for every spec of a folder
  ftspec plan refund.ftspec --since origin/main      with what changed, requirement by requirement
  ftspec plan refund.ftspec --require ready          for CI: exit 1 unless tuning is the next step
  ftspec plan refund.ftspec --format json | jq .verdict

A plan with findings is written all the same; it begins with what to mend first. Errors of the language are no plan.

Exit codes: 0 written, 1 errors of the language or --require not met, 2 something could not be read or written.";

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

const EXPLAIN: &str = "\
Examples:
  ftspec explain no-guard           a rule, by its name
  ftspec explain FT404              or by its code
  ftspec explain goal               a block
  ftspec explain goal.kind          an attribute, with the words that may stand there
  ftspec explain kappa              a word
  ftspec explain file               the top level of a spec
  ftspec explain refund.ftspec:42   the findings on a line";

/// `ftspec explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// RULE, CODE, BLOCK, BLOCK.ATTRIBUTE, a word, or FILE:LINE.
    pub what: String,

    /// The day of the check, as 2026-11-21; else FTSPEC_TODAY, else today (UTC).
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    pub today: Option<Date>,
}

const RULES: &str = "\
Examples:
  ftspec rules                          a table
  ftspec rules --format json            for scripts
  ftspec rules --format markdown        the whole handbook: reasons, examples, options
  ftspec rules --format markdown --lang zh > rules.md";

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

const CONFIG: &str = "\
Examples:
  ftspec config refund.ftspec                  every value that counts for this spec
  ftspec config plans --format json            for scripts
  ftspec config --schema > ftspec.schema.json  for editors that complete TOML";

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

const LSP: &str = "\
Editors start it themselves; docs/editors.md has their settings. It speaks the Language Server Protocol.

Examples:
  ftspec lsp                      for an editor's settings
  ftspec lsp --lang zh            messages in Chinese, whatever the editor speaks

Exit codes: 0 after the editor has said goodbye, 1 where it has not.";

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

const COMPLETIONS: &str = "\
Examples:
  ftspec completions bash > ~/.local/share/bash-completion/completions/ftspec
  ftspec completions zsh  > ~/.zfunc/_ftspec
  ftspec completions fish > ~/.config/fish/completions/ftspec.fish";

/// `ftspec completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// Your shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

const MAN: &str = "\
Examples:
  ftspec man > ~/.local/share/man/man1/ftspec.1
  ftspec man | man -l -";
