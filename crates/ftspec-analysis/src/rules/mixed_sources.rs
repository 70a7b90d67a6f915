//! Examples from several places, and no one guide that holds for all of them.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Spec};

/// `mixed-sources`
pub static RULE: Rule = Rule {
    code: "FT306",
    name: "mixed-sources",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Training examples come from two or more places that share no labeling guide.",
            why: "Each source has habits of its own: another team, another year, another idea of what polite or \
                  complete means. Each may be sound alone. Put together without a common guide, they tell the model \
                  that the same question has several right answers, and it picks between them by signs that mean \
                  nothing, such as a form of address or a file's spacing. It looks like a model that is sometimes \
                  good and sometimes odd, and training longer fixes the habit of wavering rather than removing it.",
            instead: "Bring the sources under one guide: relabel a part of each by it and see where they differ. Or \
                      begin with the one source that is nearest to what you want, and add the others when it works.",
            accept_when: "The sources differ in their inputs alone, and all answers were written or checked by the \
                          same people.",
        },
        zh: Page {
            summary: "训练样本来自两个或更多来源，却没有一份共同的标注规范。",
            why: "每个来源都有自己的习惯：换了团队，换了年份，“礼貌”“完整”的意思就不一样。单独看可能都没问题，不同来源混在\
                  一起又没有共同的规范，就等于告诉模型：同一个问题有好几个对的答案。它只能凭称呼、空格这类毫无意义的线索去挑。\
                  表现出来就是时好时怪，而且训得越久，摇摆固化得越牢。这是数据的问题，不是参数的问题。",
            instead: "把各来源统一到一份标注规范下：每个来源抽一部分按规范重标，看看差在哪里。或者先只用最接近目标的那个来源，\
                      见效以后再加别的。",
            accept_when: "各来源只是输入不同，所有答案都由同一批人撰写或复核。",
        },
        bad: r#"
data notes {
  role:       train
  path:       "data/notes.jsonl"
  examples:   6_000
  sources:    ["notes of the docs team", "notes sent by support"]
  provenance: production
  quality:    reviewed
  boundary:   10%
  covers:     [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:       train
  path:       "data/notes.jsonl"
  examples:   6_000
  sources:    ["notes of the docs team", "notes sent by support"]
  provenance: production
  quality:    reviewed
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
    let mut judged = training::all_read(spec);
    let mut told = false;
    for data in spec.train() {
        let guide = training::guide(data);
        if data.node().list("sources").is_broken() || guide.is_broken() {
            judged = None;
        } else if guide.is_missing() {
            told |= mixed_in_one(spec, data, found);
        }
    }
    // A mixture that is told already, or that may be mended by what could not be read, is not told of the whole.
    judged?;
    if !told {
        mixed_from_several(spec, found);
    }
    JUDGED
}

/// One block of several sources, without a guide.
fn mixed_in_one(spec: &Spec, data: Data, found: &mut Findings) -> bool {
    let lang = found.lang();
    let mut sources: HashSet<&str> = HashSet::default();
    for source in data.node().list("sources").given().unwrap_or_default() {
        sources.insert(source.span.of(spec.text()));
    }
    let (many, name) = (sources.len(), data.name());
    let Some(place) = data.node().value_span("sources").filter(|_| many >= 2) else { return false };
    let edit = match data.labeling() {
        Some(labeling) => labeling.insertion("guide: \"…\""),
        None => data.node().insertion("labeling { guide: \"…\" }"),
    };
    found
        .wrong(
            place,
            say!(
                lang,
                "`{name}` mixes {many} sources without a guide that they share",
                "`{name}` 混了 {many} 个来源，却没有共同的标注规范"
            ),
        )
        .label(say!(lang, "each with habits of its own", "各有各的习惯"))
        .help(say!(
            lang,
            "relabel a part of each source by one guide, see where they differ, and name the guide in `labeling`",
            "按同一份规范从每个来源抽一部分重标，看差在哪里，再把规范写进 `labeling`"
        ))
        .fix(say!(lang, "name the guide they share", "写上共同的标注规范"), Applicability::Template, vec![edit]);
    true
}

/// Several blocks, of which one follows another guide than the first, or none.
fn mixed_from_several(spec: &Spec, found: &mut Findings) {
    let lang = found.lang();
    let guide_of = |data| training::guide(data).given();
    let Some(first) = spec.train().next() else { return };
    let first_guide = guide_of(first);
    let settled_first = first_guide.as_ref().map(|guide| training::settled(&guide.value));
    let odd = spec.train().skip(1).map(|data| (data, guide_of(data))).find(|(_, guide)| {
        let settled = guide.as_ref().map(|guide| training::settled(&guide.value));
        settled.is_none() || settled != settled_first
    });
    let Some((odd, odd_guide)) = odd else { return };
    let names = lang.listed([first.name(), odd.name()].into_iter());
    let message =
        say!(lang, "{names} teach together and share no labeling guide", "{names} 一起训练，却没有共同的标注规范");
    let report = match odd.node().value_span("sources").filter(|_| odd.node().says("sources")) {
        Some(sources) => found.wrong(sources, message),
        None => found.unsaid(odd.place(), message),
    };
    let by_guide = |guide: &str| say!(lang, "labelled by `{guide}`", "按 `{guide}` 标注");
    let by_none = || say!(lang, "labelled by no guide", "没有标注规范");
    report
        .label(odd_guide.map_or_else(by_none, |guide| by_guide(guide.value.trim())))
        .also(first.place(), first_guide.map_or_else(by_none, |guide| by_guide(guide.value.trim())))
        .help(say!(
            lang,
            "bring both under one guide: relabel a part of each by it, see where they differ, and name it in both",
            "把两块数据统一到一份规范下：各抽一部分重标，看差在哪里，再在两处都写上它"
        ));
}
