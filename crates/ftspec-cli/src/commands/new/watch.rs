//! What ends an interview from outside: a terminal that closes, a signal. Nothing is written then, and the terminal
//! gets its cursor and its echo back.
//!
//! The library that reads keys waits for ever at a terminal that has gone away, so somebody else has to look.

use std::sync::{Mutex, PoisonError};

use ftspec_analysis::Lang;

use super::stopped;
use crate::output::{Outcome, complain};

/// Held by whoever speaks last: the interview that is over, or what ends it before.
static LAST: Mutex<()> = Mutex::new(());

/// From here on nothing from outside ends the interview: it is over, and what comes of it is written whole.
pub fn last_word() {
    // Kept for good: the process has no more to do than to end.
    std::mem::forget(LAST.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Begins to look.
#[cfg(unix)]
pub fn begin(lang: Lang) {
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    // Where no signal can be caught, it does what it does by default: it ends the process.
    if let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        thread::spawn(move || {
            if signals.forever().next().is_some() {
                leave(lang);
            }
        });
    }
    thread::spawn(move || {
        if terminal_closes() {
            leave(lang);
        }
    });
}

/// A console that closes ends its processes.
#[cfg(not(unix))]
pub fn begin(_: Lang) {}

/// Waits until nobody is at the other end of standard input. False where that cannot be seen.
#[cfg(unix)]
fn terminal_closes() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let stdin = std::io::stdin();
    loop {
        // Nothing is asked for, so that keys do not wake it: only the end is told.
        let mut looked_at = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut looked_at, None) {
            Ok(_) => return looked_at[0].revents().contains(PollFlags::HUP),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

#[cfg(unix)]
fn leave(lang: Lang) -> ! {
    last_word();
    super::prompt::give_back();
    complain(stopped(lang));
    std::process::exit(Outcome::Failed as i32)
}
