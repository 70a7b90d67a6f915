//! A fix that may be applied unseen is offered only where it is plain what was meant.

use ftspec_analysis::Applicability;
use ftspec_tests::{findings, over_base};

fn safe_fixes(fragment: &str) -> usize {
    let found = findings(&over_base(fragment));
    found.iter().flat_map(|found| &found.fixes).filter(|fix| fix.applicability == Applicability::Safe).count()
}

#[test]
fn prose_is_not_made_into_attributes() {
    assert_eq!(safe_fixes("We want the model to be better at prices"), 0);
    assert_eq!(safe_fixes("knowledge { source: input }\nThen \"we\""), 0);
    assert_eq!(safe_fixes("Then \"we\""), 0, "on the first line of a file");
    // Where the name is known, a forgotten colon is just that.
    assert_eq!(safe_fixes("knowledge {\n  source input\n}"), 1);
    assert_eq!(safe_fixes("knowledge {\n  source: input\n  facts the tickets\n}"), 1);
}
