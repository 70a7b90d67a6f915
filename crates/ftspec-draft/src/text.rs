//! Answers to text: a draft in the project's layout, whatever was answered and whatever was left open.

use ftspec_analysis::{Lang, say};
use ftspec_syntax::{format, text};

use crate::answer::{Answers, Topic};
use crate::elsewhere::pointers;
use crate::lines::{Block, open};
use crate::questions::NOTHING;
use crate::template::Sheet;

/// The draft. Everything that a person wrote stands in it as a string, so that no answer can break it; what is open
/// stands as a comment in its place, and so does what points away from tuning.
pub fn draft(answers: &Answers, lang: Lang) -> String {
    let mut notes: Vec<String> = Vec::new();
    for pointer in pointers(answers, lang) {
        let headline = pointer.headline.text(lang);
        notes.push(say!(lang, "// points elsewhere: {headline}\n", "// 提醒：{headline}\n"));
    }
    plain(answers, lang, &notes.concat())
}

/// The draft with some notes at its top.
pub(crate) fn plain(answers: &Answers, lang: Lang, notes: &str) -> String {
    let sheet = answers.template().sheet();
    let paper = Paper { answers, sheet, lang };
    let mut text = say!(
        lang,
        "// A first draft by `ftspec new`. What is open says so; `ftspec check --unsaid` lists the rest.\n",
        "// 由 `ftspec new` 写成的初稿。没说定的地方标了“待定”；其余的用 `ftspec check --unsaid` 查看。\n"
    );
    text.push_str(notes);
    text.push_str(&paper.top());
    for part in [
        paper.goal() + &paper.task() + &paper.behavior(),
        paper.baseline() + &paper.knowledge() + &paper.data(),
        paper.eval(),
        paper.risk() + &paper.stop(),
    ] {
        text.push('\n');
        text.push_str(&part);
    }
    format(&text)
}

/// What a draft is made of.
struct Paper<'a> {
    answers: &'a Answers,
    sheet: &'static Sheet,
    lang: Lang,
}

