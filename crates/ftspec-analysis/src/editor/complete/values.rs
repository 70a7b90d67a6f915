//! What can stand behind a colon: words with their meaning, names that fit, units, paths.

use ftspec_schema::{BEHAVIOR, Block, Content, DATA, Dimension, METRIC, MetricMethod, Role, Type, UNITS, WordSet};
use ftspec_syntax::{Span, Token, TokenKind as K};

use super::{Completion, CompletionKind, Insert, List, filter};
use crate::editor::cards;
use crate::editor::vocabulary::PARTS;
use crate::lang::say;
use crate::spec::{Data, Node};

impl<'a> List<'a> {
    /// What can stand behind the colon of an attribute.
    pub(super) fn values(&mut self, block: &'static Block, name: &str) {
        let tokens = &self.line.tokens;
        let rest = tokens.get(2..).unwrap_or_default();
        match block.content {
            Content::Readings => return self.margin(rest),
            Content::Parameters => return,
            _ => {}
        }
        let Some(attribute) = block.attribute(name) else { return };
        // One value is enough outside of a list.
        if self.line.elements.is_none() && !rest.is_empty() {
            return;
        }
        let taken: Vec<&str> = self.taken();
        match attribute.ty {
            Type::Word(set) => self.vocabulary(set(), &taken),
            Type::Bool => {
                for word in ["true", "false"] {
                    self.word(
                        CompletionKind::Word,
                        word,
                        "",
                        "",
                        if word == "true" { &["是", "有"] } else { &["否", "无"] },
                    );
                }
            }
            Type::Ref(keyword) => self.names(block, keyword, &taken),
            Type::Name => self.changes(&taken),
            Type::Date => self.date(),
            Type::Text => self.string(),
            _ => {}
        }
    }

