//! `check --fix`, `--unsafe-fixes` and `--diff`: what is mended, what is only offered, and that it comes to an end.

use std::fs;

use ftspec_analysis::{Analysis, fixes};
use ftspec_tests::BASE;
use ftspec_tests::binary::{run, run_with_input};
use ftspec_tests::config;
use ftspec_tests::folder::{folder, without_guard};

/// Two safe mistakes and one whose mending a person should look at.
fn sloppy() -> String {
    BASE.replace("kind:   style", "kind： style")
        .replace("cause:  behavior", "cause = behavior")
        .replace("domain:     software", "domain:     softwar")
}

#[test]
fn safe_fixes_are_written_and_unsafe_ones_only_where_asked_for() {
    let here = folder(&[("plan.ftspec", &sloppy())]);
    let text = || fs::read_to_string(here.path().join("plan.ftspec")).expect("there");
    let safe = run(here.path(), &["check", "--fix"]);
    assert!(safe.code == 1 && safe.out.contains("softwar"), "{safe:?}");
    assert!(safe.out.contains("mended before this check: 2 findings in 1 spec"), "{safe:?}");
    assert!(text().contains("kind: style") && text().contains("cause : behavior"), "{}", text());
    let all = run(here.path(), &["check", "--fix", "--unsafe-fixes"]);
    assert_eq!(all.code, 0, "{all:?}");
    assert!(text().contains("domain:     software"), "{}", text());
    let again = run(here.path(), &["check", "--fix", "--unsafe-fixes"]);
    assert!(again.code == 0 && !again.out.contains("mended"), "{again:?}");
    assert_eq!(run(here.path(), &["check", "--unsafe-fixes"]).code, 2, "it says how, not that");
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let here = folder(&[("plan.ftspec", &sloppy())]);
    let shown = run(here.path(), &["check", "--diff"]);
    assert_eq!(shown.code, 1, "{shown:?}");
    assert!(shown.out.contains("-  kind： style\n") && shown.out.contains("+  kind: style\n"), "{shown:?}");
    assert!(!shown.out.contains("+  domain:     software"), "{shown:?}");
    assert_eq!(fs::read_to_string(here.path().join("plan.ftspec")).expect("there"), sloppy());
    let more = run(here.path(), &["check", "--diff", "--unsafe-fixes"]);
    assert!(more.out.contains("+  domain:     software"), "{more:?}");
    let piped = run_with_input(here.path(), &["check", "--diff", "-"], sloppy().as_bytes());
    assert!(piped.code == 1 && piped.out.contains("+  kind: style\n"), "{piped:?}");
    let refused = run_with_input(here.path(), &["check", "--fix", "-"], sloppy().as_bytes());
    assert!(refused.code == 2 && refused.err.contains("--diff"), "{refused:?}");
    let clean = folder(&[("plan.ftspec", BASE)]);
    assert_eq!(run(clean.path(), &["check", "--diff"]).code, 0);
}

#[test]
fn templates_are_offered_and_never_applied() {
    let here = folder(&[("plan.ftspec", &without_guard())]);
    let run = run(here.path(), &["check", "--fix", "--unsafe-fixes"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("+ guard METRIC >= baseline"), "{run:?}");
    assert_eq!(fs::read_to_string(here.path().join("plan.ftspec")).expect("there"), without_guard());
}

#[test]
fn what_cannot_be_written_is_told_and_the_rest_is_checked() {
    let here = folder(&[("plan.ftspec", &sloppy()), ("good.ftspec", BASE)]);
    let path = here.path().join("plan.ftspec");
    let mut mode = fs::metadata(&path).expect("there").permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).expect("set");
    let run = run(here.path(), &["check", "--fix"]);
    assert!(run.code == 2 && run.err.contains("plan.ftspec: cannot be written"), "{run:?}");
    assert!(run.out.contains("2 specs"), "{run:?}");
}

/// Whatever is broken, mending ends, adds no syntax error, and would do nothing a second time.
#[test]
fn mending_settles() {
    let pieces = ["：", "，", "“", "”", "=", "styel", "# note", "；", "｛", "｝", "90 %", "behaviour", "kind kind"];
    for round in 0..120usize {
        let at = |seed: usize| {
            let mut at = (seed * 7919) % BASE.len();
            while !BASE.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (one, two) = (at(round + 1), at(round * 3 + 2));
        let (first, second) = (one.min(two), one.max(two));
        let piece = |seed: usize| pieces[seed % pieces.len()];
        let text = format!(
            "{}{}{}{}{}",
            &BASE[..first],
            piece(round),
            &BASE[first..second],
            piece(round / 7),
            &BASE[second..]
        );
        for unsafe_too in [false, true] {
            let errors = |text: &str| {
                let analysis = Analysis::new(text, &config());
                analysis.diagnostics().iter().filter(|found| found.rule.code == "FT001").count()
            };
            let fixed = fixes::fix(&text, &config(), unsafe_too);
            assert!(errors(&fixed.text) <= errors(&text), "{text}\n---\n{}", fixed.text);
            assert_eq!(fixed.applied.is_empty(), fixed.text == text);
            let again = fixes::fix(&fixed.text, &config(), unsafe_too);
            assert_eq!(again.text, fixed.text, "{text}");
        }
    }
}
