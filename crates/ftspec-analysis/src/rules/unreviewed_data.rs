//! Examples that nobody has read.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_schema::{Provenance, Quality};

/// `unreviewed-data`
pub static RULE: Rule = Rule {
    code: "FT311",
    name: "unreviewed-data",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Training data is raw, or a model wrote it and only part was read, or nothing says who looked at \
                      it.",
            why: "What goes in comes out. Wrong answers, ambiguous ones and repeats are learnt as eagerly as the good \
                  ones, and a mistake of the model that wrote the examples comes back a thousand times. Reading pays \
                  more than collecting: Chen et al., 2024, AlpaGasus, kept 9 000 of 52 000 examples by filtering and \
                  beat the training on all of them, and Zhou et al., 2023, LIMA, needed no more than 1 000 curated \
                  ones for style and format. After the training the bad examples cannot be taken out again; before \
                  it, that takes an afternoon.",
            instead: "Read fifty at random and count the bad ones. Where more than a few are bad, filter or mend the \
                      whole block, and write `quality: reviewed` when people have gone through it.",
            accept_when: "The answers are checked by a program, such as code by its tests, and only those that passed \
                          are in the data.",
        },
        zh: Page {
            summary: "训练数据没人看过，或者由模型生成而只看了一部分，或者没有写明是否审核过。",
            why: "垃圾进，垃圾出。错误的、有歧义的、重复的样本，模型学得和好样本一样起劲；生成数据的那个模型犯一个错，会原样出现\
                  上千次。读数据比攒数据更划算：Chen 等（2024，AlpaGasus）从 52000 条里筛出 9000 条，效果胜过用全部数据训练；\
                  Zhou 等（2023，LIMA）只用 1000 条精选样本就教会了风格和格式。坏样本训进去就拿不出来了，训练前清掉，只要一个下午。",
            instead: "随机读五十条，数一数坏的有几条。坏的不止零星几条，就把整块数据筛一遍、改一遍；有人过完一遍之后，再写 `quality: \
                      reviewed`。",
            accept_when: "答案由程序核对（比如代码跑测试），只有通过的才进了数据。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  raw
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 5_200
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        let (node, name) = (data.node(), data.name());
        let help = say!(
            lang,
            "read fifty at random, count the bad ones, mend or remove what is like them, and then write `quality: \
             reviewed`",
            "随机读五十条，数出坏样本，把同类的改掉或删掉，然后写上 `quality: reviewed`"
        );
        let quality = match node.word::<Quality>("quality") {
            Field::Given(quality) => quality,
            Field::Broken => {
                judged = None;
                continue;
            }
            Field::Missing => {
                found
                    .unsaid(
                        data.place(),
                        say!(
                            lang,
                            "nothing says whether anyone has read the examples of `{name}`",
                            "没有写明 `{name}` 的样本是否有人看过"
                        ),
                    )
                    .label(say!(lang, "no `quality`", "没有 `quality`"))
                    .help(help)
                    .fix(
                        say!(lang, "say it, once people have read them", "审核之后写明"),
                        Applicability::Template,
                        vec![node.insertion("quality: reviewed")],
                    );
                continue;
            }
        };
        match quality.value {
            Quality::Reviewed => {}
            Quality::Raw => {
                found
                    .wrong(
                        quality.span,
                        say!(lang, "nobody has read the examples of `{name}`", "`{name}` 的样本还没有人看过"),
                    )
                    .label(say!(lang, "learnt as it came", "原样拿来训练"))
                    .help(help);
            }
            Quality::Mixed => {
                if node.list("provenance").is_broken() {
                    judged = None;
                    continue;
                }
                let provenance = node.words::<Provenance>("provenance");
                let Some(synthetic) = provenance.iter().find(|it| it.value == Provenance::Synthetic) else { continue };
                found
                    .wrong(
                        quality.span,
                        say!(
                            lang,
                            "a model wrote examples of `{name}`, and people have read only some",
                            "`{name}` 里有模型生成的样本，人只看过一部分"
                        ),
                    )
                    .label(say!(lang, "not all of them were read", "没有全部看过"))
                    .also(synthetic.span, say!(lang, "written by a model", "模型生成"))
                    .help(help);
            }
        }
    }
    judged
}
