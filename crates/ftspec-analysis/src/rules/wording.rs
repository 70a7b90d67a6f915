//! Small pieces that several rules put into their sentences: shares, and lists of names.

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::suggest;

/// A share as a person writes it, to its last digit: 0.4 is `40%`.
pub(crate) fn percent(share: Decimal) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", percent.normalize()),
        None => share.normalize().to_string(),
    }
}

/// Names as a readable list: "`a`, `b` and `c`", "`a`、`b` 和 `c`".
pub(crate) fn listed<'a>(lang: Lang, names: impl Iterator<Item = &'a str>) -> String {
    match lang {
        Lang::En => suggest::listed(names),
        Lang::Zh => {
            let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            match names.split_last() {
                None => String::new(),
                Some((last, [])) => last.clone(),
                Some((last, rest)) => format!("{} 和 {last}", rest.join("、")),
            }
        }
    }
}
