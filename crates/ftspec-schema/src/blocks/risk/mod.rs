//! `risk`: what can go wrong, and what catches it.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

mod domain;

pub use domain::Domain;

/// The `risk` block.
pub static RISK: Block = Block {
    name: "risk",
    question: "what can go wrong and what catches it",
    doc: "What happens when an answer is wrong, and what stands between that answer and a person. Training shifts \
          all of a model's answers a little, also those that nobody tested; so limits, refusals and hand-overs \
          belong into code and workflow, where they hold every time.",
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
            doc: "How bad the worst plausible answer is. Think of the one person whom it hits, not of the average.",
            example: "tier: high",
            aliases: &["level", "severity", "risk_level", "class", "等级", "风险等级", "级别"],
        },
        Attribute {
            name: "domain",
            ty: Type::Word(Domain::set),
            many: false,
            absence: Absence::Missing,
            doc: "The field in which the outputs are used. Some fields have a least tier, because others were hurt \
                  there before.",
            example: "domain: customer_service",
            aliases: &["field", "area", "industry", "sector", "vertical", "领域", "行业"],
        },
        Attribute {
            name: "exposure",
            ty: Type::Word(Exposure::set),
            many: false,
            absence: Absence::Optional,
            doc: "Who sees an output before it counts. Without this line the plan is read as public.",
            example: "exposure: assisted",
            aliases: &["audience", "users", "visibility", "reach", "暴露面", "受众"],
        },
        Attribute {
            name: "benefit",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What is gained if all goes well, best with a number. A risk is only worth running for something.",
            example: "benefit: \"saves agents about 40 rewrites an hour\"",
            aliases: &["benefits", "gain", "value", "upside", "roi", "收益", "价值"],
        },
        Attribute {
            name: "worst_case",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The worst answer that you can imagine, and what it would lead to. If it is hard to think of one, \
                  ask those who handle complaints.",
            example: "worst_case: \"a reply promises money the policy does not grant\"",
            aliases: &["worst", "failure", "harm", "impact", "downside", "最坏情况", "最坏后果"],
        },
        Attribute {
            name: "if_frozen",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Were this model to run unchanged for six months, what would be the biggest risk? A quick, clear \
                  answer means that you still understand the model.",
            example: "if_frozen: \"policy wording changes and contradicts the learned phrasing\"",
            aliases: &["frozen_risk", "six_months", "when_frozen", "freeze_risk", "冻结风险", "冻结后"],
        },
        Attribute {
            name: "rollback",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "How to get back to what served before, in a minute and without training.",
            example: "rollback: \"serve prompt_v7 on the base model\"",
            aliases: &["roll_back", "revert", "undo", "plan_b", "回滚", "回退"],
        },
        Attribute {
            name: "monitoring",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What is watched once it serves, by whom, and what makes them act.",
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
    doc: "What happens instead when the model should not answer. Something outside the model sees the sign and takes \
          over: the model itself does not know what it does not know.",
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
            doc: "The sign that sets it off, something that code can see: an amount, a keyword, a missing passage, a \
                  low score.",
            example: "when: \"no policy passage was found\"",
            aliases: &["if", "trigger", "condition", "on", "何时", "触发", "条件"],
        },
        Attribute {
            name: "action",
            ty: Type::Word(FallbackAction::set),
            many: false,
            absence: Absence::Optional,
            doc: "What happens instead.",
            example: "action: human",
            aliases: &["do", "then", "response", "type", "动作", "处理"],
        },
        Attribute {
            name: "to",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Who or what takes over: the team, the queue, the older model.",
            example: "to: \"second-level support\"",
            aliases: &["target", "who", "team", "queue", "recipient", "转给", "接手"],
        },
        Attribute {
            name: "enforced_by",
            ty: Type::Word(Enforcer::set),
            many: false,
            absence: Absence::Optional,
            doc: "What makes sure that it happens.",
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
    doc: "A rule that has to hold every time: an amount, a legal duty, a right to see something. Write it where a \
          program can check it. A trained model keeps a rule often, and the exceptions are the expensive part.",
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
            doc: "The rule in one sentence, exact enough to be programmed.",
            example: "rule: \"no refund above the policy limit is ever confirmed\"",
            aliases: &["text", "must", "never", "what", "condition", "规则", "内容"],
        },
        Attribute {
            name: "enforced_by",
            ty: Type::Word(Enforcer::set),
            many: false,
            absence: Absence::Optional,
            doc: "What makes sure that it holds.",
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
        Low "low" ["minor", "small", "none", "minimal", "低", "低风险", "小"] "A wrong answer is a nuisance, seen and mended at once.",
        Medium "medium" ["moderate", "mid", "normal", "中", "中等", "中风险"] "A wrong answer costs time, money or trust, and can be put right.",
        High "high" ["severe", "major", "serious", "高", "高风险", "大"] "A wrong answer can harm someone, or costs what cannot easily be put right.",
        Critical "critical" ["extreme", "catastrophic", "very_high", "highest", "极高", "严重", "致命"] "A wrong answer can cost a life or a livelihood, or break the law.",
    }
}

