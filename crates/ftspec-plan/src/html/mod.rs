//! The plan as one HTML file: for the screen, the telephone, the printer and the screen reader.
//!
//! The file needs nothing beside itself: no script, no font, no picture from elsewhere. The spec stands at its end, line
//! by line, and every statement points at its line there. Each section is a file; [`text`] has what they all write with.

mod case;
mod chart;
mod decision;
mod judging;
mod review;
mod risk;
mod rounds;
mod shell;
mod signs;
mod source;
mod stop;
mod table;
mod teaching;
mod text;

use ftspec_analysis::Lang;
use maud::Markup;

use crate::headings::Chapter;
use crate::plan::Plan;

/// The whole document.
pub fn render(plan: &Plan) -> String {
    let page = Page { plan, lang: Lang::from_tag(&plan.lang).unwrap_or_default(), lines: source::count(plan) };
    shell::document(&page, sections(&page)).into_string()
}

/// What every section is written with: the plan and the language of the document.
struct Page<'a> {
    plan: &'a Plan,
    lang: Lang,
    /// The number of lines of the spec; no link leads past them.
    lines: u32,
}

/// A chapter of the document.
struct Section {
    /// Its address in the page.
    id: &'static str,
    title: &'static str,
    body: Markup,
}

/// All chapters, in the order in which a person who decides asks.
fn sections(page: &Page) -> Vec<Section> {
    let section = |id, chapter: Chapter, body| Section { id, title: chapter.title(page.lang), body };
    let mut sections = vec![
        section("verdict", Chapter::Verdict, case::verdict(page)),
        section("goal", Chapter::Goal, case::goal(page)),
        section("routes", Chapter::Routes, case::routes(page)),
        section("facts", Chapter::Facts, teaching::facts(page)),
        section("data", Chapter::Data, teaching::data(page)),
        section("training", Chapter::Training, teaching::training(page)),
        section("judging", Chapter::Judging, judging::evaluation(page)),
        section("risk", Chapter::Risk, risk::risk(page)),
        section("stop", Chapter::Stop, stop::stop(page)),
        section("rounds", Chapter::Rounds, rounds::rounds(page)),
        section("accepted", Chapter::Accepted, review::accepted(page)),
        section("findings", Chapter::Findings, review::findings(page)),
        section("sign-off", Chapter::SignOff, review::sign_off(page)),
    ];
    if let Some(log) = &page.plan.change_log {
        sections.push(section("changes", Chapter::Changes, review::change_log(page, log)));
    }
    let spec = page.lang.pick("The spec, line by line", "计划原文");
    sections.push(Section { id: "spec", title: spec, body: source::listing(page) });
    sections
}
