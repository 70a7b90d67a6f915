//! Names and addresses in the examples.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Field, Spec};
use ftspec_schema::{DATA, PersonalData, Role};

/// `personal-data`
pub static RULE: Rule = Rule {
    code: "FT314",
    name: "personal-data",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A block of data, of whatever role, has personal data in it.",
            why: "A tuned model can repeat what it was trained on, to people who should never read it, and the rarer a \
                  string is, the more it stands out. A line in a table can be deleted when its owner asks for it; a \
                  line in the weights cannot, short of training anew. Test and probe data are not trained on, but \
                  they travel as well: to annotators, to a judge model at another company, into reports and logs. \
                  The behaviour that is to be learnt hardly ever needs the real name.",
            instead: "Replace names, numbers and addresses by made-up ones of the same form, check a sample by hand, \
                      and write `personal_data: removed`. Keep the way back from the made-up to the real ones \
                      elsewhere, or not at all.",
            accept_when: "The people in the data have agreed to this use, or the law allows it, and whoever answers \
                          for privacy has signed; the reason says who.",
        },
        zh: Page {
            summary: "有数据（不论用途）含有个人信息。",
            why: "微调过的模型可能把训练数据原样说给不该看到的人听，而且越少见的字符串越容易被记住。表里的一行，本人要求就能删；\
                  进了参数的一行删不掉，除非重新训练。测试集和探针集虽然不参与训练，也会流出去：给标注员、给别家公司的裁判模型，\
                  进报告、进日志。要学的行为，几乎从来用不着真实姓名。",
            instead: "把姓名、号码、地址换成同样形式的虚构内容，人工抽查一批，然后写 `personal_data: removed`。还原用的对照表另外\
                      存放，最好不留。",
            accept_when: "当事人同意这样使用，或者法律允许，并且隐私负责人签了字；理由里写明是谁。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:      10%
  covers:        [length, style, topic]
  personal_data: present
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:      10%
  covers:        [length, style, topic]
  personal_data: removed
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.data().next()?;
    let mut judged = if spec.knows_all(&DATA) { JUDGED } else { None };
    for data in spec.data() {
        match data.node().word::<PersonalData>("personal_data") {
            Field::Given(word) if word.value == PersonalData::Present => {
                let lang = found.lang();
                let name = data.name();
                found
                    .wrong(word.span, say!(lang, "`{name}` has personal data in it", "`{name}` 含有个人信息"))
                    .label(if teaches(data) {
                        say!(lang, "a model can repeat what it learns", "模型可能原样说出来")
                    } else {
                        say!(lang, "seen by all who judge", "参与评测的人和模型都会看到")
                    })
                    .help(say!(
                        lang,
                        "put made-up names, numbers and addresses in place of the real ones, check a sample by hand, \
                         and write `personal_data: removed`",
                        "把姓名、号码、地址换成虚构的，人工抽查一批，然后写 `personal_data: removed`"
                    ));
            }
            Field::Broken => judged = None,
            _ => {}
        }
    }
    judged
}

/// Whether the examples get into the weights, or may.
fn teaches(data: Data) -> bool {
    data.role().given().is_none_or(|role| matches!(role.value, Role::Train | Role::Replay))
}
