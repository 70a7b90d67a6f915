//! Statements and arms: `require tone >= 90%`, `when … then …`.

use ftspec_schema::{Block, Content, EVAL, STOP};
use ftspec_syntax::Edit;
use ftspec_syntax::tree::{self, Scalar, ScalarKind, Value};

use super::{Builder, misplaced, no_colon};
use crate::diagnostic::Applicability;
use crate::lang::say;
use crate::language::Reporter;
use crate::rules::{MISPLACED, SYNTAX, UNKNOWN_WORD};
use crate::spec::StatementData;
use crate::spec::conditions::Arm;
use crate::spec::statements::{StatementKind, comparison as read_comparison};
use crate::spec::values::shorten;
use crate::suggest::{self, Candidate};

impl Builder<'_, '_> {
    pub(super) fn statement(&mut self, id: u32, block: &'static Block, tree: &tree::Statement, from: u32) {
        let (text, lang) = (self.spec.text, self.reporter.lang);
        let word = tree.keyword.of(text);
        // `kind style`: an attribute without its colon.
        if block.statement(word).is_none() && tree.comparison.is_none() {
            let attribute = block.attribute(word);
            let free = matches!(block.content, Content::Parameters);
            if attribute.is_some() || free {
                let message = no_colon(lang, word);
                self.reporter
                    .wrong(&SYNTAX, tree.keyword.to(tree.subject), message)
                    .label(lang.pick("expected `:`", "应有 `:`"))
                    .fix(
                        lang.pick("put a colon", "补上冒号"),
                        Applicability::Safe,
                        vec![Edit::insert(tree.keyword.end, ":")],
                    );
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
                    .wrong(&MISPLACED, tree.span, misplaced(lang, word, block))
                    .label(lang.pick("belongs to `eval`", "属于 `eval`"))
                    .help(lang.pick("move it into the `eval` block", "移到 `eval` 块里"));
            } else {
                let (one, other) = (shorten(word), shorten(tree.subject.of(text)));
                let message = say!(
                    lang,
                    "`{one} {other}` is neither an attribute nor a block",
                    "`{one} {other}` 既不是属性，也不是块"
                );
                self.reporter
                    .wrong(&SYNTAX, tree.span, message)
                    .label(lang.pick("expected `name: value` or `name { … }`", "应为 `name: value` 或 `name { … }`"));
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
                let (written, place) = (shorten(word), block.place());
                let inside = lang.inside(block);
                let message = say!(lang, "`{written}` is no statement of {place}", "{inside}没有 `{written}` 这种语句");
                let report = self
                    .reporter
                    .wrong(&UNKNOWN_WORD, tree.keyword, message)
                    .label(lang.pick("unknown here", "不认识的词"))
                    .help(lang.pick(
                        "the statements are `require M >= 90%`, `guard M >= baseline` and `watch M`",
                        "语句有 `require M >= 90%`、`guard M >= baseline` 和 `watch M`",
                    ));
                Reporter::replace_name(lang, report, tree.keyword, near);
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
                let name = known.name;
                self.reporter
                    .wrong(&SYNTAX, rest, say!(lang, "`{name}` takes no comparison", "`{name}` 后面不写比较"))
                    .label(lang.pick("only the metric's name stands here", "这里只写指标的名字"))
                    .help(lang.pick(
                        "to decide by it, write `require` or `guard`",
                        "要靠它做决定，就写 `require` 或 `guard`",
                    ));
                (None, false)
            }
            (None, true) => {
                let (name, example) = (known.name, known.example);
                self.reporter
                    .wrong(&SYNTAX, tree.span, say!(lang, "`{name}` needs a comparison", "`{name}` 后面缺少比较"))
                    .label(lang.pick(
                        "expected `>=`, `<=`, … and a value behind it",
                        "后面应有比较符（`>=`、`<=` 等）和一个值",
                    ))
                    .help(say!(lang, "for example: {example}", "例如：{example}"))
                    .fix(
                        lang.pick("say what is demanded", "写明要求"),
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
            let lang = self.reporter.lang;
            self.reporter
                .wrong(&MISPLACED, tree.span, misplaced(lang, "when … then …", block))
                .label(lang.pick("belongs to `stop`", "属于 `stop`"))
                .help(lang.pick("move it into the `stop` block", "移到 `stop` 块里"));
            self.spec.nodes[0].doubtful.push("stop");
            return;
        }
        let arm = Arm::read(self.reporter, tree);
        self.spec.arms.push(arm);
    }
}
