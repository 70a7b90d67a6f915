//! The classes of words that the tables sort phrases into.

pub(crate) use crate::class_set::Classes;

/// Defines the classes once: the enum, and the names that the tables use.
macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal,)*) => {
        /// What a word or phrase is, for the patterns.
        #[allow(dead_code)] // Many stand in the tables alone.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Class { $($(#[doc = $doc])+ $variant,)* }

        #[allow(dead_code)] // Asked for where the tables are read, when the crate is built.
        impl Class {
            pub const ALL: &[Class] = &[$(Class::$variant,)*];
            /// The class of this name in the tables.
            pub fn named(name: &str) -> Option<Class> {
                match name { $($name => Some(Class::$variant),)* _ => None }
            }
        }
    };
}

classes! {
    // How a clause is meant.
    /// Turns off what follows in its clause: not, without, 不是, 避免.
    Off "off",
    /// Turns off what stands before it in the clause: are not learnt, 都不进权重.
    OffBefore "off_before",
    /// Turns it on again: but, only, 而是.
    On "on",
    /// Holds a negation that negates nothing, or hides a word of the tables: not only, 不断.
    Neutral "neutral",
    /// Ends a negation, and stays in the clause: only, 只.
    Only "only",
    /// Says that nothing else is to be learnt, so that what was said before is no wish: only learns, 只学.
    Narrow "narrow",
    /// Somebody else does it: decided elsewhere, upstream, 由规则引擎.
    Elsewhere "elsewhere",
    /// Says that what a sentence tells of is a mistake, or was given up: anti-pattern, 误区.
    Against "against",
    /// What comes of it, and is no aim of its own: ensuring, 从而.
    Result "result",
    /// Facts looked up: RAG, retrieval, 检索.
    Retrieval "retrieval",
    /// No looking up: instead of RAG, closed book, 不走检索.
    NoRetrieval "no_retrieval",
    /// The model or what stands for it: the model, it, 模型, 它.
    Model "model",
    /// A training: fine-tune, LoRA, 微调.
    Tune "tune",
    /// What a training is made on or for: on, for, 用.
    On_ "on_data",
    /// What a training is for: for, 用于.
    For "for",
    /// The infinitive's "to".
    To "to",
    /// Verbs and adverbs that say nothing definite behind "to": get, further, use.
    Generic "generic",
    /// Stands before a verb: should, can, ought to.
    Modal "modal",
    /// Stands before a noun, so that what stands before it is a verb: the, its, every.
    Det "det",
    /// Begins what somebody is said to do: that, which, who.
    Relative "relative",
    /// What is told of: about, regarding.
    About "about",
    /// Into the model, behind what is trained: we tune the manuals in.
    Inward "inward",
    /// Without help: on its own, by itself.
    Alone "alone",
    /// Joins words and is no verb: about, during, while.
    Prep "prep",
    /// Says what is to come of it, so that a training is not named alone: so that, 让模型.
    Purpose "purpose",
    /// Less of something: fewer, reduce, 减少.
    Reduce "reduce",
    /// Ours, internal, company: 我们的, 企业.
    Our "our",
    /// Those who read what the model writes: readers, users, 用户.
    Reader "reader",
    /// Passes a case on: transfer, route, send.
    Pass "pass",
    /// To a human: to a person, to a nurse.
    ToHuman "to_human",
    /// Joins aims: both, also, as well as, 同时, 顺便.
    Also "also",
    /// Stands inside a clause that comes on top: 也.
    Too "too",
    /// Says that there is one aim, whatever follows: 只练一件事.
    Single "single",
    /// Says that there are two: both.
    Both "both",
    /// Joins the items of a list: and, 和.
    And "and",
    /// Parts what may stand for each other: or, 或.
    Or "or",
    /// What a training is made of, so that the word before it only tells of what sort: data, samples, 数据集.
    Data "data",
    /// Behind "learn", begins what the model is to do: 生成, 按, 用.
    Does "does",
    // Verbs.
    /// Wants: so that, make, let, 让, 使.
    Make "make",
    /// Learn, teach, 学会, 教.
    Learn "learn",
    /// Keep in mind: memorise, know, 记住.
    Memo "memo",
    /// Keep word by word: memorise, recite, 背下来.
    Rote "rote",
    /// Know, be told: know, 了解, 知道.
    Know "know",
    /// Every, all, who, where.
    All "all",
    /// New, latest: what the model cannot know.
    Latest "latest",
    /// Better at, good at.
    BetterAt "better_at",
    /// Rules that stand in documents: policies, regulations, 法规.
    Norms "norms",
    /// A policy, which says what is to be done as well as what is so.
    Policy "policy",
    /// Knows the facts of a matter: expert in, well versed in, 精通.
    Expert "expert",
    /// A training on raw text, which is for facts: continued pretraining, 增量预训练.
    Pretrain "pretrain",
    /// Put into weights: bake, inject, 注入, 灌.
    Inject "inject",
    /// The weights, the parameters.
    Weights "weights",
    /// Questions that only knowledge answers: questions about, 专业问题.
    Quiz "quiz",
    /// The particle before what is moved: 把, 将.
    Ba "ba",
    /// Give to the model: 教给, 灌给.
    HandTo "hand_to",
    /// Tell what one knows: answer questions about, 回答.
    Answer "answer",
    /// Improve, better, 提升.
    Improve "improve",
    /// Have an ability: 具备, able to.
    Able "able",
    /// Lacks: hardly speaks, 一窍不通.
    Lack "lack",
    /// Knows nothing of: has never heard of, 一无所知.
    Unaware "unaware",
    /// Understand, 理解.
    Understand "understand",
    /// Decides by itself, with nobody beside: 自行判断, 自己识别.
    DecidesAlone "decides_alone",
    /// Decide, judge by itself: decide, 判断.
    Decide "decide",
    /// When, whether, which: 何时, 该不该.
    When "when",
    // What is known.
    /// Facts, knowledge.
    Facts "facts",
    /// Things that facts are about: products, prices, company.
    Things "things",
    /// What facts stand in: documents, manuals, wiki.
    Docs "docs",
    /// Transcripts and tickets: data that shows behaviour as well as facts.
    Logs "logs",
    /// A field of knowledge: medicine, law, domain.
    Field "field",
    /// The words of a field: terminology, jargon.
    Terms "terms",
    /// Asks for one side of a fact: who, which, how much.
    Wh "wh",
    /// Knowledge by its name, which is wished for wherever a training is to bring it: domain knowledge.
    Lore "lore",
    /// How what is granted is laid down: matrix, tiers, cut-offs.
    Scheme "scheme",
    /// Has not heard of something: doesn't know about, unaware of.
    Unheard "unheard_of",
    /// A phrase that says knowledge alone: domain adaptation of facts, 灌知识.
    Known "known",
    // What is able.
    /// Reasoning, maths, logic.
    Reason "reason",
    /// What reasoning is about, and a text may be about as well: puzzles, equations.
    Matter "matter",
    /// Ability, capability, 能力.
    Ability "ability",
    /// Kinds of skill that parameters bring little of: coding, planning, generalisation.
    Skill "skill",
    /// A human language.
    Tongue "tongue",
    /// How well something is grasped: 的掌握, 的理解.
    Mastery "mastery",
    /// As somebody does: like a, 像.
    Like "like",
    /// Thinks, judges, infers.
    Think "think",
    /// A phrase that says capability alone.
    Capable "capable",
    /// Speak a language.
    Speak "speak",
    // Rules and refusals.
    /// Rules, limits, conditions, compliance.
    Rules "rules",
    /// Follow, obey, comply.
    Obey "obey",
    /// Has leave to do something: may, is allowed to.
    Leave "leave",
    /// Forbids something, whatever it is: must not, shall never.
    Ban "ban",
    /// A phrase that says rules alone: disclaimers, 免责声明.
    Ruled "ruled",
    /// Refuse, decline, 拒答.
    Refuse "refuse",
    /// Hand over, escalate, 转人工.
    Escalate "escalate",
    /// A phrase that says the refusal alone: say that it does not know.
    Refusing "refusing",
    /// What is refused: harmful requests.
    Bad "bad",
    /// What is permitted or not, in general: must not, only if, 不能, 不许.
    May "may",
    /// A figure that decides a case: above, at least, 满三次的.
    Threshold "threshold",
    /// What is demanded in such a case: ask for proof, 要求补充.
    Demand "demand",
    /// What is to be done with a case that must not go on as others do: break off, 中断, 切到.
    React "react",
    /// At once or by itself, as one reacts: immediately, 立即, 主动.
    Promptly "promptly",
    /// Never does: never, 永远不, 绝不.
    Never "never",
    /// A decision left to the model: as it sees fit, 由模型自己把握.
    OwnJudgement "own_judgement",
    /// Risk and over-answering.
    Risk "risk",
    /// Permit or answer: grant, reply, 能答.
    Permit "permit",
    // Kinds of behaviour.
    /// How the output looks or sounds: tone, format, length.
    Form "form",
    /// Made-up answers.
    Halluc "halluc",
    /// Facts got right: factual accuracy, 事实正确率.
    Truth "truth",
    /// Grants or turns down: approve, waive, 审批.
    Grant "grant",
    /// Somebody who takes over: a nurse, the officer.
    Human "human",
    /// Gives away: disclose, reveal, 泄露.
    Disclose "disclose",
    /// Harm: harmful, toxic, jailbreak, 有害.
    Harm "harm",
    /// Resist: robust against, 抵御.
    Resist "resist",
    /// Complies with something: compliant with.
    Comply "comply",
    /// Verbs of moving that speak of weights only where weights follow: put, write, into.
    Put "put",
    /// Feed documents to a model: feed, upload, 喂.
    Feed "feed",
    /// What is granted or turned down: refund, loan, 赔付.
    Granted "granted",
    /// Time and money: latency, tokens.
    Cost "cost",
    /// What tells the model what to do, and is no matter of knowledge: instruction, command, 指令.
    Command "command",
    /// Calling tools.
    Tool "tool",
    /// Following instructions.
    Instruct "instruct",
    /// Manners toward people beyond tone: empathy, objectivity.
    Safe "safe",
    /// What vague sentences want more of: performance, quality.
    Quality "quality",
    /// A quality that says nothing, whatever task it is said of: 翻译质量, 问答的表现.
    Soft "soft",
    /// More of something, in whatever word: 更, 再, 变得.
    More "more",
    /// Not so bad as before: 没那么, 别这么.
    NotSo "not_so",
    /// More of something where it is said how much, or how little: 再, 变, 稍.
    Again "again",
    /// The best there is, of a quality: 最好, 最佳.
    Best "best",
    /// Good, of a thing that is to be made: 靠谱的, 专业的.
    Fine "fine",
    /// How much more, where nobody measures: 一点, 一些.
    Degree "degree",
    /// What "better" is said of when nothing better is to say: it, the model, outputs.
    Thing "thing",
    /// Words of quality that are comparatives by themselves: smarter, 更智能.
    Better "better",
    /// What goes wrong, in general: bad cases, 错误率.
    Fault "fault",
    /// Does better than: outperform, 超过.
    Beat "beat",
    /// What is to be outdone: the last version, 竞品.
    Rival "rival",
    /// A phrase that is vague alone: try again, 再调调看.
    Vague "vague",
    /// Vague whatever stands beside it: speaks your language.
    VagueAnyway "vague_anyway",
    /// Vague in the purpose of a round only: another round, 再训一轮.
    VagueRound "vague_round",
    /// Names something definite: a field, a figure, a rate.
    Definite "definite",
    /// Suits something: suit, adapt to, 适应.
    Fit "fit",
    /// What a model is to suit, and nothing in particular: needs, domain, 场景.
    Setting "setting",
    /// Makes one of two: combine, merge.
    Combine "combine",
    /// Says that one training brings all of it: in one run, the same weights, 一轮训完.
    Union "union",
    /// Raises or lowers several things at once: 同时提升, simultaneously improve.
    Together "together",
    /// A verb of doing that names a task where an item of a list begins with it: 写, 批, 聊, handle.
    Verb "verb",
    /// Adds to the one output, and is no task of its own: 附上, 标明.
    Detail "detail",
    /// A common verb that names a task only where an item begins with it: 查, 算, 整理.
    Act "act",
    /// By what means something is done, in Chinese: 通过, 借助.
    Means "means",
    /// Tells what data holds: 包含, 收录.
    Holds "holds",
    /// What has parts that are no aims of a training: 系统, 流程.
    Whole "whole",
    /// Tells what was studied or measured: 对比了, 评测时.
    Survey "survey",
    /// Begins a condition: 如果, 假如.
    If "if",
    /// An ability or a trait that is an aim only beside others: 任务能力, 领域理解.
    Trait "trait",
    /// Says for whom an item is done: 给客户, 替医生.
    Serve "serve",
    /// Leads up to the verb of a Chinese item: 从清单里, 给客户.
    Coverb "coverb",
    /// Says that there are several aims: all three tasks, 多任务.
    Many "many",
    /// A number of things: two, several, 三个.
    Number "number",
    /// What aims are counted by: tasks, goals, 任务.
    Counted "counted",
    /// Sorting: classify, route, tag.
    Classify "t_classify",
    /// Extracting.
    Extract "t_extract",
    /// Translating.
    Translate "t_translate",
    /// Summarising.
    Summarise "t_summarise",
    /// Writing anew: draft, compose.
    Write "t_write",
    /// Rewriting.
    Rewrite "t_rewrite",
    /// Scoring and reviewing.
    Score "t_score",
    /// Answering questions.
    Question "t_question",
    /// Fact checking.
    Check "t_check",
    /// Program text.
    Code "t_code",
    /// Recommending.
    Recommend "t_recommend",
    /// Searching and ranking.
    Search "t_search",
    /// Analysing and diagnosing.
    Analyse "t_analyse",
    /// Asking back.
    Ask "t_ask",
    /// Other tasks, each a kind of its own: detect, predict, tutor.
    Deed "t_other",
    /// What is done on the way to one output, and is no task: read, copy, name.
    Step "step",
    /// Other definite verbs of output: emit, output, 输出.
    Emit "emit",
    // Phrases of a team's own, one class a label.
    /// Own phrase.
    OwnMultiGoal "own_multi_goal",
    /// Own phrase.
    OwnKnowledge "own_knowledge",
    /// Own phrase.
    OwnCapability "own_capability",
    /// Own phrase.
    OwnRule "own_rule",
    /// Own phrase.
    OwnEscalation "own_escalation",
    /// Own phrase.
    OwnVague "own_vague",
    // Made by the reader.
    /// A comma, colon or bracket.
    Comma "comma",
    /// A comma that is a bracket or a dash.
    Bracket "bracket",
    /// The enumeration mark.
    Enumeration "enumeration",
    /// A slash or a colon.
    Slash "slash",
}
