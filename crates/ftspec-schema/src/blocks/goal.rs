//! `goal`: which one behaviour should change.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `goal` block.
pub static GOAL: Block = Block {
    name: "goal",
    question: "which one behaviour should change",
    question_zh: "要改变的是哪一种行为",
    doc: "The one thing that this training is for. Say what is observed today and what should be observed instead, \
          so that a stranger could tell the two apart in an output. Two goals are two trainings: a model that is \
          taught both at once learns a blur of both.",
    doc_zh: "这次训练只为这一件事。写明今天观察到什么、以后应该观察到什么，要让外人也能从输出里分清两者。两个目标就是两\
             次训练：同时教两样，模型只会学到两者模糊的平均。",
    example: r#"goal {
  kind:   style
  cause:  behavior
  today:  "Agents rewrite 31% of the replies before sending: chatty one day, legalistic the next."
  target: "Every reply is calm, in the second person, with one next step."
}"#,
    aliases: &["goals", "objective", "aim", "purpose", "目标", "目的"],
    count: Count::One,
    label: LabelKind::Optional,
    attributes: &[
        Attribute {
            name: "kind",
            ty: Type::Word(GoalKind::set),
            many: false,
            absence: Absence::Missing,
            zh: "目标类型",
            doc: "What is wrong today, in one word: the tone, the shape, the decision, the caution, the price or the \
                  place of running. The last three words name what tuning does not solve, so that it can be written down \
                  and be told so.",
            doc_zh: "用一个词写明今天的问题出在哪里：语气、格式、判断、分寸、成本，还是运行地点。最后三个词是微调解决不\
                     了的：写出来，检查就会告诉你该怎么办。",
            example: "kind: style",
            aliases: &["type", "category", "类型", "种类"],
        },
        Attribute {
            name: "cause",
            ty: Type::Word(Cause::set),
            many: false,
            absence: Absence::Rule("unknown-cause"),
            zh: "问题成因",
            doc: "The layer in which today's problem was found. Tuning mends the model's behaviour; a problem in the \
                  prompt, the data, the retrieval or the system stays where it is, however long you train.",
            doc_zh: "今天的问题查出来在哪一层。微调改的是模型的行为；问题出在提示词、数据、检索或系统上，训多久都还在那\
                     里。",
            example: "cause: behavior",
            aliases: &["reason", "root_cause", "layer", "原因", "根因"],
        },
        Attribute {
            name: "today",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("no-observation"),
            zh: "现状",
            doc: "What is observed now, best with a number: how often, on what, who has to mend it. Without it nobody \
                  can say later whether anything changed.",
            doc_zh: "今天观察到什么，最好带数字：多经常、在什么输入上、由谁来补救。没有这一句，以后谁也说不清有没有变\
                     化。",
            example: "today: \"Agents rewrite 31% of the replies before sending.\"",
            aliases: &["now", "current", "problem", "before", "现状", "问题"],
        },
        Attribute {
            name: "target",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("missing-goal"),
            zh: "目标行为",
            doc: "What should be observed instead: one definite behaviour that can be seen in a single output. \
                  \"Better\" and \"more stable\" are wishes, not behaviours.",
            doc_zh: "以后应该观察到什么：一种明确的行为，能在单条输出里看出来。“更好”“更稳”是愿望，不是行为。",
            example: "target: \"Every reply ends with exactly one next step.\"",
            aliases: &["want", "desired", "after", "expected", "期望", "目标行为"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// What is wrong today, seen from the output.
    pub enum GoalKind, "kind of goal" / "目标类型" {
        Style "style" ["tone", "voice", "persona", "风格", "语气", "人设"]
            "The tone: how the model says what it says. Tuning is good at this."
            "语气风格": "语气：同样的内容怎么说。这正是微调擅长的。",
        Format "format" ["shape", "structure", "json", "schema", "格式", "结构"]
            "The shape of the output. Try a few examples in the prompt first: often they are enough."
            "输出格式": "输出的结构。先在提示词里放几个例子试试，往往就够了。",
        Mapping "mapping" ["classification", "transformation", "task", "映射", "分类"]
            "The decision or the content: one kind of input to one kind of output."
            "任务映射": "判断或内容：某类输入稳定地对应到某类输出。",
        Specialist "specialist" ["domain", "expert", "vertical", "专家", "专科", "垂直领域"]
            "One narrow task in one field that needs the field's own data. Name the task, not the field."
            "专科任务": "某个领域里一项很窄的任务，要靠这个领域自己的数据来教。写任务，不要只写领域。",
        Safety "safety" ["refusal", "guardrail", "安全", "拒答"]
            "How the model declines or defers. When it must do so is decided outside the model."
            "安全与拒答": "模型怎样拒答、怎样把问题交出去。什么时候必须这样做，由模型之外决定。",
        Efficiency "efficiency" ["cost", "latency", "speed", "效率", "成本", "提速"]
            "Price or delay: a smaller model that does what a larger one does today."
            "降本提速": "成本或延迟：让小模型做到大模型今天做的事。",
        Privacy "privacy" ["on_premise", "compliance", "隐私", "私有化"]
            "Where the model may run: the data must not leave the house."
            "数据不外流": "模型能在哪里运行：数据不能离开自己的机房。",
        Knowledge "knowledge" ["facts", "memory", "知识", "事实"]
            "Facts that the model should know. Tuning does not solve this: look them up."
            "注入知识": "想让模型记住事实。微调解决不了这个问题：事实应该去查。",
        Reasoning "reasoning" ["logic", "math", "capability", "推理", "逻辑", "能力"]
            "Better thinking. Tuning does not solve this: take a stronger model."
            "推理能力": "想让模型更会思考。微调解决不了这个问题：换更强的模型。",
        General "general" ["chat", "everything", "assistant", "通用", "全面"]
            "A better model all round. Tuning does not solve this: one training, one aim."
            "全面变好": "想让模型各方面都更好。微调解决不了这个问题：一次训练只有一个目标。",
    }
}

words! {
    /// The layer in which today's problem was found.
    pub enum Cause, "cause" / "问题成因" {
        Behavior "behavior" as "behaviour" ["behaviour", "model", "行为"]
            "The model could, but does not do it steadily. This is what tuning changes."
            "模型行为": "模型本来做得到，只是做得不稳定。微调要改变的就是这个。",
        Cost "cost" ["price", "latency", "成本", "费用"]
            "Price, delay or place of running; with kind efficiency or privacy."
            "成本或延迟": "成本、延迟或运行地点的问题；目标类型写 `efficiency` 或 `privacy`。",
        Prompt "prompt" ["instruction", "提示词", "提示"]
            "The instruction was unclear: a better prompt mends it."
            "提示词不清": "指令没写清楚：把提示词写好就能解决。",
        Knowledge "knowledge" ["facts", "知识"]
            "Facts were missing: bring them in with the call."
            "缺少事实": "缺的是事实：随每次调用一起带进来。",
        Retrieval "retrieval" ["rag", "search", "检索"]
            "The wrong passages were found, or they were cut badly, or they contradict each other."
            "检索问题": "段落找错了、切坏了，或者彼此矛盾。",
        Data "data" ["dataset", "数据"]
            "The training data leans the wrong way; more training leans further."
            "数据偏差": "训练数据本身是歪的，训得越多歪得越远。",
        Evaluation "evaluation" ["eval", "metrics", "评估", "评测"]
            "The measure was wrong, not the model: mend the measure."
            "评测有误": "错的是评测方式，不是模型：先修评测。",
        System "system" ["rules", "workflow", "系统", "流程"]
            "A rule, a limit or a hand-over, which code has to decide."
            "系统设计": "规则、额度或转人工的问题，应该由代码来决定。",
        Capability "capability" ["ability", "能力"]
            "The base model cannot do it at all, not even now and then. Take a stronger one."
            "能力不足": "基座模型根本做不到，连偶尔做到都没有。换更强的模型。",
        Unknown "unknown" ["unclear", "未知", "不清楚"]
            "Not found yet. Read twenty bad outputs and find it before you train."
            "尚未查明": "还没找到原因。先读二十条不对的输出，查清楚再训练。",
    }
}
