//! Inlays and lenses.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{Argument, InlayKind, command, inlays, lenses};

use super::{PLAN, applied, chinese, config, plan};

#[test]
fn remarks_say_what_follows() {
    let analysis = Analysis::new(PLAN, &config());
    let found = inlays(&analysis, None);
    let shown: Vec<(String, &str)> = found
        .iter()
        .map(|inlay| {
            let line = PLAN[..inlay.at as usize].lines().last().unwrap_or_default().trim().to_string();
            (line, inlay.label.as_str())
        })
        .collect();
    let expect = [
        ("spec \"Refund replies in the house tone\"", "status: proposed"),
        ("method:   rubric", "on: held_out"),
        ("metric facts { measures: judgement, method: exact_match", "judge: program"),
        ("metric promise { method: violation_rate", "measures: safety, better: lower"),
        ("require tone >= 90%", "71% → 90% +19 pts · r2: 86%"),
        ("guard facts >= baseline", "= 96% · fails in r2"),
        ("guard promise <= 1%", "fails in r2"),
        ("when rounds >= 5", "2 so far"),
        ("when rounds >= 5 or spend >= 400usd", "110usd so far"),
    ];
    assert_eq!(shown.iter().map(|(line, label)| (line.as_str(), *label)).collect::<Vec<_>>(), expect);
}

#[test]
fn defaults_can_be_written_down() {
    let analysis = Analysis::new(PLAN, &config());
    for inlay in inlays(&analysis, None).into_iter().filter(|inlay| inlay.kind == InlayKind::Default) {
        let written = applied(PLAN, &inlay.edits);
        let parsed = ftspec_syntax::parse(&written);
        assert!(parsed.errors.is_empty(), "{}: {:?}", inlay.label, parsed.errors);
        let after = inlays(&Analysis::new(&written, &config()), None);
        assert!(!after.iter().any(|other| other.label == inlay.label), "{} is written", inlay.label);
    }
}

#[test]
fn a_range_limits_remarks() {
    let analysis = Analysis::new(PLAN, &config());
    let at = PLAN.find("require tone").unwrap() as u32;
    assert_eq!(inlays(&analysis, Some(ftspec_syntax::Span::new(at, at + 30))).len(), 1);
}

#[test]
fn lenses_tell_verdict_readiness_and_the_deciding_line() {
    let analysis = Analysis::new(PLAN, &config());
    let found = lenses(&analysis);
    let titles: Vec<&str> = found.iter().map(|lens| lens.title.as_str()).collect();
    assert!(titles[0].starts_with("stop tuning: no further round · "), "{titles:?}");
    assert_eq!(titles[1], "open plan");
    assert_eq!(titles[2], "4 of 8 answered at tier high · open: worst_case, if_frozen, benefit, rollback");
    assert_eq!(titles[3], "after 2 rounds: freeze");
    assert_eq!(found[1].command.name, command::PLAN);
    let [Argument::Text(_), Argument::Places(places)] = found[3].command.arguments.as_slice() else { panic!() };
    assert!(places[0].of(PLAN).starts_with("when any guard fails"));
    assert!(lenses(&Analysis::new("", &config())).is_empty());
}

/// A template that nobody has filled in asks; it answers nothing.
#[test]
fn a_hole_is_no_answer() {
    let readiness = |from: &str, to: &str| {
        let text = plan(from, to);
        let mut found = lenses(&Analysis::new(&text, &config())).into_iter().map(|lens| lens.title);
        found.find(|title| title.contains("at tier")).expect("a line above the risk")
    };
    let tier = "  tier:   high\n";
    for hole in ["…", " … ", "...", "……"] {
        let unfilled = format!(
            "{tier}  worst_case: \"{hole}\"\n  rollback: [\"{hole}\"]\n  benefit: \"\"\"\n  {hole}\n  \"\"\"\n"
        );
        let title = readiness(tier, &unfilled);
        assert_eq!(title, "4 of 8 answered at tier high · open: worst_case, if_frozen, benefit, rollback", "{hole}");
        let title = readiness("never: \"promise an amount\"", &format!("never: [\"{hole}\"]"));
        assert!(title.starts_with("3 of 8 answered") && title.contains("never"), "{title}");
    }
    let filled =
        format!("{tier}  worst_case: \"money is promised …\"\n  rollback: \"prompt_v7\"\n  benefit: \"省时\"\n");
    assert_eq!(readiness(tier, &filled), "7 of 8 answered at tier high · open: if_frozen");
    let title = readiness("never: \"promise an amount\"", "never: [\"…\", \"promise an amount\"]");
    assert!(title.starts_with("4 of 8 answered") && !title.contains("never"), "{title}");
}

#[test]
fn remarks_speak_chinese() {
    let analysis = Analysis::new(PLAN, &chinese());
    let found = inlays(&analysis, None);
    assert!(found.iter().any(|inlay| inlay.label == "71% → 90% +19 个百分点 · r2: 86%"));
    assert!(found.iter().any(|inlay| inlay.label == "r2 未守住") && found.iter().any(|it| it.label == "已跑 2 轮"));
    assert!(lenses(&analysis).iter().any(|lens| lens.title.starts_with("high 等级要求 8 项，已答 4 项")));
}

#[test]
fn nothing_is_said_where_nothing_is_read() {
    let text = plan("require tone >= 90%", "require other >= 90%");
    let at = text.find("require other").unwrap() as u32;
    let found = inlays(&Analysis::new(&text, &config()), Some(ftspec_syntax::Span::new(at, at + 20)));
    assert!(found.is_empty(), "{found:?}");
}
