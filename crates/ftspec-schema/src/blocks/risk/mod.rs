//! `risk`: what can go wrong, and what catches it.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

mod domain;

pub use domain::Domain;

/// The `risk` block.
pub static RISK: Block = Block {
    name: "risk",
    question: "what can go wrong and what catches it",
    question_zh: "可能出什么错，由什么兜底",
    doc: "What happens when an answer is wrong, and what stands between that answer and a person. Training shifts \
          all of a model's answers a little, also those that nobody tested; so limits, refusals and hand-overs \
          belong into code and workflow, where they hold every time.",
    doc_zh: "答错了会怎样，在错误答案和人之间有什么挡着。训练会让模型的所有回答都有一点变化，没测过的也一样；所以额度、\
             拒答和转人工要放在代码和流程里，在那里才每次都有效。",
    example: r#"risk {
  tier:       high
  domain:     customer_service
  benefit:    "saves agents about 40 rewrites an hour"
  worst_case: "a reply promises money the policy does not grant"
  if_frozen:  "policy wording changes and contradicts the learned phrasing"
  rollback:   "serve prompt_v7 on the base model"

  fallback agent {
    when:        "the amount exceeds 200 EUR, or no policy passage was found"
    action:      human
    enforced_by: workflow
  }
}"#,
    aliases: &["risks", "safety", "hazards", "danger", "风险", "安全"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "tier",
            ty: Type::Word(Tier::set),
            many: false,
            absence: Absence::Rule("missing-risk-tier"),
            zh: "风险等级",
            doc: "How bad the worst plausible answer is. Think of the one person whom it hits, not of the average.",
            doc_zh: "可能出现的最坏回答有多严重。要想的是被它伤到的那一个人，而不是平均情况。",
            example: "tier: high",
            aliases: &["level", "severity", "risk_level", "class", "等级", "风险等级", "级别"],
        },
        Attribute {
            name: "domain",
            ty: Type::Word(Domain::set),
            many: false,
            absence: Absence::Missing,
            zh: "应用领域",
            doc: "The field in which the outputs are used. Some fields have a least tier, because others were hurt \
                  there before.",
            doc_zh: "输出用在哪个领域。有些领域有最低风险等级，因为那里已经有人受过伤害。",
            example: "domain: customer_service",
            aliases: &["field", "area", "industry", "sector", "vertical", "领域", "行业"],
        },
        Attribute {
            name: "exposure",
            ty: Type::Word(Exposure::set),
            many: false,
            absence: Absence::Optional,
            zh: "暴露程度",
            doc: "Who sees an output before it counts. Without this line the plan is read as public.",
            doc_zh: "输出生效之前有谁看到。不写这一行，就按直接对外来看。",
            example: "exposure: assisted",
            aliases: &["audience", "users", "visibility", "reach", "暴露面", "受众"],
        },
        Attribute {
            name: "benefit",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "预期收益",
            doc: "What is gained if all goes well, best with a number. A risk is only worth running for something.",
            doc_zh: "一切顺利的话能得到什么，最好带数字。有所得，才值得冒险。",
            example: "benefit: \"saves agents about 40 rewrites an hour\"",
            aliases: &["benefits", "gain", "value", "upside", "roi", "收益", "价值"],
        },
        Attribute {
            name: "worst_case",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "最坏情况",
            doc: "The worst answer that you can imagine, and what it would lead to. If it is hard to think of one, \
                  ask those who handle complaints.",
            doc_zh: "你能想到的最坏回答，以及它会导致什么。想不出来，就去问处理投诉的人。",
            example: "worst_case: \"a reply promises money the policy does not grant\"",
            aliases: &["worst", "failure", "harm", "impact", "downside", "最坏情况", "最坏后果"],
        },
        Attribute {
            name: "if_frozen",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "冻结后风险",
            doc: "Were this model to run unchanged for six months, what would be the biggest risk? A quick, clear \
                  answer means that you still understand the model.",
            doc_zh: "如果这个模型原样跑六个月，最大的风险会是什么？答得又快又清楚，说明你还理解这个模型。",
            example: "if_frozen: \"policy wording changes and contradicts the learned phrasing\"",
            aliases: &["frozen_risk", "six_months", "when_frozen", "freeze_risk", "冻结风险", "冻结后"],
        },
        Attribute {
            name: "rollback",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "回滚办法",
            doc: "How to get back to what served before, in a minute and without training.",
            doc_zh: "怎样在一分钟之内、不用训练就退回到之前在线的那一版。",
            example: "rollback: \"serve prompt_v7 on the base model\"",
            aliases: &["roll_back", "revert", "undo", "plan_b", "回滚", "回退"],
        },
        Attribute {
            name: "monitoring",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "上线监控",
            doc: "What is watched once it serves, by whom, and what makes them act.",
            doc_zh: "上线之后看什么、谁来看、什么情况下采取行动。",
            example: "monitoring: \"weekly reading of 50 replies by the support leads\"",
            aliases: &["monitor", "alerts", "alerting", "observability", "watch", "监控", "告警"],
        },
    ],
    children: &[&FALLBACK, &CONSTRAINT],
    content: Content::Fixed,
};

