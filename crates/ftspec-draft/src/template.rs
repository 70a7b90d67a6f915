//! What each kind of project begins with: wording to argue about, two metrics, a bound for the rounds.

use crate::both::{Both, both};

/// A kind of project that tuning can serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The tone.
    Style,
    /// The shape of the output.
    Format,
    /// One kind of input to one kind of output.
    Mapping,
    /// One narrow task in one field.
    Specialist,
    /// How the model declines or defers.
    Safety,
    /// Price or delay.
    Efficiency,
    /// Where the model may run.
    Privacy,
}

impl Template {
    /// All of them, in the order in which people should read them.
    pub const ALL: [Self; 7] =
        [Self::Style, Self::Format, Self::Mapping, Self::Specialist, Self::Safety, Self::Efficiency, Self::Privacy];

    /// As it is written on the command line, and in a spec as the kind of goal.
    pub fn name(self) -> &'static str {
        match self {
            Self::Style => "style",
            Self::Format => "format",
            Self::Mapping => "mapping",
            Self::Specialist => "specialist",
            Self::Safety => "safety",
            Self::Efficiency => "efficiency",
            Self::Privacy => "privacy",
        }
    }

    /// The template of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.name() == name)
    }

    /// What it begins with.
    pub fn sheet(self) -> &'static Sheet {
        match self {
            Self::Style => &STYLE,
            Self::Format => &FORMAT,
            Self::Mapping => &MAPPING,
            Self::Specialist => &SPECIALIST,
            Self::Safety => &SAFETY,
            Self::Efficiency => &EFFICIENCY,
            Self::Privacy => &PRIVACY,
        }
    }
}

/// What a template holds: examples for the interview, and what `--yes` writes.
#[derive(Debug)]
pub struct Sheet {
    /// The title of the plan.
    pub title: Both,
    /// What may be wrong today. An example only: what is seen today, a team has to see itself.
    pub today: Both,
    /// What should be seen instead.
    pub target: Both,
    /// The layer that is at fault.
    pub cause: &'static str,
    /// The type of task.
    pub task: &'static str,
    /// An example of an input.
    pub input: Both,
    /// An example of an output.
    pub output: Both,
    /// The label of the behaviour.
    pub behavior: Both,
    /// What every answer does.
    pub must: Both,
    /// What no answer does.
    pub never: Both,
    /// The metric that tells whether the project has succeeded. Higher is better, and it is a share of the answers.
    pub metric: Both,
    /// What it measures.
    pub measures: &'static str,
    /// Who judges it.
    pub judge: &'static str,
    /// From which share on it has succeeded, in percent.
    pub bar: u64,
    /// The metric that must not get worse.
    pub guarded: Guarded,
    /// After how many rounds to give up.
    pub rounds: u64,
    /// An example of the worst that one wrong answer can do.
    pub worst_case: Both,
}

/// A metric that must not get worse: its label, the rest of it, and how it is bounded.
#[derive(Debug)]
pub struct Guarded {
    /// The label.
    pub name: Both,
    /// Its attributes.
    pub metric: &'static str,
    /// What stands after its name in the guard.
    pub bound: &'static str,
}

const PEOPLE_FIND_IT_RIGHT: &str = "measures: judgement, method: pass_rate, judge: human";
const MADE_UP: &str = "measures: safety, method: hallucination_rate, judge: human";

static STYLE: Sheet = Sheet {
    title: both("Replies in the house style", "统一语气的客服回复"),
    today: both("agents rewrite 31% of the replies before sending", "31% 的回复要由客服改写后才能发出"),
    target: both(
        "Every reply follows the style guide: same address, same length, one next step.",
        "每条回复都符合风格指南：称呼一致、长度一致、只给一个下一步。",
    ),
    cause: "behavior",
    task: "generation",
    input: both("one customer message with its order record", "一条客户消息，附订单记录"),
    output: both("one reply of at most 120 words", "一条不超过 120 字的回复"),
    behavior: both("house_style", "统一语气"),
    must: both("use the second person and end with exactly one next step", "用第二人称，结尾只给一个下一步"),
    never: both("change a fact to sound better", "为了好听而改动事实"),
    metric: both("style_followed", "语气一致"),
    measures: "style",
    judge: "human",
    bar: 90,
    guarded: Guarded { name: both("facts_right", "事实正确"), metric: PEOPLE_FIND_IT_RIGHT, bound: ">= baseline" },
    rounds: 4,
    worst_case: both("a friendly reply promises money that nobody owes", "一条语气亲切的回复许诺了不该赔的钱"),
};

