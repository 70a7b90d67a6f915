//! The spec itself, line by line: what every statement above points at.

use ftspec_syntax::LineIndex;
use maud::{Markup, html};

use super::Page;
use super::text::verbatim;
use crate::plan::Plan;

/// How many lines the listing has.
pub fn count(plan: &Plan) -> u32 {
    lines(&plan.source.text).count() as u32
}

/// The listing.
pub fn listing(page: &Page) -> Markup {
    html! {
        p.lead {
            @let path = page.words(&page.plan.source.path);
            (page.lang.pick("Word for word, as it was when this document was made: ", "生成本文档时的原文，一字未改："))
            (path)
        }
        // A list, so that whoever listens can go from line to line and hears how many there are.
        ol.source {
            @for (at, line) in lines(&page.plan.source.text).enumerate() {
                @let number = at + 1;
                li id={ "L" (number) } data-line=(number) class=[line.trim_start().starts_with("//").then_some("remark")] {
                    code { bdi { (verbatim(line)) } }
                }
            }
        }
    }
}

/// The lines of a text, counted as everywhere in ftspec. An empty last line is none.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let index = LineIndex::new(text);
    let last = if text.ends_with('\n') { index.lines() - 1 } else { index.lines() };
    (1..=last).filter_map(move |line| index.span(line, text)).map(|span| span.of(text))
}
