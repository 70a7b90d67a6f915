//! Values that do not fit their place: another type, unit, dimension or range.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, Judged, Page, Rule, Softened, WhileYoung};
use crate::rules::figures;
use crate::spec::Spec;

/// `wrong-type`
pub static RULE: Rule = Rule {
    code: "FT003",
    name: "wrong-type",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A value has the wrong type, unit or dimension, or lies outside the range that it can have.",
            why: "A share above 100%, a delay in percent or a rate of 71 where 71% is meant would make every comparison \
              behind it worthless, without anyone noticing. Figures are checked by themselves and beside each other: \
              readings within the scale of their metric, thresholds in its dimension, sums in one currency, one \
              reading for each seed.",
            instead: "Write what the label asks for: `90%` for shares and rates, `800ms` for times, `60usd` for money, a \
                  plain number for counts.",
            accept_when: "",
        },
        zh: Page {
            summary: "值的类型、单位或量纲不对，或者超出了允许的范围。",
            why: "比例超过 100%、延迟写成百分比、本想写 71% 却写成 71，都会让后面的比较失去意义，而且没有人会发现。\
                  数字既要单独检查，也要放在一起检查：读数要落在指标的取值范围内，门槛的量纲要和指标一致，金额只用一种\
                  货币，每个随机种子对应一个读数。",
            instead: "按标注的要求写：比例和比率写 `90%`，时长写 `800ms`，金额写 `60usd`，计数写不带单位的数。",
            accept_when: "",
        },
        bad: r#"
task {
  type:    generation
  input:   "merged tickets of one release"
  output:  "one release note of at most 60 words"
  latency: 90%
}
"#,
        good: r#"
task {
  type:    generation
  input:   "merged tickets of one release"
  output:  "one release note of at most 60 words"
  latency: 800ms
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// What a value may be by itself is checked while the spec is built; here, what it may be beside the others.
fn run(spec: &Spec, found: &mut Findings) -> Judged {
    figures::check(spec, found)
}
