//! A terminal that somebody sits at: a real pseudo-terminal, with a screen to read and keys to press.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::binary;

/// Nothing takes so long; a test that waits longer has found that it waits for ever.
const FOREVER: Duration = Duration::from_secs(60);
/// So often the screen is looked at.
const GLANCE: Duration = Duration::from_millis(4);

/// Keys that are not letters.
pub mod key {
    /// Enter.
    pub const ENTER: &str = "\r";
    /// Cursor down.
    pub const DOWN: &str = "\x1b[B";
    /// Esc.
    pub const ESC: &str = "\x1b";
    /// Ctrl-C.
    pub const CTRL_C: &str = "\x03";
    /// Ctrl-D, the end of input.
    pub const CTRL_D: &str = "\x04";
}

/// A program at a terminal.
pub struct Terminal {
    // Taken when the terminal closes.
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
    drawing: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
}

impl Terminal {
    /// Starts `ftspec` in a folder, at a terminal of so many columns and rows.
    ///
    /// # Panics
    ///
    /// Where the machine has no pseudo-terminals.
    pub fn open(folder: &Path, arguments: &[&str], (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(binary::path());
        command.args(arguments);
        command.cwd(folder);
        command.env("FTSPEC_TODAY", "2026-11-21");
        command.env("TERM", "xterm-256color");
        for variable in ["FTSPEC_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        let child = pair.slave.spawn_command(command).expect("ftspec runs");
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(rows), cells(columns), 1_000)));
        let mut drawn = pair.master.try_clone_reader().expect("a screen");
        let (shared, closing) = (Arc::clone(&screen), Arc::new(AtomicBool::new(false)));
        let closed = Arc::clone(&closing);
        let drawing = thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(length @ 1..) = drawn.read(&mut piece) {
                shared.lock().expect("no reader panics").process(&piece[..length]);
                if closed.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().expect("a keyboard");
        let drawing = Some(drawing);
        Self { master: Some(pair.master), keys: Some(keys), child, screen, drawing, closing }
    }

    /// What is on the screen.
    ///
    /// # Panics
    ///
    /// Where drawing it has panicked.
    pub fn screen(&self) -> String {
        self.screen.lock().expect("the screen is drawn").screen().contents()
    }

    /// Presses keys, or types a text.
    ///
    /// # Panics
    ///
    /// Where the terminal is closed.
    pub fn press(&mut self, keys: &str) {
        let keyboard = self.keys.as_mut().expect("the terminal is open");
        keyboard.write_all(keys.as_bytes()).and_then(|()| keyboard.flush()).expect("somebody reads the keys");
    }

    /// Pastes a text, as terminals do it.
    pub fn paste(&mut self, text: &str) {
        self.press(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until the screen shows a text, wherever its lines are broken.
    pub fn wait_for(&mut self, text: &str) {
        let wanted = squeezed(text);
        self.wait_until(text, |screen| screen.contains(&wanted));
    }

    /// Waits until the screen, squeezed, is as it should be.
    ///
    /// # Panics
    ///
    /// Where it never is.
    pub fn wait_until(&mut self, what: &str, mut fits: impl FnMut(&str) -> bool) {
        let since = Instant::now();
        while !fits(&squeezed(&self.screen())) {
            assert!(since.elapsed() < FOREVER, "`{what}` does not come:\n{}", self.screen());
            thread::sleep(GLANCE);
        }
    }

    /// Closes the terminal, as somebody who closes its window.
    ///
    /// # Panics
    ///
    /// Where there is no `stty`.
    pub fn close(&mut self) {
        // The keyboard would press Enter and the key for the end of input before it goes; without that key it does not.
        if let Some(name) = self.master.as_ref().and_then(|master| master.tty_name()) {
            let of = if cfg!(target_os = "linux") { "-F" } else { "-f" };
            let set = Command::new("stty").arg(of).arg(name).args(["eof", "undef"]).status().expect("stty runs");
            assert!(set.success(), "stty knows the terminal");
        }
        // The screen holds the terminal open, too; a key that is drawn makes it look up and let go.
        self.closing.store(true, Ordering::SeqCst);
        self.press("x\x1b[B");
        self.drawing.take().expect("it is closed once").join().expect("the screen is drawn");
        self.keys = None;
        self.master = None;
    }

    /// The process.
    ///
    /// # Panics
    ///
    /// Where it has none.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Waits for the end, and gives the exit code.
    ///
    /// # Panics
    ///
    /// Where it never ends.
    pub fn end(&mut self) -> u32 {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status.exit_code();
            }
            if since.elapsed() > FOREVER {
                let _ = self.child.kill();
                panic!("it does not end:\n{}", self.screen());
            }
            thread::sleep(GLANCE);
        }
    }

    /// Whether keys are echoed and read by the line, as a shell wants it.
    #[cfg(unix)]
    pub fn is_given_back(&self) -> bool {
        let settings = self.master.as_ref().and_then(|master| master.get_termios());
        settings.is_some_and(|settings| {
            let local = format!("{:?}", settings.local_flags);
            local.contains("ECHO") && local.contains("ICANON")
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("a terminal has room")
}

/// A text without its blanks and line breaks.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