static FORMAT: Sheet = Sheet {
    title: both("Tickets as valid JSON", "工单转规范 JSON"),
    today: both("one answer in nine cannot be parsed and is sent again", "每九个输出就有一个解析失败，只能重发"),
    target: both(
        "Every answer is one JSON object that the ticket schema accepts.",
        "每个输出都是一个能通过工单 schema 校验的 JSON 对象。",
    ),
    cause: "behavior",
    task: "transformation",
    input: both("one e-mail as plain text", "一封纯文本邮件"),
    output: both("one JSON object with the fields of the ticket schema", "一个包含工单 schema 全部字段的 JSON 对象"),
    behavior: both("one_valid_object", "只输出合法对象"),
    must: both("answer with one object that the schema accepts", "只输出一个能通过 schema 校验的对象"),
    never: both("add a field or a word outside the object", "输出 schema 以外的字段，或对象以外的文字"),
    metric: both("schema_accepted", "格式合法"),
    measures: "format",
    judge: "program",
    bar: 99,
    guarded: Guarded {
        name: both("values_right", "字段值正确"), metric: PEOPLE_FIND_IT_RIGHT, bound: ">= baseline"
    },
    rounds: 3,
    worst_case: both("a valid object with the wrong amount is booked", "格式没错，金额错了，照样入账"),
};

static MAPPING: Sheet = Sheet {
    title: both("Messages to the right team", "客户消息分派到对应团队"),
    today: both("one message in six lands on the wrong desk", "每六条消息就有一条分错团队"),
    target: both(
        "Every message gets the one label that the routing guide gives it.",
        "每条消息都得到分派指南规定的唯一标签。",
    ),
    cause: "behavior",
    task: "classification",
    input: both("one customer message as it came in", "一条客户原始消息"),
    output: both("one of the eleven labels of the routing guide", "分派指南十一个标签中的一个"),
    behavior: both("one_label", "唯一标签"),
    must: both("answer with exactly one label of the guide", "只输出指南里的一个标签"),
    never: both("invent a label that the guide does not have", "输出指南里没有的标签"),
    metric: both("right_label", "标签正确"),
    measures: "judgement",
    judge: "program",
    bar: 92,
    guarded: Guarded {
        name: both("costly_mistakes", "高代价错误"),
        metric: "measures: safety, method: error_rate, judge: program",
        bound: "<= baseline",
    },
    rounds: 4,
    worst_case: both("a report of an accident waits a week on the wrong desk", "一条事故报告在错误的团队里压了一周"),
};

static SPECIALIST: Sheet = Sheet {
    title: both("Summaries of inspection reports", "巡检报告摘要"),
    today: both("engineers find a missing defect in one summary of five", "每五份摘要就有一份被工程师查出漏写缺陷"),
    target: both(
        "Every summary lists each defect of the report with its part and its grade.",
        "每份摘要都列出报告里的每一处缺陷，写明部位和等级。",
    ),
    cause: "behavior",
    task: "generation",
    input: both("one inspection report with its list of parts", "一份巡检报告，附部件清单"),
    output: both("one line a defect: part, defect, grade", "每处缺陷一行：部位、缺陷、等级"),
    behavior: both("every_defect_listed", "缺陷无遗漏"),
    must: both("list each defect of the report with its part and its grade", "列出报告里的每处缺陷，写明部位和等级"),
    never: both("name a part or a grade that is not in the report", "写出报告里没有的部位或等级"),
    metric: both("experts_agree", "专家认可"),
    measures: "judgement",
    judge: "human",
    bar: 90,
    guarded: Guarded { name: both("made_up", "编造率"), metric: MADE_UP, bound: "<= baseline" },
    rounds: 5,
    worst_case: both("a defect is left out and the part stays in use", "漏写一处缺陷，部件继续使用"),
};

