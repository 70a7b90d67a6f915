//! Too few runs of one and the same training to tell progress from luck.

use ftspec_schema::METHOD;
use ftspec_syntax::{Edit, Span};
use rust_decimal::Decimal;

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Element, Method, Spec, ValueData};

/// `single-seed`
pub static RULE: Rule = Rule {
    code: "FT406",
    name: "single-seed",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune, Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::AtTierLow,
    docs: Docs {
        en: Page {
            summary: "Each round is to be run with fewer than three random seeds, or nothing says with how many.",
            why: "The same data, the same settings, another seed: another model. A team that runs each round once sees \
              two things in one figure, what it changed and what chance did, and has no way to part them. Then the \
              sentence is heard: this time it came out well. Dodge et al. (2020, Fine-Tuning Pretrained Language \
              Models: Weight Initializations, Data Orders, and Early Stopping) varied nothing but the seed over \
              2,100 trainings, and the results differed substantially. With three runs the spread can be seen, and \
              a gain can be held against it.",
            instead: "Name three seeds and write one reading a seed: `house_style: [84%, 85%, 83%]`. A small method such \
                  as LoRA makes that affordable. If three runs of a round cost too much, run three at least for the \
                  first round and for the one that is to be shipped.",
            accept_when: "The training is done by a vendor who sets no seed and charges for every run, or each reading \
                      comes with its error margin from another source.",
        },
        zh: Page {
            summary: "每一轮用的随机种子不到三个，或者没有写用几个。",
            why: "同样的数据，同样的参数，换一个种子，就是另一个模型。每轮只跑一次，一个数字里混着两样东西：你改动的效果，和\
                  运气的效果，没有办法分开。于是会议上开始出现“这次刚好效果好一点”。Dodge 等人（2020，Fine-Tuning \
                  Pretrained Language Models: Weight Initializations, Data Orders, and Early Stopping）做了 2100 次\
                  训练，只换种子，结果就有明显差别。跑三次，才看得见波动有多大，才能拿提升和波动去比。",
            instead: "写上三个种子，每个种子记一个读数：`house_style: [84%, 85%, 83%]`。用 LoRA 这样的轻量方法，三次也跑\
                      得起。如果每轮三次实在太贵，至少第一轮和准备上线的那一轮要跑三次。",
            accept_when: "训练由厂商托管，不能指定种子，而且按次收费；或者读数自带来源可靠的误差范围。",
        },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      1
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(3, 0),
        vendor: Some(figure(0, 0)),
        unit: OptionUnit::Count,
        en: "seeds that each round is run with; 0 asks for none",
        zh: "每轮要跑的随机种子数，0 表示不作要求",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let minimum = found.option("minimum");
    let lang = found.lang();
    if minimum <= Decimal::ZERO {
        return JUDGED;
    }
    if spec.lacks(&METHOD) {
        found
            .unsaid(
                spec.header(),
                say!(lang, "nothing says with how many seeds a round is run", "没有写明每轮用几个随机种子"),
            )
            .label(say!(lang, "no `method`, so no seeds", "没有 `method`，也就没有种子"))
            .help(help(lang, minimum));
        return JUDGED;
    }
    let method = spec.method()?;
    let seeds = method.node().list("seeds");
    if seeds.is_broken() {
        return None;
    }
    let Some(written) = seeds.given() else {
        let report = found
            .unsaid(
                method.keyword(),
                say!(lang, "no seeds: luck and progress look the same", "没有种子，分不清是运气还是进步"),
            )
            .label(say!(lang, "nothing says with how many seeds a round is run", "没有写明每轮用几个随机种子"))
            .help(help(lang, minimum));
        if let Some(list) = enough(&[], minimum) {
            let edit = method.node().insertion(&format!("seeds: {list}"));
            report.fix(say!(lang, "name the seeds", "写上种子"), Applicability::Template, vec![edit]);
        }
        return JUDGED;
    };
    let count = method.seeds();
    if Decimal::from(count) >= minimum {
        return JUDGED;
    }
    let span = place(method, written);
    let report = found
        .wrong(
            span,
            match count {
                1 => say!(lang, "1 seed: luck and progress look the same", "只有 1 个种子，分不清是运气还是进步"),
                _ => say!(
                    lang,
                    "{count} seeds: luck and progress look much the same",
                    "只有 {count} 个种子，很难分清是运气还是进步"
                ),
            },
        )
        .label(say!(lang, "fewer than {minimum}", "不到 {minimum} 个"))
        .help(help(lang, minimum));
    if let Some(list) = enough(written, minimum) {
        let title = say!(lang, "run more seeds", "多跑几个种子");
        report.fix(title, Applicability::Template, vec![Edit::replace(span, list)]);
    }
    JUDGED
}

fn help(lang: Lang, minimum: Decimal) -> String {
    let seeds = if minimum == Decimal::ONE { "seed" } else { "seeds" };
    say!(
        lang,
        "run each round with at least {minimum} {seeds}, and write one reading a seed: `[84%, 85%, 83%]`",
        "每轮至少用 {minimum} 个种子各跑一次，每个种子记一个读数：`[84%, 85%, 83%]`"
    )
}

fn place(method: Method, written: &[Element]) -> Span {
    method.node().value_span("seeds").unwrap_or(written[0].span)
}

/// The seeds that are there with as many behind them as are asked for; none where that would be a long list.
fn enough(written: &[Element], minimum: Decimal) -> Option<String> {
    const BEARABLE: u32 = 12;
    if minimum > Decimal::from(BEARABLE) {
        return None;
    }
    let mut seeds: Vec<Decimal> = Vec::new();
    for element in written {
        if let ValueData::Number(seed) = element.data
            && !seeds.contains(&seed.value)
        {
            seeds.push(seed.value);
        }
    }
    while Decimal::from(seeds.len()) < minimum {
        let next = seeds.iter().max().copied().unwrap_or_default().checked_add(Decimal::ONE)?;
        seeds.push(next);
    }
    let seeds: Vec<String> = seeds.iter().map(|seed| seed.normalize().to_string()).collect();
    Some(format!("[{}]", seeds.join(", ")))
}