/// The `fallback` block.
pub static FALLBACK: Block = Block {
    name: "fallback",
    question: "what catches a failure",
    question_zh: "出了错由什么接住",
    doc: "What happens instead when the model should not answer. Something outside the model sees the sign and takes \
          over: the model itself does not know what it does not know.",
    doc_zh: "模型不该回答时改做什么。由模型之外的东西看到信号并接手：模型自己并不知道自己不知道什么。",
    example: r#"fallback agent {
  when:        "the amount exceeds 200 EUR, or no policy passage was found"
  action:      human
  to:          "second-level support"
  enforced_by: workflow
}"#,
    aliases: &["fallbacks", "escalation", "handoff", "handover", "backup", "兜底", "降级", "人工兜底"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "when",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "触发条件",
            doc: "The sign that sets it off, something that code can see: an amount, a keyword, a missing passage, a \
                  low score.",
            doc_zh: "触发的信号，要让代码看得见：金额、关键词、没查到段落、分数太低。",
            example: "when: \"no policy passage was found\"",
            aliases: &["if", "trigger", "condition", "on", "何时", "触发", "条件"],
        },
        Attribute {
            name: "action",
            ty: Type::Word(FallbackAction::set),
            many: false,
            absence: Absence::Optional,
            zh: "兜底动作",
            doc: "What happens instead.",
            doc_zh: "这时改做什么。",
            example: "action: human",
            aliases: &["do", "then", "response", "type", "动作", "处理"],
        },
        Attribute {
            name: "to",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "接手方",
            doc: "Who or what takes over: the team, the queue, the older model.",
            doc_zh: "由谁或什么接手：团队、队列、旧模型。",
            example: "to: \"second-level support\"",
            aliases: &["target", "who", "team", "queue", "recipient", "转给", "接手"],
        },
        Attribute {
            name: "enforced_by",
            ty: Type::Word(Enforcer::set),
            many: false,
            absence: Absence::Optional,
            zh: "执行方",
            doc: "What makes sure that it happens.",
            doc_zh: "由什么保证它真的发生。",
            example: "enforced_by: workflow",
            aliases: &["by", "enforcer", "enforced", "implemented_by", "checked_by", "执行者", "由谁执行"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

/// The `constraint` block.
pub static CONSTRAINT: Block = Block {
    name: "constraint",
    question: "what is enforced outside the model",
    question_zh: "在模型之外强制执行的规则",
    doc: "A rule that has to hold every time: an amount, a legal duty, a right to see something. Write it where a \
          program can check it. A trained model keeps a rule often, and the exceptions are the expensive part.",
    doc_zh: "每次都必须成立的规则：金额、法律义务、查看权限。写在程序能检查的地方。训练过的模型常常会遵守规则，而贵就贵\
             在那些例外。",
    example: r#"constraint refund_limits {
  rule:        "no refund above the policy limit is ever confirmed"
  enforced_by: code
}"#,
    aliases: &["constraints", "guardrail", "limit", "policy", "invariant", "约束", "限制"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "rule",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "规则内容",
            doc: "The rule in one sentence, exact enough to be programmed.",
            doc_zh: "用一句话写明规则，精确到可以写成程序。",
            example: "rule: \"no refund above the policy limit is ever confirmed\"",
            aliases: &["text", "must", "never", "what", "condition", "规则", "内容"],
        },
        Attribute {
            name: "enforced_by",
            ty: Type::Word(Enforcer::set),
            many: false,
            absence: Absence::Optional,
            zh: "执行方",
            doc: "What makes sure that it holds.",
            doc_zh: "由什么保证它成立。",
            example: "enforced_by: code",
            aliases: &["by", "enforcer", "enforced", "implemented_by", "checked_by", "执行者", "由谁执行"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// How bad the worst plausible answer is, low to critical: a later word is a higher tier.
    pub enum Tier, "risk tier" / "风险等级" {
        Low "low" ["minor", "small", "none", "minimal", "低", "低风险", "小"]
            "A wrong answer is a nuisance, seen and mended at once."
            "低风险": "答错了只是添点麻烦，当场就能发现并改正。",
        Medium "medium" ["moderate", "mid", "normal", "中", "中等", "中风险"]
            "A wrong answer costs time, money or trust, and can be put right."
            "中风险": "答错了要损失时间、金钱或信任，但可以弥补。",
        High "high" ["severe", "major", "serious", "高", "高风险", "大"]
            "A wrong answer can harm someone, or costs what cannot easily be put right."
            "高风险": "答错了可能伤害到人，或者造成难以弥补的损失。",
        Critical "critical" ["extreme", "catastrophic", "very_high", "highest", "极高", "严重", "致命"]
            "A wrong answer can cost a life or a livelihood, or break the law."
            "极高风险": "答错了可能危及生命或生计，或者触犯法律。",
    }
}

words! {
    /// Who sees an output before it counts.
    pub enum Exposure, "degree of exposure" / "暴露程度" {
        Research "research" ["experiment", "lab", "offline", "study", "研究", "实验"]
            "Nobody acts on the outputs; they are studied."
            "仅供研究": "没有人会照着输出行动，只拿来研究。",
        Internal "internal" ["employees", "staff", "inhouse", "company", "内部", "员工"]
            "Your own people see them and know where they come from."
            "内部使用": "自己人看到，也知道它出自模型。",
        Assisted "assisted" ["reviewed", "human_in_the_loop", "hitl", "copilot", "draft", "辅助", "人工审核", "人在环"]
            "A person sees every output and can change it before it counts."
            "人工把关": "每条输出生效之前，都有人看过，也能改。",
        Public "public" ["external", "customers", "production", "users", "公开", "对外", "用户"]
            "Outputs reach people outside without a look by anyone."
            "直接对外": "输出不经任何人过目，直接到外部用户手里。",
    }
}

words! {
    /// What happens instead when the model should not answer.
    pub enum FallbackAction, "fallback action" / "兜底动作" {
        Human "human" ["person", "agent", "escalate", "handoff", "manual", "人工", "转人工"]
            "A person takes the case over."
            "转人工": "由人接手这件事。",
        ReviewBeforeSend "review_before_send" as "review before sending" ["review", "approve", "approval", "human_review", "审核后发送", "先审后发"]
            "The answer waits until a person has released it."
            "先审后发": "有人放行之后，答案才发出去。",
        Refuse "refuse" ["decline", "block", "reject", "abstain", "拒答", "拒绝"]
            "A fixed text says that this cannot be answered here."
            "拒答": "用固定话术说明这里答不了。",
        Rules "rules" ["rule", "template", "templates", "canned", "规则", "模板"]
            "Code or a template gives the answer."
            "规则或模板": "由代码或模板给出答案。",
        RetrievalOnly "retrieval_only" ["quote", "cite", "passages", "search_only", "仅检索", "只检索"]
            "The passages found are shown as they are, without words of the model."
            "仅展示检索结果": "把查到的段落原样展示，不加模型的话。",
        PreviousModel "previous_model" ["previous", "last_version", "old_model", "rollback", "上一版", "旧模型"]
            "The model that served before answers."
            "上一版模型": "由之前在线的模型来回答。",
        Disable "disable" ["off", "shutdown", "switch_off", "kill_switch", "stop", "关闭", "停用", "下线"]
            "The feature is switched off."
            "停用功能": "关掉这个功能。",
    }
}

words! {
    /// What makes sure that something happens or holds.
    pub enum Enforcer, "way of enforcing" / "执行方" {
        Code "code" ["program", "software", "backend", "validator", "check", "代码", "程序"]
            "A program checks it on every call."
            "代码": "每次调用都由程序检查。",
        Workflow "workflow" ["process", "pipeline", "queue", "routing", "流程", "工作流"]
            "The way that cases take through the system, with no path around it."
            "工作流": "请求在系统里必经的流程，没有绕过它的路。",
        PolicyEngine "policy_engine" ["policy", "rules_engine", "rule_engine", "opa", "guardrails", "规则引擎", "策略引擎"]
            "A rule engine that the owners of the rules can read and change."
            "规则引擎": "规则引擎，规则的负责人自己看得懂，也改得了。",
        Human "human" ["person", "people", "reviewer", "manual", "staff", "人工", "人"]
            "A person, on every case. Reliable while the numbers are small."
            "人工": "每一件都由人来把关。量小的时候可靠。",
        Model "model" ["llm", "prompt", "training", "finetuning", "weights", "模型", "微调"]
            "The model itself. It will mostly comply; where it matters, choose another."
            "模型自身": "模型自己。多数时候会照做；要紧的地方请换别的方式。",
    }
}
