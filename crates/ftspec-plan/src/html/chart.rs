//! One small chart a metric: seeds as rings, their mean as a dot on a line, the baseline set apart as a diamond, and
//! what is demanded as a shaded band with its label beside it.

mod scale;

use maud::{Markup, html};

use self::scale::Scale;
use super::Page;
use super::text::{compared, name, plain};
use crate::plan::{Band, BandKind, Chart, Point};

/// The drawing's size, in its own units: what a telephone shows almost one to one.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 232.0;
/// The plot in it; to the right of it stand the labels of the bands.
const LEFT: f64 = 50.0;
const RIGHT: f64 = 290.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 200.0;
/// The height of a line of text.
const LINE: f64 = 15.0;

/// All charts, with the key to them.
pub fn charts(page: &Page, charts: &[Chart]) -> Markup {
    html! {
        div.charts { @for (at, chart) in charts.iter().enumerate() { (figure(page, chart, at + 1)) } }
        (key(page))
    }
}

fn figure(page: &Page, chart: &Chart, number: usize) -> Markup {
    let direction = if chart.higher_is_better {
        page.lang.pick("higher is better", "越高越好")
    } else {
        page.lang.pick("lower is better", "越低越好")
    };
    html! {
        figure.chart {
            figcaption { (name(&chart.metric)) " " span.quiet { (direction) } }
            (drawing(page, chart, number))
            p.summary { (page.sentence(&chart.summary)) }
        }
    }
}

fn drawing(page: &Page, chart: &Chart, number: usize) -> Markup {
    let scale = Scale::new(chart);
    let (title, about, hatch) = (format!("chart-{number}"), format!("chart-{number}-about"), format!("hatch-{number}"));
    html! {
        svg role="img" aria-labelledby={ (title) " " (about) } viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
            title id=(title) { (plain(&chart.metric)) }
            desc id=(about) { (plain(&chart.summary.0.replace('`', ""))) }
            defs {
                pattern id=(hatch) width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    path.hatch d="M0 0V7" {}
                }
            }
            @for band in &chart.bands { (area(&scale, band, &hatch)) }
            (axes(page, chart, &scale))
            @for band in &chart.bands { (threshold(&scale, band)) }
            (labels(&scale, &chart.bands))
            (course(&scale, &chart.points))
            @for (at, point) in chart.points.iter().enumerate() { (place(page, chart, &scale, point, at)) }
        }
    }
}

/// The good side of a threshold.
fn area(scale: &Scale, band: &Band, hatch: &str) -> Markup {
    let at = scale.y(band.at);
    let (top, bottom) = if band.good_above { (TOP, at) } else { (at, BOTTOM) };
    let fill = match band.kind {
        BandKind::Required => None,
        BandKind::Guarded => Some(format!("url(#{hatch})")),
    };
    html! {
        rect.band.required[fill.is_none()] fill=[fill] x=(LEFT) y=(round(top)) width=(RIGHT - LEFT)
            height=(round((bottom - top).max(0.0))) {}
    }
}

fn threshold(scale: &Scale, band: &Band) -> Markup {
    let y = round(scale.y(band.at));
    html! { path.threshold.guarded[band.kind == BandKind::Guarded] d={ "M" (LEFT) " " (y) "H" (RIGHT) } {} }
}

/// The bands' labels to the right of the plot, moved apart where they would meet.
fn labels(scale: &Scale, bands: &[Band]) -> Markup {
    let mut labels: Vec<(f64, f64, Vec<String>)> = bands
        .iter()
        .map(|band| (scale.y(band.at), scale.y(band.at), scale::wrapped(&compared(&plain(&band.label)), 15)))
        .collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = TOP - LINE;
    for (_, y, lines) in &mut labels {
        let height = lines.len() as f64 * LINE;
        *y = (*y - height / 2.0).max(free);
        free = *y + height + 3.0;
    }
    // From below, so that nothing falls out of the drawing.
    let mut floor = HEIGHT - 2.0;
    for (_, y, lines) in labels.iter_mut().rev() {
        *y = y.min(floor - lines.len() as f64 * LINE);
        floor = *y - 3.0;
    }
    html! {
        @for (at, y, lines) in &labels {
            path.leader d={ "M" (RIGHT) " " (round(*at)) "L" (RIGHT + 8.0) " " (round(y + lines.len() as f64 * LINE / 2.0)) } {}
            text.band-label {
                @for (row, line) in lines.iter().enumerate() {
                    tspan x=(RIGHT + 11.0) y=(round(y + LINE * (row as f64 + 0.78))) { (line) }
                }
            }
        }
    }
}

