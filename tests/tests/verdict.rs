//! The verdict, and the stop table that decides it once rounds were run: a fragment over the base, and the word expected.

use ftspec_analysis::Analysis;
use ftspec_tests::{config, over_base};

fn verdict(fragment: &str) -> &'static str {
    let text = over_base(fragment);
    Analysis::new(&text, &config()).verdict().kind.name()
}

/// A stop table of one line, and rounds with readings of the style metric (the baseline reads 62%), facts at 98%.
fn stopped(condition: &str, rounds: &[&str]) -> &'static str {
    let mut fragment = format!("stop {{\n  when {condition} then freeze\n  when rounds >= 99 then drop\n}}\n");
    for (number, round) in rounds.iter().enumerate() {
        fragment.push_str(&format!("round r{number} {{\n  purpose: \"teach the one sentence\"\n  {round}\n}}\n"));
    }
    verdict(&fragment)
}

fn reads(style: &str) -> String {
    format!("readings {{ house_style: {style}, facts: 98% }}")
}

#[test]
fn the_verdict_without_rounds() {
    assert_eq!(verdict("status: proposed"), "ready");
    assert_eq!(verdict("// without: stop"), "not_ready");
    assert_eq!(verdict("knowledge { source: weights, facts: \"prices\" }"), "do_not_tune");
    // An error of the language comes before everything: what cannot be read cannot be judged.
    assert_eq!(verdict("knowledge { source: weights, factz: \"prices\" }\nstatus: drft"), "not_ready");
    // A draft is judged as if it were put forward, though it may exit with 0.
    assert_eq!(verdict("// without: stop\nstatus: draft"), "not_ready");
}

#[test]
fn the_stop_table_decides_once_there_are_rounds() {
    assert_eq!(verdict("round r1 { purpose: \"teach it\", readings { house_style: 91%, facts: 98% } }"), "ship");
    assert_eq!(verdict("round r1 { purpose: \"teach it\", readings { house_style: 91%, facts: 90% } }"), "stop_tuning");
    assert_eq!(verdict("round r1 { purpose: \"teach it\", readings { house_style: 80%, facts: 98% } }"), "ready");
    // A guard that was not read does not surely hold, and does not surely fail.
    assert_eq!(verdict("round r1 { purpose: \"teach it\", readings { house_style: 95% } }"), "ready");
}

#[test]
fn conditions_hold_only_when_they_surely_do() {
    let (low, same, more) = (reads("70%"), reads("70.5%"), reads("80%"));
    // Gains: the best of the last rounds against the best before, the baseline among them.
    assert_eq!(stopped("house_style gains < 1% over 1 round", &[&low]), "ready");
    assert_eq!(stopped("house_style gains < 9% over 1 round", &[&low]), "stop_tuning");
    assert_eq!(stopped("house_style gains < 1% over 1 round", &[&low, &same]), "stop_tuning");
    assert_eq!(stopped("house_style gains < 1% over 2 rounds", &[&low, &same]), "ready");
    assert_eq!(
        stopped("house_style gains < 1% over 2 rounds", &[&low]),
        "ready",
        "fewer rounds than asked for: unknown"
    );
    assert_eq!(stopped("house_style gains < 1% over 1 round", &[&low, "spend: 3usd"]), "ready", "not read: unknown");
    // Drops, in the metric's own direction.
    assert_eq!(stopped("house_style drops > 5% over 1 round", &[&more, &low]), "stop_tuning");
    assert_eq!(stopped("house_style drops > 10% over 1 round", &[&more, &low]), "ready", "ten is not more than ten");
    // A list of readings is compared by its mean, exactly; it varies by its ends.
    let seeds = reads("[86%, 85%, 83%]");
    assert_eq!(stopped("house_style varies > 3%", &[&seeds]), "ready", "three is not more than three");
    assert_eq!(stopped("house_style varies >= 3%", &[&seeds]), "stop_tuning");
    assert_eq!(stopped("house_style varies >= 0%", &[&low]), "ready", "one reading does not vary");
    assert_eq!(stopped("house_style >= 84%", &[&reads("[83%, 84%, 85%]")]), "stop_tuning");
    assert_eq!(stopped("house_style >= baseline + 8%", &[&low]), "stop_tuning");
    assert_eq!(stopped("house_style >= baseline + 8.1%", &[&low]), "ready");
}

