//! From values to places in a drawing, and how many of the names fit.

use super::{BOTTOM, LEFT, RIGHT, TOP};
use crate::plan::Chart;

/// The room that the word below the baseline takes.
const FIRST: f64 = 62.0;

/// The scale of one chart.
pub struct Scale {
    low: f64,
    high: f64,
    step: f64,
    /// The width of the baseline's slot at the left; 0 without one.
    first: f64,
    /// The width of a round's slot.
    slot: f64,
    slots: usize,
}

impl Scale {
    pub fn new(chart: &Chart) -> Self {
        let (low, high) =
            if chart.high > chart.low { (chart.low, chart.high) } else { (chart.low - 1.0, chart.low + 1.0) };
        let slots = chart.points.len().max(1);
        let even = (RIGHT - LEFT) / slots as f64;
        let apart = slots > 1 && chart.points[0].is_baseline;
        let (first, slot) = match apart {
            true => (even.max(FIRST), (RIGHT - LEFT - even.max(FIRST)) / (slots - 1) as f64),
            false => (0.0, even),
        };
        Self { low, high, step: round_step((high - low) / 4.0), first, slot, slots }
    }

    /// The height of a value; what lies beyond the scale stands at its edge.
    pub fn y(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        BOTTOM - share * (BOTTOM - TOP)
    }

    /// The middle of a slot.
    pub fn x(&self, slot: usize) -> f64 {
        match slot {
            0 if self.first > 0.0 => LEFT + self.first / 2.0,
            _ if self.first > 0.0 => LEFT + self.first + self.slot * (slot as f64 - 0.5),
            _ => LEFT + self.slot * (slot as f64 + 0.5),
        }
    }

    /// Where the baseline, set apart at the left, ends; 0 where there is none.
    pub fn first(&self) -> f64 {
        self.first
    }

    /// How far a seed stands beside the middle, so that equal ones do not hide each other.
    pub fn aside(&self, seed: usize, seeds: usize) -> f64 {
        let room = (self.slot * 0.5).min(9.0 * (seeds - 1) as f64);
        (seed as f64 / (seeds - 1) as f64 - 0.5) * room
    }

    /// Round numbers on the scale.
    pub fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step).ceil() as i64;
        let last = (self.high / self.step).floor() as i64;
        (first..=last).map(|tick| tick as f64 * self.step).collect()
    }

    /// A round number of the scale.
    pub fn tick(&self, value: f64) -> String {
        self.written(value, -self.step.log10().floor())
    }

    /// A value, a little finer than the scale.
    pub fn number(&self, value: f64) -> String {
        self.written(value, (1.0 - self.step.log10().floor()).max(1.0))
    }

    fn written(&self, value: f64, decimals: f64) -> String {
        let decimals = decimals.clamp(0.0, 6.0) as usize;
        let text = format!("{value:.decimals$}");
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        match text {
            "-0" => "0".to_string(),
            text => text.replace('-', "−"),
        }
    }

    /// Whether a slot's name is written: every one where there is room, otherwise each second, third and so on.
    pub fn is_named(&self, slot: usize) -> bool {
        let baseline = slot == 0 && self.first > 0.0;
        baseline || (self.slots - 1 - slot).is_multiple_of(self.every())
    }

    /// As much of a name as has room below its slot.
    pub fn fitted(&self, name: &str) -> String {
        cut(name, (self.slot * self.every() as f64 / 7.2) as usize)
    }

    fn every(&self) -> usize {
        (34.0 / self.slot).ceil().max(1.0) as usize
    }
}

/// 1, 2 or 5 times a power of ten, not smaller than asked for.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= least * 0.999)
        .unwrap_or(power * 10.0)
}

/// A text in at most three lines of a width.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, width)),
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        lines[2] = cut(&format!("{} …", lines[2]), width);
    }
    lines
}

/// A text that ends with a sign of being cut where it is too wide.
fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_string();
    }
    let mut room = width.saturating_sub(1);
    let kept = text.chars().take_while(|c| {
        let fits = columns_of(*c) <= room;
        room = room.saturating_sub(columns_of(*c));
        fits
    });
    kept.chain(['…']).collect()
}

fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// Chinese characters are as wide as two letters.
fn columns_of(sign: char) -> usize {
    if sign >= '\u{1100}' { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::{LEFT, RIGHT, Scale, cut, round_step, wrapped};
    use crate::plan::{Chart, Point, Sentence};

    fn chart(low: f64, high: f64, points: usize) -> Chart {
        let point = Point { name: "r".into(), is_baseline: false, values: vec![low], mean: Some(low) };
        Chart {
            metric: "m".into(),
            unit: "%".into(),
            higher_is_better: true,
            low,
            high,
            points: vec![point; points],
            bands: Vec::new(),
            summary: Sentence::default(),
        }
    }

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(Scale::new(&chart(68.0, 93.0, 2)).ticks(), [70.0, 80.0, 90.0]);
        assert_eq!(Scale::new(&chart(0.0, 4.0, 2)).ticks(), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!((round_step(0.3), round_step(7.0)), (0.5, 10.0));
        assert!(!Scale::new(&chart(3.0, 3.0, 1)).ticks().is_empty(), "a flat chart has a scale, too");
    }

    #[test]
    fn values_are_finer_than_ticks() {
        let scale = Scale::new(&chart(0.0, 80.0, 2));
        assert_eq!((scale.tick(20.0), scale.number(7.27)), ("20".into(), "7.3".to_string()));
        let scale = Scale::new(&chart(0.1, 0.3, 2));
        assert_eq!((scale.tick(0.15000000000000002), scale.number(0.1234)), ("0.15".into(), "0.123".to_string()));
    }

    #[test]
    fn numbers_have_no_needless_decimals() {
        let scale = Scale::new(&chart(0.0, 4.0, 2));
        assert_eq!(
            (scale.number(2.0), scale.number(0.6666), scale.number(-1.5)),
            ("2".into(), "0.7".into(), "−1.5".to_string())
        );
    }

    #[test]
    fn the_baseline_has_room_for_its_name() {
        let mut chart = chart(0.0, 1.0, 12);
        chart.points[0].is_baseline = true;
        let scale = Scale::new(&chart);
        assert!(scale.first() >= 62.0 && scale.is_named(0));
        assert!(scale.x(0) < LEFT + scale.first() && scale.x(1) > LEFT + scale.first() && scale.x(11) < RIGHT);
    }

    #[test]
    fn names_are_left_out_before_they_meet() {
        let scale = Scale::new(&chart(0.0, 1.0, 30));
        assert!(scale.is_named(29) && !scale.is_named(28));
        assert_eq!((0..30).filter(|slot| scale.is_named(*slot)).count(), 6);
    }

    #[test]
    fn labels_are_wrapped_and_cut() {
        assert_eq!(wrapped("required >= baseline + 5%", 15), ["required >=", "baseline + 5%"]);
        assert_eq!(wrapped("a b", 1).len(), 2);
        assert_eq!((cut("abcdef", 4), cut("改写语气", 5)), ("abc…".into(), "改写…".to_string()));
    }
}
