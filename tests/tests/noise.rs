//! Noise: when two readings of a metric differ, and when they only seem to.

use ftspec_analysis::noise::{self, Change, Compared, Yardstick};
use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::{Analysis, Lang};
use ftspec_tests::{config, over_base};

fn figure(text: &str) -> Quantity {
    Quantity::parse(text).expect("a number")
}

/// Compares a round's reading of a metric with the baseline's. The test block has 800 examples.
fn compared(metric: &str, before: &str, after: &str, more: &str) -> Compared {
    let text = over_base(&format!(
        "eval {{ metric m {{ {metric} }} }}\n{more}\n\
         baseline b {{ method: prompt, on: own\n readings {{ m: {before} }} }}\n\
         round r1 {{ purpose: \"teach it\"\n readings {{ m: {after} }} }}\n"
    ));
    let analysis = Analysis::new(&text, &config());
    let spec = analysis.spec();
    let metric = spec.eval().and_then(|eval| eval.metric("m")).expect("a metric");
    let before = spec.baseline("b").and_then(|baseline| baseline.readings()).and_then(|readings| readings.of("m"));
    let after = spec.rounds().next().and_then(|round| round.readings()).and_then(|readings| readings.of("m"));
    Yardstick::of(metric, noise::OPTION.default).compare(before.as_ref(), after.as_ref())
}

const RATE: &str = "measures: quality, method: pass_rate, judge: human, on: held_out";
const NOTHING_KNOWN: &str = "measures: quality, method: pass_rate, judge: human, on: nowhere";
const POINTS: &str = "measures: quality, method: rubric, judge: human, on: held_out";
const DELAY: &str = "method: latency, on: held_out";

fn change(metric: &str, before: &str, after: &str) -> Change {
    compared(metric, before, after, "").change
}

#[test]
fn a_share_counted_on_few_items_moves_by_itself() {
    // 1.96·√(0.7·0.3/800) is 3.2 points; of a difference, 4.5.
    assert_eq!(change(RATE, "70%", "74%"), Change::Flat);
    assert_eq!(change(RATE, "70%", "75%"), Change::Better);
    assert_eq!(change(RATE, "75%", "70%"), Change::Worse);
    // The metric's own samples count before the examples of its data.
    assert_eq!(change(&format!("{RATE}, samples: 100"), "70%", "75%"), Change::Flat);
    assert_eq!(change(&format!("{RATE}, samples: 100_000"), "70%", "74%"), Change::Better);
    // A baseline may have been judged on data of its own.
    let own = "data own { role: test, examples: 40 }\ndata held_out { role: test, examples: 800 }";
    assert_eq!(compared(RATE, "70%", "75%", own).change, Change::Flat);
}

#[test]
fn zero_of_a_few_is_not_surely_zero() {
    let few = format!("{RATE}, samples: 100, better: lower");
    assert_eq!(change(&few, "0%", "2%"), Change::Flat);
    assert_eq!(change(&few, "0%", "6%"), Change::Worse);
    assert_eq!(change(&format!("{RATE}, samples: 1"), "0%", "100%"), Change::Flat, "one item says nothing");
    assert_eq!(change(&format!("{RATE}, samples: 0"), "70%", "70.7%"), Change::Better, "over none nothing is known");
}

#[test]
fn seeds_and_margins_make_noise_too() {
    assert_eq!(change(POINTS, "4.0", "4.1"), Change::Better, "nothing is known of points");
    assert_eq!(change(POINTS, "4.0", "[4.6, 3.6, 4.1]"), Change::Flat);
    assert_eq!(change(POINTS, "4.0", "[4.1, 4.1, 4.1]"), Change::Better, "seeds that agree");
    assert_eq!(change(POINTS, "4.0 +- 0.2", "4.1"), Change::Flat);
    assert_eq!(change(POINTS, "4.0 +- 0.2", "4.2"), Change::Flat, "as far as the margin is within it");
    assert_eq!(change(POINTS, "4.0 +- 0.2", "4.21"), Change::Better);
    // The largest counts: 95% +- 6% against what 800 items say.
    assert_eq!(change(RATE, "89% +- 6%", "95%"), Change::Flat);
}

#[test]
fn half_a_point_where_nothing_is_known() {
    assert_eq!(change(NOTHING_KNOWN, "0.6%", "1.1%"), Change::Flat);
    assert_eq!(change(NOTHING_KNOWN, "0.6%", "1.2%"), Change::Better);
    assert_eq!(change(NOTHING_KNOWN, "0.6", "0.604"), Change::Flat, "a share without its percent sign");
    assert_eq!(change("measures: cost, method: custom, judge: human, on: nowhere", "1", "1.001"), Change::Better);
    assert_eq!(change("measures: cost, method: custom, judge: human, on: nowhere", "150%", "150.1%"), Change::Better);
}

#[test]
fn the_better_side_is_the_metrics_own() {
    assert_eq!(change(DELAY, "800ms", "1s"), Change::Worse);
    assert_eq!(change(DELAY, "1s", "800ms"), Change::Better);
    assert_eq!(compared(DELAY, "1s", "800ms", "").gain, figure("200ms").value);
}

#[test]
fn what_cannot_be_compared_is_unknown() {
    assert_eq!(change(DELAY, "800ms", "3usd"), Change::Unknown);
    assert_eq!(change(POINTS, "4.0", "\"good\""), Change::Unknown);
    assert_eq!(change(POINTS, "[]", "4.0"), Change::Unknown);
}

#[test]
fn nothing_is_too_large() {
    let huge = "79_000_000_000_000_000_000_000_000_000";
    assert_eq!(change(POINTS, huge, &format!("-{huge}")), Change::Worse);
    assert_eq!(change(POINTS, &format!("[{huge}, -{huge}]"), "1"), Change::Flat);
    assert_eq!(change(POINTS, &format!("1 +- {huge}"), &format!("1 +- {huge}")), Change::Flat);
    assert_eq!(change(&format!("{RATE}, samples: 18446744073709551615"), "70%", "70.1%"), Change::Better);
    compared(RATE, &format!("{huge}%"), &format!("-{huge}%"), "");
}

#[test]
fn figures_are_told_with_their_noise() {
    let told = |metric: &str, before: &str, after: &str| {
        let compared = compared(metric, before, after, "");
        (compared.with_noise(Lang::En), compared.with_noise(Lang::Zh))
    };
    let pair = |en: &str, zh: &str| (en.to_string(), zh.to_string());
    assert_eq!(told(NOTHING_KNOWN, "0.6%", "0.7%"), pair("0.6% to 0.7%: within ±0.5", "0.6% 到 0.7%：在 ±0.5 以内"));
    assert_eq!(told(RATE, "70%", "75%"), pair("70% to 75%: beyond ±4.3", "70% 到 75%：超出 ±4.3"));
    assert_eq!(told(POINTS, "4.0", "4.1"), pair("4 to 4.1", "4 到 4.1"));
    assert_eq!(told(DELAY, "800ms +- 40ms", "820ms").0, "800ms to 820ms: within ±40ms");
    assert_eq!(told(DELAY, "1s +- 100ms", "1020ms").0, "1s to 1020ms: within ±100ms");
    assert_eq!(told(RATE, "70%", "70%").0, "70% to 70%");
    assert_eq!(compared(RATE, "71%", "[84%, 85%, 83%]", "").distance(Lang::En), "13 points");
    assert_eq!(compared(RATE, "71%", "70%", "").distance(Lang::Zh), "1 个百分点");
}
