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
    let lang = page.lang;
    let section = |id, en, zh, body| Section { id, title: lang.pick(en, zh), body };
    let mut sections = vec![
        section("verdict", "Verdict", "结论", case::verdict(page)),
        section("goal", "What shall change", "要改变的行为", case::goal(page)),
        section("routes", "Tuning, or something else?", "微调，还是别的办法？", case::routes(page)),
        section("facts", "Where facts come from", "事实从哪里来", teaching::facts(page)),
        section("data", "Data", "数据", teaching::data(page)),
        section("training", "How it is trained", "怎么训练", teaching::training(page)),
        section("judging", "How it is judged", "怎么评判", judging::evaluation(page)),
        section("risk", "Risk, and who catches what", "风险，以及谁来兜底", risk::risk(page)),
        section("stop", "When to stop", "何时停止", stop::stop(page)),
        section("rounds", "Rounds", "各轮训练", rounds::rounds(page)),
        section("accepted", "Accepted risks", "已接受的风险", review::accepted(page)),
        section("findings", "Open findings", "未解决的问题", review::findings(page)),
        section("sign-off", "Sign-off", "签字", review::sign_off(page)),
    ];
    if let Some(log) = &page.plan.change_log {
        sections.push(section("changes", "What has changed", "变更记录", review::change_log(page, log)));
    }
    sections.push(section("spec", "The spec, line by line", "计划原文", source::listing(page)));
    sections
}
