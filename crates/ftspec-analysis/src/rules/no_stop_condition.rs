//! No stop condition: then stopping is somebody giving up.

use ftspec_schema::STOP;

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `no-stop-condition`
pub static RULE: Rule = Rule {
    code: "FT701",
    name: "no-stop-condition",
    level: Level::Deny,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The spec has no `stop` block, or one without a single line `when … then …`.",
            why: "Ask people who have run several such projects what they regret, and it is seldom the learning rate: it \
              is that they should have stopped, and went on. Another round always looks diligent, and time already \
              spent argues for it; its true price is risk that sets in the model and shows up later. Sound teams \
              agree beforehand on what must improve, what must not get worse and where the end is. Stopping is then \
              the outcome of a process, not a mood and not a defeat.",
            instead: "Write one line for a broken guard, one for success, and one that ends the project after so many \
                  rounds or so much money. The lines are read from top to bottom after every round.",
            accept_when: "There will be exactly one round, and what follows from it has been decided elsewhere.",
        },
        zh: Page {
            summary: "没有 `stop` 块，或者块里一行 `when … then …` 都没有。",
            why: "问真正跑过多个微调项目的人最后悔什么，答案往往不是 learning rate 设错了，而是“当时其实已经该停了，但我们\
                  还在继续调”。继续调看起来永远积极、努力、负责，已经投入的时间和算力又在旁边帮腔；真正的成本却是风险固化进\
                  模型，当下看不见，以后才显出来。成熟的团队会事先约定三件事：哪些指标必须改善，哪些指标不能变差，到什么程度\
                  就停。这样，停下来是流程结果，不是情绪判断，更不是失败。",
            instead: "至少写三行：护栏失守怎么办，达到目标怎么办，以及跑满多少轮或花掉多少钱就结束。每一轮之后，从上往下逐行\
                      判断。",
            accept_when: "确定只跑一轮，而且之后怎么办已经在别处定好了。",
        },
        bad: r#"
// without: stop
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  budget:     400usd
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  budget:     400usd
}

stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when house_style gains < 1% over 2 rounds      then fix_data
  when rounds >= 5 or spend >= 400usd            then drop
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let arms = [
        "when any guard fails                           then freeze",
        "when all requirements hold and all guards hold then ship",
    ];
    let end = end_of(spec);
    let arms = format!("{}\n{}\nwhen {end:<42}then drop", arms[0], arms[1]);
    let lang = found.lang();
    let headline = say!(lang, "nothing says when to stop", "没有写明什么时候停");
    let help = say!(
        lang,
        "agree on it before the first round: what stops you when something gets worse, when it is done, and when it \
         has cost enough (`when {end} then drop`)",
        "第一轮之前就约定好：变差了在哪里停，做到什么程度算完，花到多少就不再投入（`when {end} then drop`）"
    );
    if spec.lacks(&STOP) {
        let lines: String = arms.lines().map(|line| format!("  {line}\n")).collect();
        found
            .unsaid(spec.header(), headline)
            .label(say!(lang, "a plan without a `stop` block", "这份计划没有 `stop` 块"))
            .help(help)
            .fix(
                say!(lang, "write a `stop` block", "写一个 `stop` 块"),
                Applicability::Template,
                vec![spec.file().insertion(&format!("stop {{\n{lines}}}"))],
            );
        return JUDGED;
    }
    let stop = spec.stop()?;
    if stop.is_empty() {
        found
            .unsaid(stop.keyword(), headline)
            .label(say!(lang, "no line `when … then …` in here", "里面一行 `when … then …` 都没有"))
            .help(help)
            .fix(
                say!(lang, "write stop conditions", "写停止条件"),
                Applicability::Template,
                vec![stop.node().insertion(&arms)],
            );
        return JUDGED;
    }
    (!stop.arms().is_empty()).then_some(())
}

/// A condition that surely comes true one day: so many rounds, or the whole budget.
pub(super) fn end_of(spec: &Spec) -> String {
    let rounds = spec.rounds().count().max(4) + 1;
    let budget = spec.method().and_then(|method| method.node().quantity("budget").given());
    budget.map_or(format!("rounds >= {rounds}"), |budget| format!("rounds >= {rounds} or spend >= {}", budget.value))
}
