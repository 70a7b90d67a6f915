//! What goes in and comes out, what an answer must and must never do, and how far a prompt got.

use super::NOTHING;
use crate::answer::{Answers, Topic};
use crate::both::both;
use crate::question::{Choice, Example, Form, Question, When};

pub static TASK: Question = Question {
    topic: Topic::Task,
    ask: both("What kind of work is it?", "这是哪一类任务？"),
    why: both(
        "Some kinds a good prompt does already; for those the plan has to show that it was tried.",
        "有些任务好的提示词就能做；这种情况，计划要写明试过。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "classification", says: both("choosing one of a few labels", "从几个标签里选一个") },
        Choice { word: "extraction", says: both("taking pieces out of a text", "从文本里抽取内容") },
        Choice {
            word: "transformation", says: both("turning one form into another", "把一种结构转换成另一种")
        },
        Choice { word: "summarization", says: both("making a text shorter", "摘要") },
        Choice { word: "translation", says: both("translating", "翻译") },
        Choice { word: "rewriting", says: both("saying the same in other words", "改写") },
        Choice {
            word: "generation", says: both("writing a new text: a reply, a report", "写一段新文字：回复、报告")
        },
        Choice { word: "dialogue", says: both("a conversation with one purpose", "有明确目的的多轮对话") },
        Choice { word: "question_answering", says: both("answering questions", "回答问题") },
        Choice { word: "open_chat", says: both("talking about anything", "什么都聊") },
        Choice { word: "code", says: both("writing code or queries", "写代码或查询语句") },
        Choice { word: "tool_use", says: both("calling tools", "调用工具") },
        Choice { word: "ranking", says: both("sorting or scoring candidates", "给候选项排序或打分") },
    ]),
    when: When::Always,
};

pub static INPUT: Question = Question {
    topic: Topic::Input,
    ask: both("What does the model get in one call?", "一次调用，模型拿到什么？"),
    why: both(
        "Training teaches by pairs of input and output. A fact that is not in the input has to be guessed.",
        "训练靠一对对的输入和输出来教。输入里没有的事实，模型只能猜。",
    ),
    example: Example::Of(|sheet| sheet.input),
    form: Form::Text,
    when: When::Always,
};

pub static OUTPUT: Question = Question {
    topic: Topic::Output,
    ask: both("What does one good answer look like?", "一个好的回答是什么样子？"),
    why: both(
        "Clear enough that two people would collect the same examples.",
        "要清楚到两个人各自去收集，收来的样本是同一种。",
    ),
    example: Example::Of(|sheet| sheet.output),
    form: Form::Text,
    when: When::Always,
};

pub static DEPLOYMENT: Question = Question {
    topic: Topic::Deployment,
    ask: both("Where will the model run?", "模型在哪里运行？"),
    why: both(
        "A place of your own is one of the good reasons to tune; a provider's interface is not.",
        "要跑在自己的地方，是微调的正当理由之一；只用云端接口就不算。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "private", says: both("on machines of our own", "自己的机器上") },
        Choice { word: "edge", says: both("on a device", "设备端") },
        Choice { word: "api", says: both("at a provider", "云服务商的接口") },
    ]),
    when: When::If(Topic::Kind, |answers| matches!(answers.word(Topic::Kind), Some("efficiency" | "privacy"))),
};

pub static MUST: Question = Question {
    topic: Topic::Must,
    ask: both("What must every answer do?", "每个回答都必须做到什么？"),
    why: both(
        "This is what the examples will teach and what reviewers will look for.",
        "样本要教的、审阅的人要看的，就是这一条。",
    ),
    example: Example::Of(|sheet| sheet.must),
    form: Form::Text,
    when: When::Always,
};

pub static NEVER: Question = Question {
    topic: Topic::Never,
    ask: both("What must no answer ever do?", "哪些事绝不允许出现？"),
    why: both("A model that was shown no edge does not stop at one.", "没有见过边界的模型，不会在边界前停下来。"),
    example: Example::Of(|sheet| sheet.never),
    form: Form::Text,
    when: When::Always,
};

pub static TRIED: Question = Question {
    topic: Topic::Tried,
    ask: both("What was tried with prompts?", "提示词试到了什么程度？"),
    why: both(
        "A prompt is changed in minutes, a training in weeks; and what the prompt misses is what training has to mend.",
        "提示词几分钟就能改，训练要几周；提示词做不到的那部分，才是训练要解决的。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: NOTHING, says: both("nothing yet", "还没试过") },
        Choice { word: "prompt", says: both("instructions without examples", "只写了指令，没有放例子") },
        Choice { word: "few_shot", says: both("instructions with examples", "指令加几个例子") },
        Choice {
            word: "chain_of_thought", says: both("instructions to think step by step", "让模型一步步思考")
        },
    ]),
    when: When::Always,
};

pub static ATTEMPTS: Question = Question {
    topic: Topic::Attempts,
    ask: both("How many versions of the prompt were measured?", "提示词一共测过几版？"),
    why: both("One try says little about a prompt; three or more do.", "只试一版说明不了什么，三版以上才算认真试过。"),
    example: Example::Always(both("5", "5")),
    form: Form::Number(0, 10_000),
    when: When::If(Topic::Tried, tried),
};

pub static SHORTFALL: Question = Question {
    topic: Topic::Shortfall,
    ask: both("What does the best prompt still get wrong?", "最好的提示词还做不好什么？"),
    why: both(
        "If nothing comes to mind, the prompt is enough and there is nothing to train.",
        "如果想不出来，说明提示词已经够用，不需要训练。",
    ),
    example: Example::Always(both(
        "after the third turn it falls back to its old habits",
        "第三轮对话以后又回到老样子",
    )),
    form: Form::Text,
    when: When::If(Topic::Tried, tried),
};

/// Whether a prompt was tried at all.
fn tried(answers: &Answers) -> bool {
    answers.word(Topic::Tried).is_some_and(|word| word != NOTHING)
}
