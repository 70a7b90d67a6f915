//! The five questions to ask before another round. Two answers of yes mean that another round is likely the wrong move.
//!
//! A pure question to a list of open findings: a rule asks it, and the verdict shows it.

use ftspec_schema::Cause;

use crate::lang::Lang;
use crate::rule::Rule;

/// How many answers of yes speak against another round.
pub const ENOUGH: usize = 2;

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Could better data solve it?
    Data,
    /// Does the evaluation mislead?
    Evaluation,
    /// Does it need a constraint in the system?
    System,
    /// Does the evidence that retrieval gives have the wrong structure?
    Retrieval,
    /// Can nobody explain any longer what a change does?
    Unexplained,
}

impl Question {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Question; 5] =
        [Question::Data, Question::Evaluation, Question::System, Question::Retrieval, Question::Unexplained];

    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Question::Data => "data",
            Question::Evaluation => "evaluation",
            Question::System => "system",
            Question::Retrieval => "retrieval",
            Question::Unexplained => "unexplained",
        }
    }

    /// The question itself, in a language.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Question::Data => lang.pick("Could better data solve it?", "这个问题能不能靠补数据解决？"),
            Question::Evaluation => lang.pick("Does the evaluation mislead us?", "是不是评估方式误导了我们？"),
            Question::System => lang.pick("Does it need a constraint outside the model?", "是不是该在系统层面加约束？"),
            Question::Retrieval => {
                lang.pick("Is the retrieved evidence badly structured?", "是不是 RAG 的证据结构有问题？")
            }
            Question::Unexplained => {
                lang.pick("Can nobody explain any more what a change does?", "是不是已经进入不可解释的区间？")
            }
        }
    }

    /// What it is about in one word, for a sentence.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Question::Data => lang.pick("data", "数据"),
            Question::Evaluation => lang.pick("evaluation", "评测"),
            Question::System => lang.pick("system", "系统"),
            Question::Retrieval => lang.pick("retrieval", "检索"),
            Question::Unexplained => lang.pick("unexplained results", "结果不可解释"),
        }
    }

    /// Whether an open finding of a rule answers it with yes.
    fn is_answered_by(self, rule: &Rule, cause: Option<Cause>) -> bool {
        let code = rule.code;
        match self {
            Question::Data => ("FT304"..="FT311").contains(&code),
            Question::Evaluation => ("FT402"..="FT409").contains(&code),
            Question::System => matches!(code, "FT503" | "FT504") || code == "FT113" && cause == Some(Cause::System),
            Question::Retrieval => ("FT204"..="FT208").contains(&code),
            Question::Unexplained => matches!(code, "FT707" | "FT711"),
        }
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// The rules whose open findings say yes, each once, in the order given. The answer is no where there are none.
    pub because: Vec<&'static Rule>,
}

impl Answer {
    /// Whether the answer is yes.
    pub fn is_yes(&self) -> bool {
        !self.because.is_empty()
    }
}

/// Answers the five questions from the rules with open findings, at warn or above and not accepted. `cause` is the layer
/// in which the plan sees its problem.
pub fn self_check(open: &[&'static Rule], cause: Option<Cause>) -> [Answer; 5] {
    Question::ALL.map(|question| {
        let mut because: Vec<&'static Rule> = Vec::new();
        for rule in open.iter().copied().filter(|rule| question.is_answered_by(rule, cause)) {
            if !because.contains(&rule) {
                because.push(rule);
            }
        }
        Answer { question, because }
    })
}
