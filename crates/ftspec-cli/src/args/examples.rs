//! What stands below the help of each command: lines to copy.

/// `ftspec`
pub(super) const OVERVIEW: &str = "\
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

/// `ftspec check`
pub(super) const CHECK: &str = "\
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

/// `ftspec new`
pub(super) const NEW: &str = "\
Examples:
  ftspec new                                  questions and answers; the file is named after the title
  ftspec new plans/refund.ftspec              the same, into this file
  ftspec new --template style                 the same, for a change of tone
  ftspec new --template format --yes          no questions: the template's wording, the rest marked open
  ftspec new --lang zh                        the same in Chinese

Nothing is ever overwritten, and nothing is written before the last answer: Esc or Ctrl-C leaves no file.

Exit codes: 0 written, 2 not written.";

/// `ftspec fmt`
pub(super) const FMT: &str = "\
Examples:
  ftspec fmt                      format every spec in this folder and below
  ftspec fmt refund.ftspec        format one
  ftspec fmt --check              for CI: list what would change, exit 1 if anything would
  ftspec fmt --diff               show what would change, write nothing
  ftspec fmt - < refund.ftspec    standard input to standard output

Exit codes: 0 done, 1 with --check where something would change, 2 something could not be read or written.";

/// `ftspec plan`
pub(super) const PLAN: &str = "\
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

/// `ftspec explain`
pub(super) const EXPLAIN: &str = "\
Examples:
  ftspec explain no-guard           a rule, by its name
  ftspec explain FT404              or by its code
  ftspec explain goal               a block
  ftspec explain goal.kind          an attribute, with the words that may stand there
  ftspec explain kappa              a word
  ftspec explain file               the top level of a spec
  ftspec explain refund.ftspec:42   the findings on a line";

/// `ftspec rules`
pub(super) const RULES: &str = "\
Examples:
  ftspec rules                          a table
  ftspec rules --format json            for scripts
  ftspec rules --format markdown        the whole handbook: reasons, examples, options
  ftspec rules --format markdown --lang zh > rules.md";

/// `ftspec config`
pub(super) const CONFIG: &str = "\
Examples:
  ftspec config refund.ftspec                  every value that counts for this spec
  ftspec config plans --format json            for scripts
  ftspec config --schema > ftspec.schema.json  for editors that complete TOML";

/// `ftspec lsp`
pub(super) const LSP: &str = "\
Editors start it themselves; docs/editors.md has their settings. It speaks the Language Server Protocol.

Examples:
  ftspec lsp                      for an editor's settings
  ftspec lsp --lang zh            messages in Chinese, whatever the editor speaks

Exit codes: 0 after the editor has said goodbye, 1 where it has not.";

/// `ftspec completions`
pub(super) const COMPLETIONS: &str = "\
Examples:
  ftspec completions bash > ~/.local/share/bash-completion/completions/ftspec
  ftspec completions zsh  > ~/.zfunc/_ftspec
  ftspec completions fish > ~/.config/fish/completions/ftspec.fish";

/// `ftspec man`
pub(super) const MAN: &str = "\
Examples:
  ftspec man > ~/.local/share/man/man1/ftspec.1
  ftspec man | man -l -";
