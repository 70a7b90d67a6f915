//! Which answers point away from tuning, and what to say then: at once, in a sentence or two, with the reason.
//!
//! Most of it is found by the analysis, which reads the draft as it stands. The rest is what a plan does not write
//! down: that nothing was tried, or that a question which matters was left open.

use ftspec_analysis::{Analysis, Config, Lang};

use crate::answer::{Answers, Topic};
use crate::both::{Both, both};
use crate::questions::NOTHING;
use crate::text::plain;

/// Where an answer points, and why.
#[derive(Debug)]
pub struct Pointer {
    /// Where to.
    pub headline: Both,
    /// Why.
    pub reason: Both,
    sign: Sign,
}

/// What a pointer is known by.
#[derive(Debug)]
enum Sign {
    /// A finding of this rule about something that was said.
    Found(&'static str),
    /// Such a finding, while the problem is said to come from there.
    FoundWithCause(&'static str, &'static str),
    /// An answer to this question.
    Said(Topic, fn(&Answers) -> bool),
    /// No answer to this question, where one matters. The draft marks it as open anyway.
    Left(Topic, fn(&Answers) -> bool),
}

/// Everything that points away from tuning in these answers.
pub fn pointers(answers: &Answers, lang: Lang) -> Vec<&'static Pointer> {
    let found = found(answers, lang);
    let fits = |pointer: &&Pointer| match pointer.sign {
        Sign::Said(_, fits) => fits(answers),
        Sign::Left(..) => false,
        _ => pointer.is_among(&found, answers),
    };
    POINTERS.iter().filter(fits).collect()
}

/// The same right after a question was answered or left open.
pub fn pointers_at(topic: Topic, answers: &Answers, lang: Lang) -> Vec<&'static Pointer> {
    let found = found(answers, lang);
    let fits = |pointer: &&Pointer| match pointer.sign {
        Sign::Said(about, fits) | Sign::Left(about, fits) => about == topic && fits(answers),
        _ => pointer.is_among(&found, answers),
    };
    POINTERS.iter().filter(fits).collect()
}

/// The rules that speak about something said in the draft.
fn found(answers: &Answers, lang: Lang) -> Vec<&'static str> {
    let text = plain(answers, lang, "");
    let analysis = Analysis::new(&text, &Config::default());
    analysis.diagnostics().iter().filter(|found| !found.unsaid).map(|found| found.rule.code).collect()
}

impl Pointer {
    fn is_among(&self, found: &[&str], answers: &Answers) -> bool {
        match self.sign {
            Sign::Found(code) => found.contains(&code),
            Sign::FoundWithCause(code, cause) => found.contains(&code) && answers.word(Topic::Cause) == Some(cause),
            Sign::Said(..) | Sign::Left(..) => false,
        }
    }
}

