//! Statements and arms: `require tone >= 90%`, `when … then …`.

use ftspec_schema::{Block, Content, EVAL, STOP};
use ftspec_syntax::Edit;
use ftspec_syntax::tree::{self, Scalar, ScalarKind, Value};

use super::Builder;
use crate::diagnostic::Applicability;
use crate::language::Reporter;
use crate::rules::{MISPLACED, SYNTAX, UNKNOWN_WORD};
use crate::spec::StatementData;
use crate::spec::conditions::Arm;
use crate::spec::statements::{StatementKind, comparison as read_comparison};
use crate::spec::values::shorten;
use crate::suggest::{self, Candidate};

impl Builder<'_, '_> {
    pub(super) fn statement(&mut self, id: u32, block: &'static Block, tree: &tree::Statement, from: u32) {
        let text = self.spec.text;
        let word = tree.keyword.of(text);
        // `kind style`: an attribute without its colon.
        if block.statement(word).is_none() && tree.comparison.is_none() {
            let attribute = block.attribute(word);
            let free = matches!(block.content, Content::Parameters);
            if attribute.is_some() || free {
                self.reporter
                    .wrong(&SYNTAX, tree.keyword.to(tree.subject), format!("no colon between `{word}` and its value"))
                    .label("expected `:`")
                    .fix("put a colon", Applicability::Safe, vec![Edit::insert(tree.keyword.end, ":")]);
                if let Some(known) = attribute
                    && self.said(from, known).is_none()
                {
                    let scalar = Scalar { kind: ScalarKind::Word, value: tree.subject, margin: None };
                    self.put(known, tree.keyword, &Value::Scalar(scalar));
                }
                return;
            }
        }
        let statements = block.statements();
        if statements.is_empty() {
            if EVAL.statement(word).is_some() {
                self.reporter
                    .wrong(&MISPLACED, tree.span, format!("`{word}` does not stand {}", block.inside()))
                    .label("belongs to `eval`")
                    .help("move it into the `eval` block");
            } else {
                self.reporter
                    .wrong(
                        &SYNTAX,
                        tree.span,
                        format!(
                            "`{} {}` is neither an attribute nor a block",
                            shorten(word),
                            shorten(tree.subject.of(text))
                        ),
                    )
                    .label("expected `name: value` or `name { … }`");
                self.doubt(id, block, Some(tree.keyword));
            }
            return;
        }
        let known = match block.statement(word) {
            Some(known) => known,
            None => {
                let near = suggest::nearest(
                    word,
                    statements.iter().map(|it| Candidate { name: it.name, aliases: it.aliases }),
                );
                let report = self
                    .reporter
                    .wrong(
                        &UNKNOWN_WORD,
                        tree.keyword,
                        format!("`{}` is no statement of {}", shorten(word), block.place()),
                    )
                    .label("unknown here")
                    .help("the statements are `require M >= 90%`, `guard M >= baseline` and `watch M`");
                Reporter::replace_name(report, tree.keyword, near);
                match near.and_then(|near| block.statement(near)) {
                    Some(known) => known,
                    None => {
                        self.spec.nodes[id as usize].broken = true;
                        return;
                    }
                }
            }
        };
        let kind = match known.name {
            "require" => StatementKind::Require,
            "guard" => StatementKind::Guard,
            _ => StatementKind::Watch,
        };
        let (comparison, broken) = match (&tree.comparison, known.compares) {
            (Some(comparison), true) => {
                let read = read_comparison(self.reporter, comparison);
                (read, read.is_none())
            }
            (Some(comparison), false) => {
                let rest = comparison.at.to(comparison.operand.span());
                self.reporter
                    .wrong(&SYNTAX, rest, format!("`{}` takes no comparison", known.name))
                    .label("only the metric's name stands here")
                    .help("to decide by it, write `require` or `guard`");
                (None, false)
            }
            (None, true) => {
                self.reporter
                    .wrong(&SYNTAX, tree.span, format!("`{}` needs a comparison", known.name))
                    .label("expected `>=`, `<=`, … and a value behind it")
                    .help(format!("for example: {}", known.example))
                    .fix(
                        "say what is demanded",
                        Applicability::Template,
                        vec![Edit::insert(tree.span.end, " >= baseline")],
                    );
                (None, true)
            }
            (None, false) => (None, false),
        };
        self.spec.statements.push(StatementData {
            kind,
            keyword: tree.keyword,
            subject: tree.subject,
            comparison,
            span: tree.span,
            broken,
        });
    }

    pub(super) fn arm(&mut self, block: &'static Block, tree: &tree::Arm) {
        if !std::ptr::eq(block, &STOP) {
            self.reporter
                .wrong(&MISPLACED, tree.span, format!("`when … then …` does not stand {}", block.inside()))
                .label("belongs to `stop`")
                .help("move it into the `stop` block");
            self.spec.nodes[0].doubtful.push("stop");
            return;
        }
        let arm = Arm::read(self.reporter, tree);
        self.spec.arms.push(arm);
    }
}
