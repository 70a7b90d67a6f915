//! A round in which so much changed that nobody can say what worked.

use rust_decimal::Decimal;

use super::course::called;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;

/// `too-many-knobs`
pub static RULE: Rule = Rule {
    code: "FT706",
    name: "too-many-knobs",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A round changed more things at once than anybody can tell apart afterwards.",
            why: "At the beginning everyone can say what the learning rate does and why the batch is this large. Later \
                  it sounds different: this set is good on that data, the other one is steadier on those calls. When \
                  three things change in one round and a figure moves, there are three explanations and no way to \
                  choose; when two of them pull in opposite directions, there is not even a figure that moves. The \
                  parameters have then outgrown what the team can hold in its head, and going further adds upkeep \
                  and no value.",
            instead: "Change one thing a round, two where they belong together, and write down what you expect of it. \
                      If there is no time for that, it is time to stop turning and to look at outputs.",
            accept_when: "The round starts over on purpose, from another base model or with new data, and is not \
                          compared with the one before it.",
        },
        zh: Page {
            summary: "一轮里同时改动的东西太多，事后没有人分得清是谁起的作用。",
            why: "项目初期，大家都说得清 learning rate 主要影响什么、batch size 为什么这么选。到了后期就变成“这一组在 A \
                  数据集好”“那一组在 B 场景稳”。一轮改三样，指标动了，就有三种解释，无从取舍；其中两样互相抵消，连指标都\
                  未必会动。参数之间的耦合一旦超过团队的认知负载，继续深入只会增加维护成本，不会增加系统价值。",
            instead: "一轮只改一样，确实分不开的才改两样，并写下预期会看到什么。如果连这点时间都没有，那就该把手从旋钮上\
                      拿开，先去看看输出。",
            accept_when: "这一轮本来就是换了基座模型或换了数据重新开始，不和上一轮比较。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 74%, facts: 97.5% }
}
round r2 {
  purpose: "two sentences where one is asked for: teach the short form"
  changes: [notes, prompt, tuning, stage]
  readings { house_style: 83%, facts: 99% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 74%, facts: 97.5% }
}
round r2 {
  purpose: "two sentences where one is asked for: teach the short form"
  changes: [notes]
  readings { house_style: 83%, facts: 99% }
}
"#,
    },
    options: &[RuleOption {
        name: "maximum",
        default: figure(2, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "the most things that may change from one round to the next",
        zh: "相邻两轮之间最多改动几样",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().next()?;
    let maximum = found.option("maximum");
    let lang = found.lang();
    for (at, round) in spec.rounds().enumerate().skip(1) {
        let node = round.node();
        let changes = node.names("changes");
        let many = changes.len();
        let Some(span) = node.value_span("changes").filter(|_| !node.list("changes").is_broken()) else { continue };
        if Decimal::from(many) <= maximum {
            continue;
        }
        let name = called(lang, round, at + 1);
        let first = lang.listed(changes.iter().take(2).map(|change| change.value));
        found
            .wrong(span, say!(lang, "{name} changed {many} things at once", "{name} 一轮改了 {many} 样东西"))
            .label(say!(lang, "nobody can tell which of them worked", "事后说不清是哪一样起了作用"))
            .help(say!(
                lang,
                "change at most {maximum} in a round; try {first} on their own, and leave the rest as it was",
                "一轮最多改 {maximum} 样；先单独试 {first}，其余保持不变"
            ));
    }
    JUDGED
}