    /// The elements of the list around the cursor, before and behind it.
    fn taken(&self) -> Vec<&'a str> {
        let Some(elements) = &self.line.elements else { return Vec::new() };
        let mut taken: Vec<&str> = elements.iter().map(|token| token.span.of(self.text)).collect();
        let tokens = &self.analysis.parsed().tokens;
        let from = tokens.partition_point(|token| token.span.start < self.replace.end.max(self.offset));
        let ends = |token: &&Token| !matches!(token.kind, K::CloseBracket | K::OpenBrace | K::CloseBrace | K::Colon);
        taken.extend(tokens[from..].iter().take_while(ends).map(|token| token.span.of(self.text)));
        taken
    }

    fn vocabulary(&mut self, set: &'static WordSet, taken: &[&str]) {
        for word in set.words.iter().filter(|word| !taken.contains(&word.name)) {
            let (lang, title) = (self.lang, self.lang.title(set));
            let detail = lang.pick(title, word.zh);
            self.word(CompletionKind::Word, word.name, detail, lang.doc(word), word.aliases);
        }
    }

    fn names(&mut self, block: &'static Block, keyword: &str, taken: &[&str]) {
        let analysis = self.analysis;
        let spec = analysis.spec();
        let Some(kind) = spec.file().block().child(keyword) else { return };
        let mut nodes: Vec<(u8, Node)> = spec
            .file()
            .children(kind)
            .filter(|node| !node.name().is_empty() && !taken.contains(&node.name()))
            .map(|node| (0, node))
            .collect();
        if std::ptr::eq(kind, &DATA) {
            // What judges is no data that teaches.
            let judges = std::ptr::eq(block, &METRIC) || block.name == "eval" || block.name == "baseline";
            for (rank, node) in &mut nodes {
                let role = Data(*node).role().given().map(|role| role.value);
                let teaches = matches!(role, Some(Role::Train | Role::Replay));
                *rank = u8::from(teaches == judges) + u8::from(role == Some(Role::Validation));
            }
        }
        if std::ptr::eq(kind, &BEHAVIOR) && nodes.len() < 200 {
            // Behaviours that no metric covers come first.
            let covered: Vec<&str> =
                spec.eval().into_iter().flat_map(|eval| eval.metrics()).flat_map(|it| it.covers()).collect();
            for (rank, node) in &mut nodes {
                *rank = u8::from(covered.contains(&node.name()));
            }
        }
        nodes.sort_by_key(|(rank, _)| *rank);
        for (_, node) in nodes {
            let detail = cards::summary(analysis, node);
            self.word(CompletionKind::Name, node.name(), &detail, "", &[]);
        }
    }

    /// What a round can have changed.
    fn changes(&mut self, taken: &[&str]) {
        let spec = self.analysis.spec();
        let free = |name: &str| !taken.contains(&name);
        let parameters = spec.method().and_then(|method| method.parameters());
        for name in parameters.into_iter().flat_map(|it| it.entries()).filter(|it| free(it.value)) {
            self.word(CompletionKind::Name, name.value, self.lang.pick("a training setting", "训练参数"), "", &[]);
        }
        for data in spec.data().filter(|data| free(data.name()) && !data.name().is_empty()) {
            self.word(CompletionKind::Name, data.name(), "data", "", &[]);
        }
        for part in PARTS.into_iter().filter(|part| free(part)) {
            self.word(CompletionKind::Word, part, self.lang.pick("a part of the plan", "计划的一部分"), "", &[]);
        }
        for metric in spec.eval().into_iter().flat_map(|eval| eval.metrics()).filter(|it| free(it.name())) {
            self.word(CompletionKind::Name, metric.name(), "metric", "", &[]);
        }
    }

    fn date(&mut self) {
        if let Some(today) = self.analysis.config().today {
            let today = today.to_string();
            self.word(CompletionKind::Value, &today, self.lang.pick("today", "今天"), "", &["today", "今天"]);
        }
    }

    /// Quotes, where a text is expected and none was begun.
    fn string(&mut self) {
        let insert = Insert { plain: "\"\"".to_string(), snippet: Some("\"$1\"".to_string()) };
        let item = Completion {
            label: "\"…\"".to_string(),
            kind: CompletionKind::Value,
            detail: self.lang.pick("text in quotes", "引号里的文字").to_string(),
            doc: String::new(),
            insert,
            filter: "\"".to_string(),
            sort: String::new(),
            more: true,
        };
        if self.line.word.is_none() {
            self.push(item);
        }
    }

    /// `+-` behind a reading.
    fn margin(&mut self, rest: &[Token]) {
        let last = self.line.elements.as_deref().unwrap_or(rest).last();
        if last.is_some_and(|last| last.kind == K::Number) && self.line.word.is_none() {
            self.word(CompletionKind::Keyword, "+-", self.lang.pick("its error margin", "误差范围"), "", &["±"]);
        }
    }

    /// The path that is being written between quotes.
    pub(super) fn path(&mut self, block: &Block, name: &str, string: Token) {
        if !matches!((block.name, name), ("data", "path") | ("labeling", "guide")) {
            return;
        }
        let written = string.span.of(self.text);
        // Single quotes and block strings hold no paths that anybody writes.
        if !written.starts_with('"') || written.starts_with("\"\"\"") {
            return;
        }
        let start = string.span.start + 1;
        let closed = string.kind == K::String;
        let end = if closed { string.span.end - 1 } else { start + written[1..].trim_end().len() as u32 };
        if self.offset < start || self.offset > end {
            return;
        }
        self.replace = Span::new(start, end);
        self.needs_paths = Some(Span::new(start, self.offset).of(self.text).to_string());
    }

    /// Units behind the number of an attribute or reading.
    pub(super) fn units(&mut self, block: &'static Block, name: &str, number: Token) {
        let dimensions: &[Dimension] = match (block.content, block.attribute(name).map(|attribute| attribute.ty)) {
            (Content::Readings, _) => &self.reading_dimensions(name),
            (_, Some(Type::Share | Type::Agreement)) => &[Dimension::Plain],
            (_, Some(Type::Quantity(Dimension::Time))) => &[Dimension::Time],
            (_, Some(Type::Spend)) => &[Dimension::Money, Dimension::GpuHours],
            (_, Some(Type::Reading | Type::Scale)) => &[Dimension::Plain, Dimension::Time, Dimension::Money],
            _ => &[],
        };
        self.units_of(number, dimensions);
    }

    /// What readings of a metric can be measured in.
    pub(super) fn reading_dimensions(&self, metric: &str) -> Vec<Dimension> {
        let metric = self.analysis.spec().eval().and_then(|eval| eval.metric(metric));
        let Some(method) = metric.and_then(|metric| metric.method().given()) else {
            return vec![Dimension::Plain, Dimension::Time, Dimension::Money, Dimension::Words, Dimension::Tokens];
        };
        match method.value {
            MetricMethod::Latency => vec![Dimension::Time],
            MetricMethod::Cost => vec![Dimension::Money, Dimension::GpuHours],
            MetricMethod::Tokens => vec![Dimension::Tokens, Dimension::Words],
            MetricMethod::Custom => vec![Dimension::Plain, Dimension::Time, Dimension::Words, Dimension::Tokens],
            MetricMethod::Loss | MetricMethod::Perplexity => Vec::new(),
            _ => vec![Dimension::Plain],
        }
    }

    /// Units of some dimensions, written behind the digits before the cursor.
    pub(super) fn units_of(&mut self, number: Token, dimensions: &[Dimension]) {
        let written = number.span.of(self.text);
        let digits =
            written.find(|c: char| !(c.is_ascii_digit() || matches!(c, '_' | '.' | '-'))).unwrap_or(written.len());
        let start = number.span.start + digits as u32;
        if digits == 0 || self.offset < start {
            return;
        }
        self.replace = Span::new(start, number.span.end);
        let digits = Span::new(number.span.start, start).of(self.text);
        for dimension in dimensions {
            for unit in UNITS.iter().filter(|unit| unit.dimension == *dimension) {
                let (whole, doc) = (format!("{digits}{}", unit.name), self.lang.doc(unit));
                let insert = Insert { plain: unit.name.to_string(), snippet: None };
                let item = Completion {
                    label: whole.clone(),
                    kind: CompletionKind::Unit,
                    detail: doc.split([':', '：']).next().unwrap_or_default().to_string(),
                    doc: doc.to_string(),
                    insert,
                    filter: filter(unit.name, unit.aliases),
                    sort: String::new(),
                    more: false,
                };
                self.push(item);
            }
        }
    }

    /// A few words about how far a bound is reached, for `rounds` and `spend`.
    pub(super) fn rounds_so_far(&self) -> String {
        let rounds = self.analysis.spec().rounds().count();
        say!(self.lang, "{rounds} so far", "已跑 {rounds} 轮")
    }
}
