//! Small pieces that several rules put into their sentences.

use rust_decimal::Decimal;

/// A share as a person writes it, to its last digit: 0.4 is `40%`.
pub(crate) fn percent(share: Decimal) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", percent.normalize()),
        None => share.normalize().to_string(),
    }
}
