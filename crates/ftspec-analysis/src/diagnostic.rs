//! A diagnostic is data: what is wrong, where, how bad, what to do, and the edits that would mend it.
//! Whoever shows it (terminal, JSON, editor) adds nothing and leaves nothing out.

use std::fmt;

use ftspec_syntax::{Edit, Span};

use crate::lang::Lang;
use crate::rule::Rule;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Advice; never fails a check.
    Note,
    /// To be looked at; fails a check only on request.
    Warn,
    /// Fails the check.
    Deny,
}

impl Level {
    /// As it is written in configuration and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What to do instead of tuning, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// Write a better prompt.
    Prompt,
    /// Show examples in the prompt.
    FewShot,
    /// Look facts up.
    Retrieval,
    /// Let code or a policy engine decide.
    Rules,
    /// Let a person decide.
    Human,
    /// Take a stronger model.
    BiggerModel,
    /// Teach a small model from a large one.
    Distil,
    /// Gather more examples first.
    CollectData,
    /// Mend the data.
    FixData,
    /// Mend the measuring.
    FixEval,
    /// Mend the retrieval.
    FixRetrieval,
    /// Make two projects of it.
    Split,
    /// Say it more exactly.
    Sharpen,
    /// Stop training.
    StopTuning,
    /// Make the risk bearable.
    Harden,
}

impl Route {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Route::Prompt => "prompt",
            Route::FewShot => "few_shot",
            Route::Retrieval => "retrieval",
            Route::Rules => "rules",
            Route::Human => "human",
            Route::BiggerModel => "bigger_model",
            Route::Distil => "distil",
            Route::CollectData => "collect_data",
            Route::FixData => "fix_data",
            Route::FixEval => "fix_eval",
            Route::FixRetrieval => "fix_retrieval",
            Route::Split => "split",
            Route::Sharpen => "sharpen",
            Route::StopTuning => "stop_tuning",
            Route::Harden => "harden",
        }
    }

    /// The route as advice in a few words: "write a better prompt first".
    pub fn advice(self, lang: Lang) -> &'static str {
        match self {
            Route::Prompt => lang.pick("work on the prompt first", "先把提示词做好"),
            Route::FewShot => lang.pick("put examples into the prompt first", "先在提示词里放样例"),
            Route::Retrieval => lang.pick(
                "settle where facts are looked up, and train none of them in",
                "先写明事实到哪里去查，一条也不要训进参数",
            ),
            Route::Rules => lang.pick("let code or a policy engine decide", "交给代码或规则引擎判断"),
            Route::Human => lang.pick("put a person behind the model", "由人工兜底"),
            Route::BiggerModel => lang.pick("take a stronger model", "换更强的模型"),
            Route::Distil => lang.pick("distil from a larger model", "从更大的模型蒸馏"),
            Route::CollectData => lang.pick("collect data first", "先收集数据"),
            Route::FixData => lang.pick("mend the data first", "先修数据"),
            Route::FixEval => lang.pick("mend the evaluation first", "先修评测"),
            Route::FixRetrieval => lang.pick("mend the retrieval first", "先修检索"),
            Route::Split => lang.pick("split it into one project per goal", "拆成几个项目，一个项目一个目标"),
            Route::Sharpen => lang.pick("sharpen the plan first", "先把计划写清楚"),
            Route::StopTuning => lang.pick("decide when to stop", "定好什么时候停"),
            Route::Harden => lang.pick("make the risk bearable first", "先把风险兜住"),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How sure a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applicability {
    /// Means what the author meant; may be applied unseen.
    Safe,
    /// Most likely what the author meant; a person should look.
    Unsafe,
    /// Has holes to fill in.
    Template,
}

impl Applicability {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
            Applicability::Template => "template",
        }
    }
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a command: "write `style`".
    pub title: String,
    /// How sure it is.
    pub applicability: Applicability,
    /// Disjoint, in the order of the text.
    pub edits: Vec<Edit>,
}

/// A second place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there; may be empty for the primary place.
    pub message: String,
}

/// One finding, complete.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// How much it weighs here, with the spec's status and risk taken into account.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What is wrong, without full stop.
    pub message: String,
    /// What is to be seen at the primary place (always first), and at others.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: String,
    /// What to do instead of tuning.
    pub route: Option<Route>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
    /// Whether it tells of something not said yet, rather than of something wrong.
    pub unsaid: bool,
}
