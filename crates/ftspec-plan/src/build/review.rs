//! What reviewers come back to: the self-check, accepted risks, open findings, who signs.

use ftspec_analysis::{Level, rules};

use super::sheet::Sheet;
use crate::plan::{Accepted, Answer, Finding, FindingLevel, SelfCheckAnswer, Sentence, Signature};

pub fn self_check(sheet: &Sheet) -> Vec<SelfCheckAnswer> {
    let answers = sheet.analysis.verdict().self_check.iter().flatten();
    let one = |answer: &ftspec_analysis::self_check::Answer| SelfCheckAnswer {
        question: answer.question.text(sheet.lang).into(),
        answer: if answer.is_yes() { Answer::Yes } else { Answer::No },
        because: answer.because.iter().map(|rule| rule.code.to_string()).collect(),
    };
    answers.map(one).collect()
}

pub fn accepted(sheet: &Sheet) -> Vec<Accepted> {
    let today = sheet.analysis.config().today;
    let one = |accept: ftspec_analysis::spec::Accept| {
        let node = accept.node();
        let rule = rules::find(accept.name());
        let until = node.date("until").given().map(|until| until.value);
        Accepted {
            code: rule.map(|rule| rule.code.to_string()),
            name: rule.map_or(accept.name(), |rule| rule.name).to_string(),
            summary: rule.map(|rule| rule.docs.page(sheet.lang).summary).unwrap_or_default().into(),
            because: sheet.text(node, "because"),
            by: sheet.text(node, "by"),
            until: sheet.source(node, "until"),
            expired: until.zip(today).is_some_and(|(until, today)| until < today),
            line: sheet.line(accept.place()),
        }
    };
    sheet.spec.accepts().map(one).collect()
}

pub fn findings(sheet: &Sheet) -> Vec<Finding> {
    let level = |level| match level {
        Level::Deny => FindingLevel::Deny,
        Level::Warn => FindingLevel::Warn,
        Level::Note => FindingLevel::Note,
    };
    let one = |found: &ftspec_analysis::Diagnostic| Finding {
        code: found.rule.code.to_string(),
        name: found.rule.name.to_string(),
        level: level(found.level),
        message: Sentence(found.message.clone()),
        help: Some(found.help.as_str()).filter(|help| !help.is_empty()).map(Sentence::from),
        unsaid: found.unsaid,
        line: sheet.line(found.span),
    };
    let mut findings: Vec<Finding> = sheet.analysis.diagnostics().iter().map(one).collect();
    // The order of the text stays within a level.
    findings.sort_by_key(|finding| finding.level);
    findings
}

pub fn sign_off(sheet: &Sheet) -> Vec<Signature> {
    let file = sheet.spec.file();
    let owner = Signature { role: sheet.lang.pick("owner", "负责人").into(), name: sheet.text(file, "owner") };
    let reviewers = sheet.texts(file, "reviewers").into_iter();
    let reviewers =
        reviewers.map(|name| Signature { role: sheet.lang.pick("reviewer", "评审人").into(), name: Some(name) });
    std::iter::once(owner).chain(reviewers).collect()
}