#[test]
fn windows_start_anew_after_an_action_and_sums_go_on() {
    let (low, same) = (reads("70%"), reads("70.5%"));
    let anew = format!("after: fix_data\n  {same}");
    assert_eq!(stopped("house_style gains < 9% over 2 rounds", &[&low, &same]), "stop_tuning");
    assert_eq!(stopped("house_style gains < 9% over 2 rounds", &[&low, &anew]), "ready");
    assert_eq!(stopped("rounds >= 2", &[&low, &anew]), "stop_tuning");
    let paid = format!("spend: 30usd\n  {low}");
    assert_eq!(stopped("spend >= 60usd", &[&paid, &paid]), "stop_tuning");
    assert_eq!(stopped("spend >= 61usd", &[&paid, &paid]), "ready");
    assert_eq!(stopped("spend >= 30usd", &[&paid, &low]), "stop_tuning", "at least thirty, whatever the other cost");
    assert_eq!(stopped("spend < 61usd", &[&low, &paid]), "ready", "nobody knows what the other cost");
    assert_eq!(stopped("date > 2026-11-20", &[&low]), "stop_tuning");
    assert_eq!(stopped("date > 2026-11-21", &[&low]), "ready");
}

#[test]
fn reasons_and_routes_come_once_weightiest_first() {
    let text = over_base("// without: stop\nknowledge { source: weights, facts: \"prices\" }\n");
    let analysis = Analysis::new(&text, &config());
    let verdict = analysis.verdict();
    assert_eq!(verdict.reasons.iter().map(|rule| rule.code).collect::<Vec<_>>(), ["FT201", "FT701"]);
    assert_eq!(verdict.routes.iter().map(|route| route.name()).collect::<Vec<_>>(), ["retrieval", "stop_tuning"]);
}

/// The answers of the self-test, or of the self-check, as words.
fn answers(fragment: &str) -> (Vec<&'static str>, Option<Vec<&'static str>>) {
    let text = over_base(fragment);
    let analysis = Analysis::new(&text, &config());
    let verdict = analysis.verdict();
    let test = verdict.self_test.as_ref().expect("a text answers").answers.iter().map(|it| it.answer.name());
    let yes = |answers: &[ftspec_analysis::self_check::Answer; 5]| {
        answers.iter().filter(|answer| answer.is_yes()).map(|answer| answer.question.name()).collect()
    };
    (test.collect(), verdict.self_check.as_ref().map(yes))
}

#[test]
fn the_verdict_carries_the_self_test_and_after_a_round_the_self_check() {
    assert_eq!(answers("// as it is\n"), (vec!["yes"; 5], None), "nothing was run yet");
    let unsaid = "// without: task\n";
    assert_eq!(answers(unsaid).0, ["yes", "unsaid", "yes", "unsaid", "unsaid"]);
    let api =
        "task { type: generation, input: \"one ticket\", output: \"one note\", deployment: api, iterates: false }";
    assert_eq!(answers(api).0, ["yes", "yes", "yes", "no", "no"]);
    let round = "round r1 { purpose: \"teach it\", readings { house_style: 80%, facts: 98% } }\n";
    assert_eq!(answers(round).1, Some(vec![]));
    let unlabelled = format!(
        "{round}data notes {{ role: train, examples: 6_000, quality: raw, boundary: 10%, covers: [length, style, topic] }}\ndata held_out {{ role: test, examples: 800 }}"
    );
    assert_eq!(answers(&unlabelled).1, Some(vec!["data"]));
}
