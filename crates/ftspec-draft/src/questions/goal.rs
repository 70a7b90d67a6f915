//! What should change, and where today's problem comes from.

use crate::answer::Topic;
use crate::both::both;
use crate::question::{Choice, Example, Form, Question, When};

pub static TITLE: Question = Question {
    topic: Topic::Title,
    ask: both("What is the project called?", "项目叫什么名字？"),
    why: both(
        "A title that names the one thing to be changed keeps the plan to that one thing.",
        "标题点明要改的那一件事，计划就不容易跑题。",
    ),
    example: Example::Of(|sheet| sheet.title),
    form: Form::Text,
    when: When::Always,
};

pub static KIND: Question = Question {
    topic: Topic::Kind,
    ask: both("Which one thing about the answers should change?", "希望回答的哪一个方面发生改变？"),
    why: both(
        "Tuning changes how a model behaves, one thing at a time. It teaches no facts and no thinking.",
        "微调改变的是行为，一次只改一件事；它教不会事实，也教不会推理。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "style", says: both("the tone: how it is said", "语气：怎么说") },
        Choice { word: "format", says: both("the shape: JSON, a report, a length", "格式：JSON、报告、长度") },
        Choice {
            word: "mapping", says: both("the decision: this input, that output", "对应关系：这类输入，那类输出")
        },
        Choice {
            word: "specialist", says: both("one narrow task in one field", "某个领域里的一项专门任务")
        },
        Choice { word: "safety", says: both("how it declines or hands over", "怎样拒绝、怎样转交") },
        Choice { word: "efficiency", says: both("the price or the delay", "成本或延迟") },
        Choice { word: "privacy", says: both("the place where it may run", "只能在哪里运行") },
        Choice {
            word: "knowledge",
            says: both("the facts it knows: products, rules, news", "它知道的事实：产品、规定、新闻"),
        },
        Choice {
            word: "reasoning", says: both("how well it thinks: maths, many steps", "思考能力：数学、多步推理")
        },
        Choice {
            word: "general", says: both("everything: a better assistant", "全面变好：一个更好的助手")
        },
    ]),
    when: When::Always,
};

pub static TODAY: Question = Question {
    topic: Topic::Today,
    ask: both("What goes wrong today?", "现在的问题是什么？"),
    why: both(
        "Say what you have seen, with a figure if you can. Without it nobody can tell later whether training helped.",
        "写看到的现象，最好带数字；否则训练完也说不清到底有没有变好。",
    ),
    example: Example::Of(|sheet| sheet.today),
    form: Form::Text,
    when: When::Always,
};

pub static TARGET: Question = Question {
    topic: Topic::Target,
    ask: both("What should be seen instead?", "希望看到什么样的输出？"),
    why: both(
        "One behaviour that a stranger could check in a single answer. \"Better\" and \"more stable\" are wishes.",
        "写一种外人看一个输出就能核对的行为；“更好”“更稳”只是愿望。",
    ),
    example: Example::Of(|sheet| sheet.target),
    form: Form::Text,
    when: When::Always,
};

pub static CAUSE: Question = Question {
    topic: Topic::Cause,
    ask: both("Where does the problem come from?", "问题出在哪里？"),
    why: both(
        "Training reaches the model's behaviour and nothing else. Twenty bad answers, read one by one, tell where to look.",
        "训练只够得着模型的行为。逐条读二十个坏的输出，就知道该看哪里。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice {
            word: "behavior", says: both("it can, but does not do it every time", "它做得到，但不是每次都做")
        },
        Choice {
            word: "cost",
            says: both("it is too dear, too slow, or in the wrong place", "太贵、太慢，或不能放在那里跑"),
        },
        Choice { word: "prompt", says: both("the prompt does not say it clearly", "提示词没有说清楚") },
        Choice { word: "knowledge", says: both("it lacks the facts", "它缺少事实") },
        Choice { word: "retrieval", says: both("the search brings the wrong passages", "检索找来的段落不对") },
        Choice {
            word: "data", says: both("an earlier training taught it wrong", "之前的训练数据把它带偏了")
        },
        Choice {
            word: "evaluation", says: both("the measure is wrong, not the answers", "错的是评测，不是回答")
        },
        Choice { word: "system", says: both("a rule or a limit is broken", "没有守住某条规则或界限") },
        Choice { word: "capability", says: both("it cannot do it at all", "它根本做不到") },
        Choice { word: "unknown", says: both("nobody has looked yet", "还没有人查过") },
    ]),
    when: When::Always,
};
