//! A training that ends before it has seen its data once.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Node, Spec};
use ftspec_syntax::Edit;
use rust_decimal::Decimal;

/// `data-not-seen`
pub static RULE: Rule = Rule {
    code: "FT316",
    name: "data-not-seen",
    level: Level::Note,
    route: Some(Route::FixData),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The steps of the training times its batch size are fewer than the training examples.",
            why: "`max_steps` wins over epochs in the usual tools. What is left over when the steps end was collected, \
                  labelled and reviewed for nothing, and which examples those are is decided by the order of the \
                  file or by chance. The plan then tells of data that the model never saw: boundary examples that \
                  stand at the end of the file may not have been shown once. A figure that was right for a first try \
                  on a tenth of the data is easily left standing.",
            instead: "Give epochs instead of steps, or as many steps as one pass through the data takes. Where fewer \
                      examples are enough, choose them, and write down how many they are.",
            accept_when: "The data is a pool to draw from, larger than what a training should see, and it is shuffled \
                          before each.",
        },
        zh: Page {
            summary: "训练步数乘以批大小，还不到训练样本的数量。",
            why: "在常用工具里，`max_steps` 的优先级高于 epoch。步数用完时还没轮到的样本，收集、标注、审核都白费了；而究竟是哪些，\
                  全看文件顺序或运气。计划里写着的数据，模型可能一遍都没见过：排在文件末尾的边界样本，也许一条也没轮上。常见的\
                  原因，是第一次试跑时为十分之一的数据定的步数，后来忘了改。",
            instead: "改用 epoch，或者把步数设成至少能把数据过一遍。如果用不着那么多样本，就挑好要用的，写明是多少条。",
            accept_when: "数据是一个大池子，本来就比一次训练该看的多，而且每次训练前都会打乱。",
        },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters {
    learning_rate: 1e-4
    max_steps:     200
    batch_size:    16
  }
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters {
    learning_rate: 1e-4
    max_steps:     750
    batch_size:    16
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let parameters = spec.method()?.parameters()?;
    let max_steps = parameters.entry_number("max_steps").given()?;
    let batch = parameters.entry_number("batch_size").given()?;
    let accumulation = accumulation(parameters)?;
    let steps = positive(max_steps.value)?;
    let count = training::count(spec)?;
    let Some(per_step) = positive(batch.value)?.checked_mul(accumulation) else {
        return JUDGED; // more than can be counted is more than there is
    };
    let total = Decimal::from(count.total);
    let Some(seen) = steps.checked_mul(per_step).filter(|seen| *seen < total) else { return JUDGED };
    let (seen, per_step_said) = (seen.normalize(), per_step.normalize());
    let enough = total.checked_div(per_step)?.ceil().normalize();
    let many = count.total;
    let lang = found.lang();
    let report = found
        .wrong(
            max_steps.span,
            say!(
                lang,
                "the training ends after {seen} examples, and there are {many}",
                "训练看到 {seen} 条样本就结束了，而数据有 {many} 条"
            ),
        )
        .label(say!(lang, "steps of {per_step_said} examples each", "每步 {per_step_said} 条"))
        .also(
            count.each[0].span,
            match count.each.len() {
                1 => say!(lang, "not all of them are seen", "一遍都没看完"),
                _ => say!(lang, "with the others {many}", "合计 {many} 条"),
            },
        )
        .help(say!(
            lang,
            "one pass takes {enough} steps; or give `epochs` instead of steps",
            "过一遍需要 {enough} 步；或者不写步数，改写 `epochs`"
        ))
        .fix(
            say!(lang, "train for {enough} steps", "改为 {enough} 步"),
            Applicability::Unsafe,
            vec![Edit::replace(max_steps.span, enough.to_string())],
        );
    count.show_others(report, |more| say!(lang, "{more} more", "另有 {more} 条"));
    JUDGED
}

/// How many batches make one step, by either of its usual names; one where nothing is said, none where it cannot be
/// told.
fn accumulation(parameters: Node) -> Option<Decimal> {
    for name in ["gradient_accumulation", "gradient_accumulation_steps"] {
        match parameters.entry_number(name) {
            Field::Given(number) => return positive(number.value),
            Field::Broken => return None,
            Field::Missing => {}
        }
    }
    Some(Decimal::ONE)
}

/// A whole number above zero. Trainers write -1 for "no limit", and a share for "a part of an epoch".
fn positive(number: Decimal) -> Option<Decimal> {
    (number.is_integer() && number > Decimal::ZERO).then_some(number)
}
