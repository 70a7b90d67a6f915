//! Where `wrong-layer` sends: each layer in which a problem can be found has a way of its own to mend it.

use ftspec_analysis::{Level, Route};
use ftspec_tests::{findings, over_base};

/// The route and level that a cause is answered with; none where tuning may be right.
fn route(cause: &str) -> Option<(Route, Level)> {
    let goal = format!(
        "goal {{\n  kind: style\n  cause: {cause}\n  today: \"Editors rewrite 40% of the notes.\"\n  \
         target: \"Every note says in one calm sentence what changes.\"\n}}"
    );
    let found = findings(&over_base(&goal));
    let own = found.iter().find(|found| found.rule.name == "wrong-layer")?;
    Some((own.route.expect("every cause has its route"), own.level))
}

#[test]
fn every_layer_outside_of_the_model_has_its_route() {
    let expected = [
        ("prompt", Route::Prompt),
        ("knowledge", Route::Retrieval),
        ("retrieval", Route::FixRetrieval),
        ("data", Route::FixData),
        ("evaluation", Route::FixEval),
        ("system", Route::Rules),
    ];
    for (cause, expected) in expected {
        assert_eq!(route(cause), Some((expected, Level::Deny)), "{cause}");
    }
}

#[test]
fn the_model_itself_and_what_is_not_known_are_answered_elsewhere() {
    for cause in ["behavior", "cost", "capability", "unknown"] {
        assert_eq!(route(cause), None, "{cause}");
    }
}
