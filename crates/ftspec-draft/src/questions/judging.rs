//! How better and worse are told apart.

use crate::answer::Topic;
use crate::both::both;
use crate::question::{Choice, Example, Form, Question, When};

pub static JUDGE: Question = Question {
    topic: Topic::Judge,
    ask: both("How will you tell good answers from bad ones?", "怎样区分好的回答和坏的回答？"),
    why: both(
        "What cannot be judged cannot be improved. The loss falls in every training, good or bad.",
        "没法评判，就谈不上改进。不管训得好坏，loss 都会下降。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "human", says: both("people judge, by a written guide", "人按书面标准评判") },
        Choice { word: "program", says: both("a program checks each answer", "程序逐条检查") },
        Choice { word: "model", says: both("another model judges", "另一个模型评判") },
        Choice { word: "loss", says: both("by the loss, BLEU or ROUGE", "看 loss、BLEU 或 ROUGE") },
    ]),
    when: When::Always,
};

pub static BAR: Question = Question {
    topic: Topic::Bar,
    ask: both("How many of 100 answers have to be good?", "每 100 个回答，要有多少个合格？"),
    why: both(
        "A bar that is set before the training is the only one that does not move afterwards.",
        "训练前定下的标准，事后才不会跟着结果走。",
    ),
    example: Example::Always(both("90", "90")),
    form: Form::Number(1, 100),
    when: When::If(Topic::Judge, |answers| answers.word(Topic::Judge).is_some_and(|judge| judge != "loss")),
};
