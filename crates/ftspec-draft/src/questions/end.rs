//! What can go wrong, when to stop, and who answers for it.

use crate::answer::Topic;
use crate::both::both;
use crate::question::{Choice, Example, Form, Question, When};

pub static TIER: Question = Question {
    topic: Topic::Tier,
    ask: both("How bad can one wrong answer be?", "一个错误的回答，后果有多严重？"),
    why: both(
        "Training shifts behaviour in ways that nobody foresees whole. The more is at stake, the more has to catch it.",
        "微调带来的变化没有人能全部预见。风险越大，兜底就要越多。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "low", says: both("a nuisance, seen and mended at once", "小麻烦，当场就能改") },
        Choice { word: "medium", says: both("it costs time, money or trust", "损失时间、金钱或信任") },
        Choice { word: "high", says: both("it can harm somebody", "可能伤害到人") },
        Choice {
            word: "critical", says: both("it can cost a life or the business", "可能危及生命或公司存亡")
        },
    ]),
    when: When::Always,
};

pub static DOMAIN: Question = Question {
    topic: Topic::Domain,
    ask: both("In which field is it used?", "用在哪个领域？"),
    why: both(
        "Some fields ask for more care, whatever the single answer looks like.",
        "有些领域本身就要求更谨慎，不管单个回答看起来怎样。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "customer_service", says: both("customer service", "客服") },
        Choice { word: "software", says: both("software", "软件开发") },
        Choice { word: "internal_tooling", says: both("tools for our own staff", "内部工具") },
        Choice { word: "marketing", says: both("marketing", "营销") },
        Choice { word: "analytics", says: both("reports and analytics", "报表与分析") },
        Choice { word: "education", says: both("teaching", "教育") },
        Choice { word: "finance", says: both("finance", "金融财务") },
        Choice { word: "medical", says: both("medicine and health", "医疗健康") },
        Choice { word: "legal", says: both("law", "法律") },
        Choice { word: "employment", says: both("hiring and dismissal", "招聘与用工") },
        Choice { word: "public_sector", says: both("public administration", "政务") },
        Choice { word: "cybersecurity", says: both("security", "网络安全") },
        Choice { word: "research", says: both("research", "科研") },
        Choice { word: "other", says: both("another field", "其他领域") },
    ]),
    when: When::Always,
};

pub static WORST_CASE: Question = Question {
    topic: Topic::WorstCase,
    ask: both("What is the worst that one answer could do?", "一个回答最坏能造成什么后果？"),
    why: both(
        "Were this model frozen for half a year, what would you fear? If nobody can say, nobody understands it yet.",
        "如果这个模型冻结半年不动，最担心什么？说不上来，就是还没有想透。",
    ),
    example: Example::Of(|sheet| sheet.worst_case),
    form: Form::Text,
    when: When::Always,
};

pub static CATCHER: Question = Question {
    topic: Topic::Catcher,
    ask: both("Who decides that a case must not be answered?", "遇到不该由模型回答的情况，谁来决定？"),
    why: both(
        "Rules, refusals and hand-overs have to hold every time. A model holds them most of the time.",
        "规则、拒答、转人工，必须次次成立；模型只能做到大多数时候成立。",
    ),
    example: Example::None,
    form: Form::Choice(&[
        Choice { word: "human", says: both("a workflow hands it to a person", "由流程转给人工") },
        Choice {
            word: "review_before_send", says: both("a person reads every answer first", "每个回答先由人看过")
        },
        Choice { word: "rules", says: both("code answers instead", "改由程序回答") },
        Choice { word: "refuse", says: both("code refuses with a fixed text", "由程序用固定文字拒绝") },
        Choice { word: "model", says: both("the model itself", "模型自己") },
    ]),
    when: When::Always,
};

pub static ROUNDS: Question = Question {
    topic: Topic::Rounds,
    ask: both("After how many rounds do you give up?", "最多训几轮就收手？"),
    why: both(
        "One more try always looks cheap. Projects seldom fail for a wrong knob; they fail because nobody stops.",
        "再试一版看起来总是不贵。项目很少败在没调好，多半败在不肯停。",
    ),
    example: Example::Always(both("4", "4")),
    form: Form::Number(1, 1_000),
    when: When::Always,
};

pub static OWNER: Question = Question {
    topic: Topic::Owner,
    ask: both("Who answers for the plan?", "谁对这份计划负责？"),
    why: both("A plan without a name has nobody who stops it.", "没有负责人的计划，也没有人会叫停它。"),
    example: Example::Always(both("support-ml@example.com", "support-ml@example.com")),
    form: Form::Text,
    when: When::Always,
};