fn axes(page: &Page, chart: &Chart, scale: &Scale) -> Markup {
    html! {
        @for tick in scale.ticks() {
            @let y = round(scale.y(tick));
            path.grid d={ "M" (LEFT) " " (y) "H" (RIGHT) } {}
            text.tick x=(LEFT - 7.0) y=(y + 4.0) { (scale.tick(tick)) @if chart.unit == "%" { "%" } }
        }
        @if !chart.unit.is_empty() && chart.unit != "%" { text.unit x="2" y="11" { (chart.unit) } }
        @if scale.first() > 0.0 { path.apart d={ "M" (round(LEFT + scale.first())) " " (TOP) "V" (BOTTOM + 22.0) } {} }
        @for (at, point) in chart.points.iter().enumerate() {
            @if scale.is_named(at) {
                text.place x=(round(scale.x(at))) y=(BOTTOM + 19.0) {
                    @if point.is_baseline { (page.lang.pick("baseline", "基线")) }
                    @else { (scale.fitted(&plain(&point.name))) }
                }
            }
        }
    }
}

/// The means of the rounds as a line, broken where nothing was read.
fn course(scale: &Scale, points: &[Point]) -> Markup {
    let mut d = String::new();
    let mut pen_down = false;
    for (at, point) in points.iter().enumerate() {
        if let Some(mean) = point.mean.filter(|_| !point.is_baseline) {
            let pen = if pen_down { 'L' } else { 'M' };
            d.push_str(&format!("{pen}{} {}", round(scale.x(at)), round(scale.y(mean))));
        }
        pen_down = point.mean.is_some() && !point.is_baseline;
    }
    html! { @if !d.is_empty() { path.course d=(d) {} } }
}

/// One round or the baseline.
fn place(page: &Page, chart: &Chart, scale: &Scale, point: &Point, at: usize) -> Markup {
    let Some(mean) = point.mean else {
        return html! { text.place x=(round(scale.x(at))) y=(BOTTOM - 6.0) { (page.lang.pick("not read", "未测")) } };
    };
    let (x, y) = (scale.x(at), scale.y(mean));
    let highest = point.values.iter().fold(y, |top, value| top.min(scale.y(*value)));
    let lowest = point.values.iter().fold(y, |low, value| low.max(scale.y(*value)));
    let above = highest - 10.0;
    let label = if above > 12.0 { above } else { lowest + 20.0 };
    html! {
        g {
            title { (plain(&point.name)) ": " (point.values.iter().map(|value| shown(chart, scale, *value)).collect::<Vec<_>>().join(", ")) }
            @if point.values.len() > 1 {
                @for (seed, value) in point.values.iter().enumerate() {
                    circle.seed cx=(round(x + scale.aside(seed, point.values.len()))) cy=(round(scale.y(*value))) r="3.6" {}
                }
            }
            @if point.is_baseline {
                path.baseline d={ "M" (round(x)) " " (round(y - 6.5)) "l6.5 6.5-6.5 6.5-6.5-6.5Z" } {}
            } @else {
                circle.mean cx=(round(x)) cy=(round(y)) r="4.4" {}
            }
            @if scale.is_named(at) { text.value x=(round(x)) y=(round(label)) { (shown(chart, scale, mean)) } }
        }
    }
}

fn shown(chart: &Chart, scale: &Scale, value: f64) -> String {
    format!("{}{}", scale.number(value), if chart.unit == "%" { "%" } else { "" })
}

/// Two decimals are more than a screen shows.
fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// What the signs mean.
fn key(page: &Page) -> Markup {
    let lang = page.lang;
    html! {
        ul.key {
            li { svg viewBox="0 0 16 16" aria-hidden="true" { circle.seed cx="8" cy="8" r="3.6" {} } (lang.pick("one seed", "一个种子")) }
            li {
                svg viewBox="0 0 24 16" aria-hidden="true" { path.course d="M0 8H24" {} circle.mean cx="12" cy="8" r="4.4" {} }
                (lang.pick("mean of a round", "一轮的均值"))
            }
            li {
                svg viewBox="0 0 16 16" aria-hidden="true" { path.baseline d="M8 1.5l6.5 6.5-6.5 6.5-6.5-6.5Z" {} }
                (lang.pick("baseline", "基线"))
            }
            li {
                svg viewBox="0 0 24 16" aria-hidden="true" { rect.band.required width="24" height="16" {} path.threshold d="M0 15H24" {} }
                (lang.pick("where a requirement is met", "达到要求的范围"))
            }
            li {
                svg viewBox="0 0 24 16" aria-hidden="true" {
                    path.hatch d="M-2 8 6 0M-2 16 14 0M6 16 22 0M14 16 30 0" {}
                    path.threshold.guarded d="M0 15H24" {}
                }
                (lang.pick("where a guard holds", "护栏成立的范围"))
            }
        }
    }
}