static POINTERS: [Pointer; 25] = [
    Pointer {
        sign: Sign::Found("FT201"),
        headline: both("This is a retrieval problem.", "这是检索问题。"),
        reason: both(
            "Tuning teaches how to answer, not what is true. Let the facts be looked up and handed over with each call.",
            "微调教的是怎么回答，不是事实本身。让事实在每次调用时查出来、带进去。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT203"),
        headline: both("These facts change too fast for a training.", "这些事实变得太快，训练跟不上。"),
        reason: both(
            "Look them up with each call, or every change means training again.",
            "每次调用时去查；否则每变一次就得重训一次。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT104"),
        headline: both("This asks for a stronger model.", "这需要更强的模型。"),
        reason: both(
            "Abilities come from pretraining, and tuning hardly adds any. Try a stronger model, or cut the task into steps.",
            "能力来自预训练，微调几乎补不上。先试更强的模型，或者把任务拆成几步。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT111"),
        headline: both("This is for prompts and tools around a strong model.", "这适合用强模型加提示词和工具来做。"),
        reason: both(
            "Open chat, or being better all round, is no one behaviour that a training could teach.",
            "闲聊，或者“全面变好”，不是一种训练能教的明确行为。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "prompt"),
        headline: both("This is a prompting problem.", "这是提示词的问题。"),
        reason: both(
            "Say the rule, the limit and two examples in the prompt, and measure again. That takes minutes, not weeks.",
            "在提示词里把规则、限制和两个例子写清楚，再测一遍：几分钟的事，不用几周。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "knowledge"),
        headline: both("This is a retrieval problem.", "这是检索问题。"),
        reason: both(
            "Facts that are missing have to be brought in with each call; a training does not keep them reliably.",
            "缺的事实要随每次调用带进来；训练记不牢它们。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "retrieval"),
        headline: both("This is a problem of the search, not of the model.", "问题在检索，不在模型。"),
        reason: both(
            "A tuned model still answers from the passages it gets. Mend how they are cut, how many come, and which one counts.",
            "模型调得再好，用的还是那些段落。先修切分、数量和冲突时以谁为准。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "data"),
        headline: both("This is a problem of the data.", "这是数据的问题。"),
        reason: both(
            "Another training learns the same lean, only more firmly. Mend the data first.",
            "数据是歪的，再训只会歪得更自信。先修数据。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "evaluation"),
        headline: both("This is a problem of the measure.", "这是评测的问题。"),
        reason: both(
            "With a wrong measure, better figures lead further away. Mend the measure first.",
            "尺子错了，指标越好偏得越远。先修评测。",
        ),
    },
    Pointer {
        sign: Sign::FoundWithCause("FT113", "system"),
        headline: both("This belongs in code or a workflow.", "这应该由程序或流程来管。"),
        reason: both(
            "A rule has to hold every time; a model keeps it most of the time.",
            "规则必须次次成立，模型只能做到大多数时候成立。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT114"),
        headline: both("First find out where the problem comes from.", "先查清问题出在哪里。"),
        reason: both(
            "Read twenty bad answers. Where the prompt, the facts or a rule are to blame, training does not reach.",
            "读二十个坏的回答：如果错在提示词、事实或规则，训练是够不着的。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT120"),
        headline: both("That says too little to compare with later.", "这样写太短，以后没法拿来比较。"),
        reason: both(
            "Read fifty of today's answers, and say what is wrong in how many of them.",
            "读五十个现在的输出，写明其中多少个有什么问题。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT101"),
        headline: both("That is more than one goal.", "这不止一个目标。"),
        reason: both(
            "Goals that are trained together blur each other. Make it one plan a goal.",
            "几个目标放在一次训练里会互相拉扯，哪个都学不好。一个目标写一份计划。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT103"),
        headline: both("That is a wish, not yet a behaviour.", "这是愿望，还不是一种行为。"),
        reason: both(
            "Say what a stranger could see in a single answer; else nobody can tell when it is reached.",
            "写外人看一个回答就能核对的东西；否则没人说得清到底有没有做到。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT503"),
        headline: both("Rules belong in code.", "规则应该写进程序。"),
        reason: both(
            "They have to hold every time; a model keeps them most of the time. Train only the wording.",
            "规则必须次次成立，模型只能做到大多数时候成立。微调只教措辞。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT504"),
        headline: both(
            "When to decline or hand over belongs in code or a workflow.",
            "该不该答、要不要转人工，应该由程序或流程决定。",
        ),
        reason: both(
            "A model does not know what it does not know. Train only how it says so.",
            "模型不知道自己不知道什么。微调只教那句话怎么说。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT302"),
        headline: both("So few examples belong in a prompt.", "这么少的样本，适合放进提示词。"),
        reason: both(
            "A training learns them by heart and nothing from them. As few-shot examples they help today.",
            "拿来训练只会被死记硬背；当作 few-shot 例子，今天就能用上。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT402"),
        headline: both("A measure that looks at the answers comes first.", "先要有一个真正看回答的指标。"),
        reason: both(
            "Loss and word overlap can improve while the answers do not.",
            "loss 和词面重合度变好了，回答不一定变好。",
        ),
    },
    Pointer {
        sign: Sign::Found("FT108"),
        headline: both("Work on the prompt a little longer.", "提示词再多试几版。"),
        reason: both(
            "Three versions, each one measured, often do what the training was meant to do.",
            "认真试过三版、每版都测过，往往就不用训练了。",
        ),
    },
    Pointer {
        sign: Sign::Said(Topic::Tried, |answers| answers.word(Topic::Tried) == Some(NOTHING)),
        headline: both("Try a prompt first.", "先试提示词。"),
        reason: both(
            "It costs an afternoon, is often enough, and shows what a training would have to mend.",
            "半天就够，往往就解决了；就算没解决，也能看清训练到底要补什么。",
        ),
    },
    Pointer {
        sign: Sign::Left(Topic::Kind, |answers| answers.word(Topic::Kind).is_none()),
        headline: both("Stop here until that is clear.", "没想清楚之前，先停在这里。"),
        reason: both(
            "Which one behaviour should change is the question that decides whether there is anything to train.",
            "要改变的到底是哪一类行为，决定了有没有必要训练。",
        ),
    },
    Pointer {
        sign: Sign::Left(Topic::Today, |answers| answers.text(Topic::Today).is_none()),
        headline: both("Look at today's answers first.", "先看看现在的输出。"),
        reason: both(
            "Where no problem was seen, nobody can tell later whether training helped. Read fifty, and count.",
            "没有看到过问题，训练完也说不清有没有变好。读五十个，数一数。",
        ),
    },
    Pointer {
        sign: Sign::Left(Topic::Shortfall, |answers| answers.text(Topic::Shortfall).is_none()),
        headline: both("Then the prompt may be enough.", "那提示词可能已经够用了。"),
        reason: both(
            "Where nobody can name what it gets wrong, there is nothing for a training to mend.",
            "说不出它还做不好什么，训练也就没有要补的东西。",
        ),
    },
    Pointer {
        sign: Sign::Left(Topic::Judge, |answers| answers.word(Topic::Judge).is_none()),
        headline: both("Decide how to judge before you train.", "先定好怎么评判，再训练。"),
        reason: both(
            "Without a measure every further round only makes things more tangled.",
            "没有评判方法，每多训一轮只会更乱。",
        ),
    },
    Pointer {
        sign: Sign::Left(Topic::Catcher, |answers| {
            matches!(answers.word(Topic::Tier), Some("high" | "critical")) && answers.word(Topic::Catcher).is_none()
        }),
        headline: both("At this risk, first decide what catches a mistake.", "风险这么高，先定好由谁兜底。"),
        reason: both(
            "Rules, a fixed way to a person, or a search that may refuse: a training is no safety net.",
            "规则、转人工流程，或者检索加明确拒答；训练不是安全网。",
        ),
    },
];