impl Paper<'_> {
    fn top(&self) -> String {
        let lang = self.lang;
        let mut top = String::new();
        let title = self.answers.text(Topic::Title);
        if title.is_none() {
            top.push_str(&open(lang.pick("a title of its own", "项目自己的标题"), lang));
        }
        top.push_str(&format!("spec {}\n", text::quote(title.unwrap_or(self.sheet.title.text(lang)))));
        match self.quoted(Topic::Owner) {
            Some(owner) => top.push_str(&format!("owner: {owner}\n")),
            None => top.push_str(&open(&self.example("owner", "support-ml@example.com"), lang)),
        }
        top.push_str("status: draft\n");
        top
    }

    fn goal(&self) -> String {
        let mut goal = Block::tall("goal", self.lang);
        let kinds = "kind: style | format | mapping | specialist | safety | efficiency | privacy";
        goal.attribute("kind", self.word(Topic::Kind), kinds);
        goal.attribute("cause", self.word(Topic::Cause), "cause: behavior | prompt | knowledge | retrieval | data | …");
        goal.attribute("today", self.quoted(Topic::Today), &self.example("today", self.sheet.today.text(self.lang)));
        goal.attribute(
            "target",
            self.quoted(Topic::Target),
            &self.example("target", self.sheet.target.text(self.lang)),
        );
        goal.text()
    }

    fn task(&self) -> String {
        let mut task = Block::short("task", self.lang);
        task.attribute("type", self.word(Topic::Task), &self.choice("type", self.sheet.task));
        task.attribute("input", self.quoted(Topic::Input), &self.example("input", self.sheet.input.text(self.lang)));
        task.attribute(
            "output",
            self.quoted(Topic::Output),
            &self.example("output", self.sheet.output.text(self.lang)),
        );
        if let Some(place) = self.word(Topic::Deployment) {
            task.line(format!("deployment: {place}"));
        } else if matches!(self.answers.word(Topic::Kind), Some("efficiency" | "privacy")) {
            task.open("deployment: private | edge | api");
        }
        task.text()
    }

    fn behavior(&self) -> String {
        let name = self.sheet.behavior.text(self.lang);
        let mut behavior = Block::short(format!("behavior {name}"), self.lang);
        behavior.attribute("must", self.quoted(Topic::Must), &self.example("must", self.sheet.must.text(self.lang)));
        behavior.attribute(
            "never",
            self.quoted(Topic::Never),
            &self.example("never", self.sheet.never.text(self.lang)),
        );
        behavior.text()
    }

    fn baseline(&self) -> String {
        let method = self.word(Topic::Tried).filter(|word| word != NOTHING);
        let mut baseline = Block::slight("baseline best_prompt", self.lang);
        if method.is_none() {
            baseline.open("method: few_shot").open("attempts: 3").open("shortfall: \"…\"");
            return baseline.text();
        }
        baseline.attribute("method", method, "");
        baseline.attribute("attempts", self.number(Topic::Attempts), &self.choice("attempts", "3"));
        let still = self.lang.pick("what it still gets wrong", "还做不好什么");
        baseline.attribute("shortfall", self.quoted(Topic::Shortfall), &format!("shortfall: \"…\" ({still})"));
        baseline.text()
    }

    fn knowledge(&self) -> String {
        let mut knowledge = Block::slight("knowledge", self.lang);
        let source = self.answers.word(Topic::Source);
        knowledge.attribute("source", source.map(str::to_string), "source: input | retrieval | tools | prompt | none");
        if let Some("retrieval" | "tools" | "prompt" | "weights") = source {
            let paces = "changes: hourly | daily | weekly | monthly | yearly | never";
            knowledge.attribute("changes", self.word(Topic::Changes), paces);
        }
        if source == Some("retrieval") {
            let found = "retrieval { chunking: section, top_k: 4, on_conflict: newest, on_missing: escalate }";
            knowledge.open(found);
        }
        knowledge.text()
    }

    fn data(&self) -> String {
        let learnt = self.answers.number(Topic::Examples);
        let file = self.answers.text(Topic::File).filter(|_| learnt.is_some());
        let judged_on = self.lang.pick("test_set", "测试集");
        let fallback = self.lang.pick("train_set", "训练集");
        let label = file.and_then(label_of).filter(|label| label != judged_on).unwrap_or(fallback.to_string());

        let mut train = Block::slight(format!("data {label}"), self.lang);
        if learnt.is_some() {
            train.line("role: train");
            train.attribute("path", file.map(text::quote), "path: \"data/….jsonl\"");
            train.attribute("examples", self.number(Topic::Examples), "");
            train.attribute("quality", self.word(Topic::Quality), "quality: reviewed | mixed | raw");
        } else {
            train.open("role: train").open("examples: 1_200").open("quality: reviewed");
        }
        let mut test = Block::slight(format!("data {judged_on}"), self.lang);
        match self.number(Topic::Tests) {
            Some(many) => test.line("role: test").line(format!("examples: {many}")),
            None => test.open("role: test").open("examples: 200"),
        };
        train.text() + &test.text()
    }

    fn eval(&self) -> String {
        let (sheet, lang) = (self.sheet, self.lang);
        let name = sheet.metric.text(lang);
        let guarded = &sheet.guarded;
        let other = guarded.name.text(lang);
        let mut eval = Block::tall("eval", lang);
        let mut metric = Block::slight(format!("metric {name}"), lang);
        let judge = self.answers.word(Topic::Judge);
        match judge {
            Some("loss") => metric.line(format!("measures: {}", sheet.measures)).line("method: loss"),
            Some(judge) => {
                let method = method(sheet.measures, judge);
                metric.line(format!("measures: {}", sheet.measures)).line(format!("method: {method}"));
                metric.line(format!("judge: {judge}"))
            }
            None => metric
                .open(format!("measures: {}", sheet.measures))
                .open(format!("method: {}", method(sheet.measures, sheet.judge)))
                .open(format!("judge: {}", sheet.judge)),
        };
        eval.inside(metric);
        // Somebody who judges by nothing but the loss has no other measure yet.
        let measured = judge.is_some_and(|judge| judge != "loss");
        if measured {
            let mut second = Block::slight(format!("metric {other}"), lang);
            second.line(guarded.metric);
            eval.inside(second);
            let bar = self.answers.number(Topic::Bar).map(|bar| bar.clamp(1, 100));
            match bar {
                Some(bar) => eval.line(format!("require {name} >= {bar}%")),
                None => eval.open(format!("require {name} >= {}%", sheet.bar)),
            };
            eval.line(format!("guard {other} {}", guarded.bound));
        } else {
            eval.open(format!("metric {other} {{ {} }}", guarded.metric));
            eval.open(format!("require {name} >= {}%, guard {other} {}", sheet.bar, guarded.bound));
        }
        eval.text()
    }

    fn risk(&self) -> String {
        let lang = self.lang;
        let mut risk = Block::tall("risk", lang);
        risk.attribute("tier", self.word(Topic::Tier), "tier: low | medium | high | critical");
        risk.attribute("domain", self.word(Topic::Domain), &self.choice("domain", "customer_service"));
        let worst = self.example("worst_case", self.sheet.worst_case.text(lang));
        risk.attribute("worst_case", self.quoted(Topic::WorstCase), &worst);
        let name = lang.pick("hand_over", "转交");
        let mut fallback = Block::slight(format!("fallback {name}"), lang);
        match self.answers.word(Topic::Catcher) {
            Some(catcher) => {
                let (action, enforcer) = match catcher {
                    "human" => ("human", "workflow"),
                    "review_before_send" => ("review_before_send", "human"),
                    "model" => ("human", "model"),
                    action => (action, "code"),
                };
                risk.open(say!(
                    lang,
                    "when {name} takes over: when: \"…\", a sign that a program can see",
                    "什么时候{name}：when: \"…\"，写程序看得见的标志"
                ));
                fallback.line(format!("action: {action}")).line(format!("enforced_by: {enforcer}"));
            }
            None => {
                fallback.open("when: \"…\"").open("action: human").open("enforced_by: workflow");
            }
        }
        risk.inside(fallback);
        risk.text()
    }

    fn stop(&self) -> String {
        let mut stop = Block::tall("stop", self.lang);
        stop.line("when any guard fails then freeze");
        stop.line("when all requirements hold and all guards hold then ship");
        match self.answers.number(Topic::Rounds) {
            Some(rounds) => stop.line(format!("when rounds >= {} then drop", rounds.max(1))),
            None => stop.open(format!("when rounds >= {} then drop", self.sheet.rounds)),
        };
        stop.text()
    }

    fn quoted(&self, topic: Topic) -> Option<String> {
        self.answers.text(topic).map(text::quote)
    }

    fn word(&self, topic: Topic) -> Option<String> {
        self.answers.word(topic).map(str::to_string)
    }

    fn number(&self, topic: Topic) -> Option<String> {
        self.answers.number(topic).map(grouped)
    }

    /// An attribute that is open, with an example of a text.
    fn example(&self, name: &str, example: &str) -> String {
        say!(self.lang, "{name}, for example \"{example}\"", "{name}，例如 \"{example}\"")
    }

    /// An attribute that is open, with an example of a word or number.
    fn choice(&self, name: &str, example: &str) -> String {
        say!(self.lang, "{name}, for example {example}", "{name}，例如 {example}")
    }
}

/// A label for the data of a file: its name without the folders and the ending.
fn label_of(file: &str) -> Option<String> {
    let name = file.rsplit(['/', '\\']).next()?;
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    // A page of text is no file name; what it says stands in the path.
    text::label(stem, "data").filter(|label| label.chars().count() <= 40)
}

/// The method that fits what is measured and who judges.
fn method(measures: &str, judge: &str) -> &'static str {
    match (measures, judge) {
        ("style", "human" | "model") => "rubric",
        ("format", "program") => "schema_valid",
        ("judgement", "program") => "accuracy",
        _ => "pass_rate",
    }
}

/// A number as specs write it: 1_200.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, label_of};

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1_000", "1_234_567"]);
    }

    #[test]
    fn files_give_labels() {
        assert_eq!(label_of("data/tickets.2026.jsonl").as_deref(), Some("tickets"));
        assert_eq!(label_of("C:\\数据\\客服 对话.csv").as_deref(), Some("客服_对话"));
        assert_eq!(label_of("2026-11.jsonl").as_deref(), Some("d_2026_11"));
        assert_eq!(label_of("\"{}\""), None);
        assert_eq!(label_of(&"x".repeat(500)), None);
    }
}
