//! Shipped against what was measured.

use ftspec_schema::Outcome;

use super::course::Course;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};

/// `outcome-against-readings`
pub static RULE: Rule = Rule {
    code: "FT715",
    name: "outcome-against-readings",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A round is marked `ship` although a guard failed in it or a requirement was not met.",
            why: "Lines agreed beforehand are worth as much as the decisions that follow them. Late in a project results \
                  tend to need explaining: that case is rather extreme, that way of asking is not typical. An \
                  explanation that keeps a model presentable is a sign that its behaviour is not steady. It may be \
                  right to ship all the same; then it is the line that was wrong, and somebody should say so and \
                  change it where everyone can see.",
            instead: "Either write what really follows (`keep`, `revert`, `stop`), or change the requirement or guard and \
                      have the reviewers agree to the new one.",
            accept_when: "The people who answer for the risk have signed this release, and the reason is written here.",
        },
        zh: Page {
            summary: "某一轮的结论写着 `ship`，可是有护栏失守，或有要求没有达到。",
            why: "事先约定的线有多大分量，要看决定是不是跟着它走。项目后期，评测结果常常要靠解释：“这个问题其实比较极端”\
                  “这个用户问法不太典型”。需要靠解释来维持可用性，本身就说明模型的行为不够稳定。也可能确实应该上线，那么\
                  错的是那条线：应该有人站出来说明，并把它改在所有人都看得见的地方。",
            instead: "要么如实写下结论（`keep`、`revert`、`stop`），要么修改要求或护栏，并请评审人认可新的线。",
            accept_when: "对风险负责的人已经签字同意这次上线，理由就写在这里。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98% }
  outcome: ship
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98% }
  outcome: keep
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.eval()?;
    let course = Course::of(found)?;
    let lang = found.lang();
    for (at, round) in course.rounds.iter().enumerate() {
        let outcome = round.node().word::<Outcome>("outcome").given();
        let Some(outcome) = outcome.filter(|outcome| outcome.value == Outcome::Ship) else { continue };
        let rounds = at + 1;
        let broken = course.history.failing(StatementKind::Guard, rounds);
        let unmet = course.history.failing(StatementKind::Require, rounds);
        let Some(first) = broken.first().or(unmet.first()).copied() else { continue };
        let (name, text) = (course.name(lang, rounds), first.text());
        let reading = course.history.reading(rounds, first.metric().value);
        let reads = reading.map_or(String::new(), |reading| reading.mean().to_string());
        let more = broken.len() + unmet.len() - 1;
        let fails = if broken.is_empty() {
            say!(lang, "`{text}` is not met: {reads}", "`{text}` 没有达到：读数 {reads}")
        } else {
            say!(lang, "`{text}` fails: {reads}", "`{text}` 失守：读数 {reads}")
        };
        let fails = match more {
            0 => fails,
            more => say!(lang, "{fails}, and {more} more", "{fails}，另有 {more} 条"),
        };
        let mut report = found
            .wrong(
                outcome.span,
                if broken.is_empty() {
                    say!(lang, "{name} is to ship, and a requirement is not met", "{name} 要上线，可是还有要求没有达到")
                } else {
                    say!(lang, "{name} is to ship, and a guard fails", "{name} 要上线，可是护栏失守了")
                },
            )
            .label(fails)
            .help(say!(
                lang,
                "write what follows from the readings (keep, revert or stop), or change the line and have it agreed",
                "按读数写结论（keep、revert 或 stop），或者修改这条线并取得认可"
            ));
        if let Some(reading) = reading {
            report = report.also(reading.span, say!(lang, "reads {reads}", "读数 {reads}"));
        }
        report.also(first.span(), say!(lang, "agreed before", "事先约定的线"));
    }
    JUDGED
}
