//! A round that nobody can say the purpose of.

use ftspec_syntax::{Edit, Span};

use super::course::called;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec, inner};

/// `aimless-round`
pub static RULE: Rule = Rule {
    code: "FT705",
    name: "aimless-round",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A round has no purpose, or one that names nothing definite: a little steadier, try again, \
                      something feels off.",
            why: "It is the first sign that it is time to stop, and the one most easily missed. Early on, a round has a \
                  reason: too bold, make it hold back; too wordy, tighten it; too many refusals, loosen them. When the \
                  reasons begin to sound like \"a bit more stable overall\" or \"let us see whether it gets better\", \
                  turning parameters has become a habit, and the chance of success falls off a cliff. A round without \
                  a problem also has no result: whatever is read afterwards, nobody can say whether that was it.",
            instead: "Read twenty outputs that are not right, and write what is wrong with them in one sentence: that is \
                      the purpose. If no such sentence can be found, leave the round out.",
            accept_when: "The round only measures how much results differ from seed to seed, and changes nothing.",
        },
        zh: Page {
            summary: "某一轮没有写目的，或者目的里没有任何具体的东西：再稳一点、再调调看、感觉还有点不对。",
            why: "这是最该停下来的信号，也最容易被忽略。项目早期，每次调参都有明确目的：太激进，想让它保守一点；太啰嗦，想\
                  收紧风格；拒答太多，想放开一点。等到目的变成“整体再稳一点”“再调调看会不会更好”，就已经从“问题驱动调参”\
                  变成了“习惯性调参”，再往下调，成功概率会急剧下降。而且没有问题的一轮也不会有结果：读数出来之后，没有人\
                  说得清这算不算解决了。",
            instead: "先看二十条不对的输出，用一句话写清哪里不对，这句话就是这一轮的目的。写不出来，这一轮就不要跑。",
            accept_when: "这一轮什么也不改，只用来测不同种子之间结果差多少。",
        },
        bad: r#"
round r1 {
  purpose: "a bit more stable overall"
  readings { house_style: 84%, facts: 98% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98% }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().next()?;
    let lang = found.lang();
    for (at, round) in spec.rounds().enumerate() {
        let name = || called(lang, round, at + 1);
        match round.node().text("purpose") {
            Field::Broken => {}
            Field::Missing => {
                // An empty string counts as missing; it is filled in rather than said a second time.
                let edit = match round.node().value_span("purpose") {
                    Some(empty) => Edit::replace(empty, "\"…\""),
                    None => round.node().insertion("purpose: \"…\""),
                };
                let name = name();
                found
                    .unsaid(
                        round.place(),
                        say!(lang, "nothing says what {name} is for", "没有写明 {name} 要解决什么问题"),
                    )
                    .level(Level::Warn)
                    .label(say!(lang, "`purpose` is missing", "缺少 `purpose`"))
                    .help(say!(
                        lang,
                        "say which observed problem it is to change, and how; if there is none, leave the round out",
                        "写明要改变哪个观察到的问题、怎么改；没有这样的问题，这一轮就不要跑"
                    ))
                    .fix(say!(lang, "say what it is for", "写明目的"), Applicability::Template, vec![edit]);
            }
            Field::Given(purpose) => {
                let Some((start, prose)) = inner(purpose.span, spec.text()) else { continue };
                let Some(vague) = found.config().lexicon().vague_purpose(prose) else { continue };
                let span = Span::new(start + vague.start as u32, start + vague.end as u32);
                let (name, phrase) = (name(), span.of(spec.text()));
                found
                    .wrong(
                        span,
                        say!(
                            lang,
                            "\"{phrase}\" is no purpose that {name} could reach",
                            "“{phrase}”不是 {name} 能达到的目的"
                        ),
                    )
                    .label(say!(lang, "no problem that could be solved", "没有说要解决哪个问题"))
                    .help(say!(
                        lang,
                        "name the outputs that are wrong today and what this round changes about them; if you cannot, \
                         stop here",
                        "写明今天哪些输出不对、这一轮要改变什么；写不出来，就到此为止"
                    ));
            }
        }
    }
    JUDGED
}