words! {
    /// Who sees an output before it counts.
    pub enum Exposure, "degree of exposure" / "暴露程度" {
        Research "research" ["experiment", "lab", "offline", "study", "研究", "实验"] "Nobody acts on the outputs; they are studied.",
        Internal "internal" ["employees", "staff", "inhouse", "company", "内部", "员工"] "Your own people see them and know where they come from.",
        Assisted "assisted" ["reviewed", "human_in_the_loop", "hitl", "copilot", "draft", "辅助", "人工审核", "人在环"] "A person sees every output and can change it before it counts.",
        Public "public" ["external", "customers", "production", "users", "公开", "对外", "用户"] "Outputs reach people outside without a look by anyone.",
    }
}

words! {
    /// What happens instead when the model should not answer.
    pub enum FallbackAction, "fallback action" / "兜底动作" {
        Human "human" ["person", "agent", "escalate", "handoff", "manual", "人工", "转人工"] "A person takes the case over.",
        ReviewBeforeSend "review_before_send" ["review", "approve", "approval", "human_review", "审核后发送", "先审后发"] "The answer waits until a person has released it.",
        Refuse "refuse" ["decline", "block", "reject", "abstain", "拒答", "拒绝"] "A fixed text says that this cannot be answered here.",
        Rules "rules" ["rule", "template", "templates", "canned", "规则", "模板"] "Code or a template gives the answer.",
        RetrievalOnly "retrieval_only" ["quote", "cite", "passages", "search_only", "仅检索", "只检索"] "The passages found are shown as they are, without words of the model.",
        PreviousModel "previous_model" ["previous", "last_version", "old_model", "rollback", "上一版", "旧模型"] "The model that served before answers.",
        Disable "disable" ["off", "shutdown", "switch_off", "kill_switch", "stop", "关闭", "停用", "下线"] "The feature is switched off.",
    }
}

words! {
    /// What makes sure that something happens or holds.
    pub enum Enforcer, "way of enforcing" / "执行方" {
        Code "code" ["program", "software", "backend", "validator", "check", "代码", "程序"] "A program checks it on every call.",
        Workflow "workflow" ["process", "pipeline", "queue", "routing", "流程", "工作流"] "The way that cases take through the system, with no path around it.",
        PolicyEngine "policy_engine" ["policy", "rules_engine", "rule_engine", "opa", "guardrails", "规则引擎", "策略引擎"] "A rule engine that the owners of the rules can read and change.",
        Human "human" ["person", "people", "reviewer", "manual", "staff", "人工", "人"] "A person, on every case. Reliable while the numbers are small.",
        Model "model" ["llm", "prompt", "training", "finetuning", "weights", "模型", "微调"] "The model itself. It will mostly comply; where it matters, choose another.",
    }
}
