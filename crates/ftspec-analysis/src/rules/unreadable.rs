//! A file that cannot be read as a spec at all: not UTF-8, too large, not there.

use ftspec_syntax::Span;

use crate::analysis::MAX_BYTES;
use crate::diagnostic::Level;
use crate::language::Reporter;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `unreadable`
pub static RULE: Rule = Rule {
    code: "FT013",
    name: "unreadable",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The file cannot be read: it is not UTF-8, larger than 4 MiB, or not there.",
            why: "A spec is text on one page. Bytes that are no text, or a file of many megabytes, are a dataset or a \
              model that got here by mistake, or a text in an older encoding; to judge half of it would be to judge \
              something else.",
            instead: "Save the file as UTF-8, put data into files of its own and name them in `data { path: … }`, and \
                  check the path that was given.",
            accept_when: "",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: "",
        good: "",
    },
    options: &[],
    along_with: &[],
    run,
};

/// Whether a file can be read is known before there is a spec.
fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}

pub(crate) fn too_large(reporter: &mut Reporter<'_>, bytes: usize) {
    reporter
        .wrong(&RULE, Span::empty(0), format!("the file has {bytes} bytes, and a spec has at most {MAX_BYTES}"))
        .label("too large for a spec")
        .help("a spec is a page; put data into files of their own and name them in `data { path: … }`");
}