static SAFETY: Sheet = Sheet {
    title: both("How sensitive requests are declined", "敏感请求的婉拒方式"),
    today: both("declines argue, lecture, or leave people without a next step", "拒答时说教、争辩，或者不给出路"),
    target: both(
        "Every marked request gets the agreed wording: one sentence of decline, one place to go.",
        "凡带标记的请求都用约定的话术回应：一句婉拒，一个去处。",
    ),
    cause: "behavior",
    task: "dialogue",
    input: both("one message, with the mark that the filter set on it", "一条消息，附过滤器打上的标记"),
    output: both("one sentence of decline and one place to go", "一句婉拒，一个去处"),
    behavior: both("agreed_wording", "约定话术"),
    must: both("use one sentence of decline and name one place to go", "用一句话婉拒，并给出一个去处"),
    never: both("argue, lecture, or hint at the content that is held back", "争辩、说教，或透露不该说的内容"),
    metric: both("wording_kept", "话术合规"),
    measures: "safety",
    judge: "human",
    bar: 95,
    guarded: Guarded {
        name: both("declined_for_nothing", "误拒率"),
        metric: "measures: safety, method: over_refusal_rate, judge: human",
        bound: "<= baseline",
    },
    rounds: 3,
    worst_case: both(
        "somebody in danger gets a lecture and no number to call",
        "处在危险中的人听到一通说教，却没有求助电话",
    ),
};

static EFFICIENCY: Sheet = Sheet {
    title: both("Product tags from a smaller model", "用小模型打商品标签"),
    today: both("the large model costs 2,400 USD a month for one task", "大模型只干这一件事，每月就要 1.7 万元"),
    target: both(
        "The small model gives the tags that the large one gives, for a tenth of the price.",
        "小模型给出与大模型相同的标签，价格只有十分之一。",
    ),
    cause: "cost",
    task: "classification",
    input: both("one product title with its description", "一个商品标题，附商品描述"),
    output: both("one to five tags of the catalogue", "目录中的一到五个标签"),
    behavior: both("same_as_large", "与大模型一致"),
    must: both("give the tags that the large model gives", "给出与大模型相同的标签"),
    never: both("use a tag that is not in the catalogue", "使用目录里没有的标签"),
    metric: both("as_good_as_large", "与大模型同质"),
    measures: "judgement",
    judge: "program",
    bar: 95,
    guarded: Guarded {
        name: both("cost_a_call", "单次成本"),
        metric: "measures: cost, method: cost, judge: program",
        bound: "<= baseline",
    },
    rounds: 4,
    worst_case: both("rare products get wrong tags and are never found", "冷门商品标签打错，从此搜不到"),
};

static PRIVACY: Sheet = Sheet {
    title: both("Case notes on machines of our own", "在自有机器上整理案件笔记"),
    today: both(
        "the notes may not leave the house, and the open model misses one point of three",
        "笔记不能出内网，而开源模型每三个要点漏掉一个",
    ),
    target: both(
        "The model on our machines writes each note in the agreed outline, complete.",
        "部署在自有机器上的模型按约定提纲写出每份笔记，要点齐全。",
    ),
    cause: "cost",
    task: "generation",
    input: both("one transcript of a conversation", "一份谈话记录"),
    output: both("one note in the agreed outline of five parts", "一份按五段提纲写成的笔记"),
    behavior: both("agreed_outline", "约定提纲"),
    must: both("fill each part of the outline from the transcript", "根据谈话记录填写提纲的每一部分"),
    never: both("write a name or a date that the transcript does not have", "写出谈话记录里没有的姓名或日期"),
    metric: both("notes_complete", "笔记完整"),
    measures: "judgement",
    judge: "human",
    bar: 90,
    guarded: Guarded { name: both("made_up", "编造率"), metric: MADE_UP, bound: "<= baseline" },
    rounds: 4,
    worst_case: both("a note leaves out what a colleague has to act on", "笔记漏掉了同事必须处理的事"),
};
