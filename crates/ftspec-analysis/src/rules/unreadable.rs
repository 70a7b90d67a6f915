//! A file that cannot be read as a spec at all: not UTF-8, too large, not there.

use ftspec_syntax::Span;

use crate::analysis::MAX_BYTES;
use crate::diagnostic::Level;
use crate::lang::say;
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
        zh: Page {
            summary: "文件读不了：不是 UTF-8 编码、超过 4 MiB，或者不存在。",
            why: "计划就是一页文本。不是文本的字节，或者好几兆的文件，多半是误放进来的数据集或模型，再不就是旧编码\
                  的文本。只读一半就下判断，判断的就是另一份东西了。",
            instead: "把文件存成 UTF-8；数据放进单独的文件，在 `data { path: … }` 里写明路径；并检查给出的路径是否正确。",
            accept_when: "",
        },
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
    let lang = reporter.lang;
    let message = say!(
        lang,
        "the file has {bytes} bytes, and a spec has at most {MAX_BYTES}",
        "文件有 {bytes} 字节，而一份计划最多 {MAX_BYTES} 字节"
    );
    reporter.wrong(&RULE, Span::empty(0), message).label(lang.pick("too large for a spec", "作为一份计划太大了")).help(
        lang.pick(
            "a spec is a page; put data into files of their own and name them in `data { path: … }`",
            "计划就是一页纸；数据放进单独的文件，在 `data { path: … }` 里写明路径",
        ),
    );
}
