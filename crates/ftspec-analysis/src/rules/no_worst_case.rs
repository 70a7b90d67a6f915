//! A risk whose worst answer nobody has written down.

use ftspec_schema::Tier;

use super::stakes;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `no-worst-case`
pub static RULE: Rule = Rule {
    code: "FT510",
    name: "no-worst-case",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The tier is medium or above, and nothing says what the worst answer would be.",
            why: "A tier is a word; the worst case is a sentence that somebody can picture: which answer, to whom, with what \
              result. Only that sentence tells what the probes have to try, which metric has to be guarded and where a \
              person has to stand. Teams that have not thought their risk through tune into the fog, and tuning makes \
              what is unclear larger. Asking those who handle complaints takes an afternoon and finds the case that \
              engineers do not imagine.",
            instead: "Write the worst plausible answer and what it leads to, then check that a probe looks for it, a guard \
                  limits it and a fallback catches it.",
            accept_when: "Hardly ever: it takes one sentence. Where it must not be public, name the document that holds it.",
        },
        zh: Page {
            summary: "风险等级在 medium 以上，却没写最坏的回答会是什么。",
            why: "风险等级只是一个词，最坏情况才是一句让人看得见的话：哪种回答、给了谁、造成什么后果。有了这句话，才知道风险探\
                  针该试什么、哪个指标要加护栏、哪里必须有人把关。对风险还没想明白就开始微调，只会放大混乱。去问处理投诉\
                  的同事，花一个下午，就能找到工程师想不到的那种情况。",
            instead: "写下最坏而又可信的那种回答以及它的后果，再逐一核对：有没有探针去找它，有没有护栏限制它，有没有兜底接住\
                      它。",
            accept_when: "几乎没有：一句话就能写完。如果不便公开，就写明它记录在哪份文件里。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, on: held_out, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "support leads", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:      medium
  domain:    customer_service
  benefit:   "saves editors two hours a release"
  if_frozen: "product names change and the notes keep the old ones"
  rollback:  "serve prompt_v4 on the base model"
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, on: held_out, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "support leads", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     customer_service
  benefit:    "saves editors two hours a release"
  worst_case: "a note tells customers that an open fault is mended"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let risk = stakes::block(spec)?;
    match risk.node().list("worst_case") {
        Field::Given(_) => return JUDGED,
        Field::Broken => return None,
        Field::Missing => {}
    }
    let lang = found.lang();
    let Some(due) = stakes::by_tier(risk, Tier::Medium, lang)? else { return JUDGED };
    let because = due.because.as_str();
    let mut report = found
        .unsaid(
            risk.keyword(),
            say!(
                lang,
                "{because}, and nothing says what the worst answer would be",
                "{because}，却没写最坏的回答会是什么"
            ),
        )
        .label(say!(lang, "no `worst_case` in here", "缺少 `worst_case`"))
        .help(say!(
            lang,
            "write the worst plausible answer and what it leads to; those who handle complaints know it",
            "写下最坏而又可信的回答和它的后果；处理投诉的同事最清楚"
        ));
    if let Some(span) = due.span {
        report = report.also(span, say!(lang, "judged by which answer?", "按哪种回答定的级？"));
    }
    let edits = vec![risk.node().insertion("worst_case: \"…\"")];
    report.fix(say!(lang, "write the worst case", "写上最坏情况"), Applicability::Template, edits);
    JUDGED
}
