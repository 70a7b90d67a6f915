//! Where the facts come from, and what there is to learn from.

use crate::answer::Topic;
use crate::both::both;
use crate::question::{Choice, Example, Form, Question, When};

pub static SOURCE: Question = Question {
    topic: Topic::Source,
    ask: both("Where do the facts in an answer come from?", "回答里的事实从哪里来？"),
    why: both(
        "Does the model have to know something, or only to find it? What can be found should not be trained in.",
        "模型需要记住，还是只要查得到？能查到的，就不要训进参数。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "input", says: both("they come with each call", "随每次调用一起给") },
        Choice { word: "retrieval", says: both("they are looked up in documents", "从文档里检索") },
        Choice { word: "tools", says: both("they are fetched from live systems", "从业务系统里查") },
        Choice { word: "prompt", says: both("they stand in the prompt", "写在提示词里") },
        Choice { word: "none", says: both("there are none that could be wrong", "没有会出错的事实") },
        Choice { word: "weights", says: both("the model is to remember them", "让模型记住") },
    ]),
    when: When::Always,
};

pub static CHANGES: Question = Question {
    topic: Topic::Changes,
    ask: both("How often do these facts change?", "这些事实多久变一次？"),
    why: both(
        "What changes faster than you can train has to come from outside the model.",
        "变得比训练还快的东西，只能从模型外面来。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "hourly", says: both("within the day", "一天之内") },
        Choice { word: "daily", says: both("every day", "每天") },
        Choice { word: "weekly", says: both("every week", "每周") },
        Choice { word: "monthly", says: both("every month or quarter", "每月或每季") },
        Choice { word: "yearly", says: both("about once a year", "大约每年") },
        Choice { word: "never", says: both("never", "从不") },
    ]),
    when: When::If(Topic::Source, |answers| {
        matches!(answers.word(Topic::Source), Some("retrieval" | "tools" | "prompt" | "weights"))
    }),
};

pub static EXAMPLES: Question = Question {
    topic: Topic::Examples,
    ask: both("How many examples are there to learn from?", "有多少条训练样本？"),
    why: both(
        "Fifty good examples belong in a prompt. Training begins to pay at a thousand or more.",
        "五十条好样本，放进提示词就行；上千条以后，训练才开始划算。",
    ),
    example: Example::Always(both("1200", "1200")),
    form: Form::Number(0, 1_000_000_000),
    when: When::Always,
};

pub static FILE: Question = Question {
    topic: Topic::File,
    ask: both("In which file are they?", "样本在哪个文件里？"),
    why: both(
        "So that reviewers can look at them, and nobody judges with what was taught.",
        "审阅的人可以去看，也不会拿教过的样本来评测。",
    ),
    example: Example::Always(both("data/tickets.jsonl", "data/tickets.jsonl")),
    form: Form::Text,
    when: When::If(Topic::Examples, |answers| answers.number(Topic::Examples).is_some_and(|many| many > 0)),
};

pub static QUALITY: Question = Question {
    topic: Topic::Quality,
    ask: both("Has somebody read them?", "有人看过这些样本吗？"),
    why: both(
        "A training learns the mistakes of its data as firmly as the rest.",
        "数据里的错，模型会学得和对的一样牢。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "reviewed", says: both("all of them, by a guide", "全部按标准看过") },
        Choice { word: "mixed", says: both("a part", "看过一部分") },
        Choice { word: "raw", says: both("not yet", "还没有") },
    ]),
    when: When::If(Topic::Examples, |answers| answers.number(Topic::Examples).is_some_and(|many| many > 0)),
};

pub static TESTS: Question = Question {
    topic: Topic::Tests,
    ask: both("How many more are kept away, only for judging?", "另外留了多少条，只用来评测？"),
    why: both(
        "Judged by what it was taught, every model looks good. Below a hundred, chance decides.",
        "用教过的题来考，谁都能考好；不到一百条，结果全看运气。",
    ),
    example: Example::Always(both("200", "200")),
    form: Form::Number(0, 1_000_000_000),
    when: When::Always,
};
