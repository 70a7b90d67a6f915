//! A plan that does not say how the model is trained.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::METHOD;

/// `no-method`
pub static RULE: Rule = Rule {
    code: "FT601",
    name: "no-method",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::Practice],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "There is no `method` block.",
            why: "Early on it does not matter how a model will be trained, and a plan does well to talk about the \
                  goal, the data and the evaluation first. Once it is approved, it does: what a training costs, how \
                  much data it asks for, what it may forget and whether anyone can run it a second time all hang on \
                  the base model and on how much of it is changed. Results of a round whose base model nobody wrote \
                  down cannot be compared with those of the next.",
            instead: "Write down the base model, the kind of training and how much of the model it changes. An \
                      adapter such as LoRA with three seeds is a sound beginning: cheap enough to repeat, and it \
                      shows whether the data teaches anything.",
            accept_when: "A hosted service chooses all of it, and the reason names the service.",
        },
        zh: Page {
            summary: "没有 `method` 块。",
            why: "一开始，用什么方法训练并不重要，先把目标、数据和评测想明白才对。到了批准立项，就不能不写了：要花多少钱，需要多少\
                  数据，会遗忘什么，别人能不能照着再跑一遍，全看基座模型是哪个、要改动多少参数。连基座模型都没记下来的一轮，结果\
                  没法和下一轮比较。",
            instead: "写明基座模型、训练方式，以及改动模型的多少。用 LoRA 这类适配器加三个随机种子起步就很稳妥：便宜，可以反复跑，\
                      也足以看出数据到底有没有用。",
            accept_when: "这些都由托管服务决定，理由里写明是哪家服务。",
        },
        bad: r#"
// without: method
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
    options: &[],
    along_with: &["single-seed"],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    if spec.method().is_some() {
        return JUDGED;
    }
    if !spec.lacks(&METHOD) {
        return None; // what could not be read may be the method
    }
    let lang = found.lang();
    let block = "method {\n  base_model: \"…\"\n  stage:      sft\n  tuning:     lora\n  seeds:      [11, 12, 13]\n}";
    found
        .unsaid(spec.header(), say!(lang, "nothing says how the model is trained", "没有写明模型怎么训练"))
        .label(say!(lang, "no `method`", "没有 `method`"))
        .help(say!(
            lang,
            "name the base model, the kind of training, and how much of the model it changes",
            "写明基座模型、训练方式，以及改动模型的多少"
        ))
        .fix(
            say!(lang, "add a `method`", "加上 `method`"),
            Applicability::Template,
            vec![spec.file().insertion(block)],
        );
    JUDGED
}
