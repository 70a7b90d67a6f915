//! What day it is.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ftspec_analysis::Date;

/// The day in Greenwich; none where the clock stands before 1970 or after the calendar's end.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::constant(1970, 1, 1).checked_add(Duration::from_secs(since.as_secs())).ok()
}
