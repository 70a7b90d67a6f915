//! Messages from the client, as far as they are messages. The protocol's own reader ends the session at the first
//! broken one; here it is left out, said on standard error, and reading goes on with the next.

use std::io::{self, Read};
use std::sync::Arc;

use serde::Deserialize;
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tower_lsp_server::jsonrpc::{Request, Response};

use crate::log;

/// The longest message that is read, in bytes. A spec has 4 MiB at most; nobody sends sixteen at once.
const MOST: usize = 64 << 20;
/// The longest line of a header, in bytes.
const LONGEST_LINE: usize = 8 << 10;
/// So much is read at once, and so much waits for the loop.
const CHUNK: usize = 64 << 10;
/// What a header says of the length, in lower case.
const LENGTH: &[u8] = b"content-length:";

/// A stream of well-formed frames. It ends where the input ends; `gone` tells that nothing comes any more.
pub fn read_from(input: impl Read + Send + 'static, handle: Handle, gone: Arc<Notify>) -> io::Result<DuplexStream> {
    let (mut into, out) = tokio::io::duplex(CHUNK);
    std::thread::Builder::new().name("input".into()).spawn(move || {
        let mut frames = Frames { input, buffer: Vec::new(), at: 0, is_last: false };
        while let Some(body) = frames.next() {
            let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
            frame.extend_from_slice(&body);
            if handle.block_on(into.write_all(&frame)).is_err() || frames.is_last {
                break;
            }
        }
        gone.notify_one();
    })?;
    Ok(out)
}

/// Cuts bytes into messages.
struct Frames<R> {
    input: R,
    buffer: Vec<u8>,
    /// What of the buffer has been used.
    at: usize,
    /// The message was the client's last.
    is_last: bool,
}

/// A message as the protocol's library reads it: what is none here would be none there.
#[derive(Deserialize)]
#[serde(untagged)]
#[allow(dead_code)]
enum Message {
    Response(Response),
    Request(Request),
}

impl<R: Read> Frames<R> {
    /// The next message that is one; none where the input ends.
    fn next(&mut self) -> Option<Vec<u8>> {
        loop {
            let length = self.header()?;
            if length > MOST {
                log(&format!("left out a message of {length} bytes; {MOST} are the most"));
                self.skip(length)?;
                continue;
            }
            let body = self.take(length)?;
            if body.is_empty() {
                continue;
            }
            match parse(&body) {
                Ok(message) => {
                    self.is_last = matches!(message, Message::Request(request) if request.method() == "exit");
                    return Some(body);
                }
                Err(why) => {
                    log(&format!("left out a broken message: {why}"));
                    // Where its length was wrong, the beginning of the next message is inside it.
                    if let Some(inside) = find(&body) {
                        self.give_back(&body[inside..]);
                    }
                }
            }
        }
    }

    /// Reads to the end of a header and gives the length that it names. Lines that name none are passed over.
    fn header(&mut self) -> Option<usize> {
        let mut length = None;
        loop {
            let line = self.line()?;
            let line = line.trim_ascii();
            if line.is_empty() {
                match length {
                    Some(length) => return Some(length),
                    None => continue,
                }
            }
            // It may stand behind what is left of a message that was longer than it said.
            if let Some(at) = find(line) {
                let value = line[at + LENGTH.len()..].trim_ascii();
                length = std::str::from_utf8(value).ok().and_then(|value| value.parse().ok());
                if length.is_none() {
                    log("a header names a length that is no number");
                }
            }
        }
    }

    /// A line without its end; only the last part of one that is too long.
    fn line(&mut self) -> Option<Vec<u8>> {
        let mut from = self.at;
        loop {
            if let Some(end) = self.buffer[from..].iter().position(|byte| *byte == b'\n') {
                let line = self.buffer[self.at..from + end].to_vec();
                self.at = from + end + 1;
                return Some(line);
            }
            from = self.buffer.len();
            if from - self.at > LONGEST_LINE {
                self.at = from - LENGTH.len() - 24;
            }
            let used = self.at;
            self.fill()?;
            // Filling moves what is left to the front.
            from -= used - self.at;
        }
    }

    fn take(&mut self, length: usize) -> Option<Vec<u8>> {
        while self.buffer.len() - self.at < length {
            self.fill()?;
        }
        let body = self.buffer[self.at..self.at + length].to_vec();
        self.at += length;
        Some(body)
    }

    fn skip(&mut self, length: usize) -> Option<()> {
        let mut left = length;
        loop {
            let here = (self.buffer.len() - self.at).min(left);
            self.at += here;
            left -= here;
            if left == 0 {
                return Some(());
            }
            self.fill()?;
        }
    }

    fn give_back(&mut self, bytes: &[u8]) {
        let mut buffer = bytes.to_vec();
        buffer.extend_from_slice(&self.buffer[self.at..]);
        self.buffer = buffer;
        self.at = 0;
    }

    /// Reads more; none at the end of the input.
    fn fill(&mut self) -> Option<()> {
        self.buffer.drain(..self.at);
        self.at = 0;
        // One large message does not stay in memory for ever.
        if self.buffer.is_empty() && self.buffer.capacity() > 16 * CHUNK {
            self.buffer = Vec::new();
        }
        let before = self.buffer.len();
        self.buffer.resize(before + CHUNK, 0);
        let read = loop {
            match self.input.read(&mut self.buffer[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read.unwrap_or(0),
            }
        };
        self.buffer.truncate(before + read);
        (read > 0).then_some(())
    }
}

fn parse(body: &[u8]) -> Result<Message, String> {
    let text = std::str::from_utf8(body).map_err(|_| "it is not UTF-8".to_string())?;
    serde_json::from_str::<Message>(text).map_err(|error| match error.is_data() {
        true => "it is not JSON-RPC 2.0".to_string(),
        false => error.to_string(),
    })
}

/// Where a header names a length, whatever its case.
fn find(bytes: &[u8]) -> Option<usize> {
    bytes.windows(LENGTH.len()).position(|part| part.eq_ignore_ascii_case(LENGTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"jsonrpc":"2.0","method":"m","id":1}"#;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    /// How many messages come out of bytes that arrive a few at a time.
    fn count(bytes: &[u8], step: usize) -> usize {
        struct Slowly<'b>(&'b [u8], usize);
        impl Read for Slowly<'_> {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                let many = self.1.min(self.0.len()).min(into.len());
                into[..many].copy_from_slice(&self.0[..many]);
                self.0 = &self.0[many..];
                Ok(many)
            }
        }
        let mut frames = Frames { input: Slowly(bytes, step), buffer: Vec::new(), at: 0, is_last: false };
        std::iter::from_fn(|| frames.next()).inspect(|body| assert_eq!(body, GOOD.as_bytes())).count()
    }

    #[test]
    fn whatever_stands_between_two_messages_both_are_read() {
        let deep = format!(r#"{{"jsonrpc":"2.0","method":"m","params":{}{}}}"#, "[".repeat(500), "]".repeat(500));
        let long = "x".repeat(3 * LONGEST_LINE);
        let broken: Vec<Vec<u8>> = vec![
            frame("{").into_bytes(),
            frame("[]").into_bytes(),
            frame("").into_bytes(),
            frame("nonsense").into_bytes(),
            frame(r#"{"jsonrpc":"1.0","method":"m","id":1}"#).into_bytes(),
            frame(r#"{"jsonrpc":"2.0","method":7}"#).into_bytes(),
            frame(r#"{"jsonrpc":"2.0","method":"m","id":1.5}"#).into_bytes(),
            frame(r#"{"jsonrpc":"2.0","method":"m","id":{}}"#).into_bytes(),
            frame(&deep).into_bytes(),
            b"Content-Length: 2\r\n\r\n\xff\xfe".to_vec(),
            b"Content-Length: many\r\n\r\n".to_vec(),
            b"Content-Length: -1\r\n\r\n".to_vec(),
            b"Content-Type: x\r\n\r\n".to_vec(),
            b"\r\n\r\n\r\n".to_vec(),
            b"no header at all\n".to_vec(),
            format!("{long}\n").into_bytes(),
            // Shorter than it is, and longer.
            b"Content-Length: 9\r\n\r\n{\"jsonrpc\": \"2.0\", \"method\": \"m\"}".to_vec(),
            b"Content-Length: 40\r\n\r\n{}".to_vec(),
            [b"Content-Length: 70000000\r\n\r\n".to_vec(), vec![b' '; 70_000_000]].concat(),
        ];
        for noise in broken {
            let bytes = [frame(GOOD).as_bytes(), &noise, frame(GOOD).as_bytes()].concat();
            let shown = String::from_utf8_lossy(&noise[..noise.len().min(60)]).into_owned();
            for step in [1, 7, CHUNK] {
                if bytes.len() < 1_000_000 || step == CHUNK {
                    assert_eq!(count(&bytes, step), 2, "{shown} in steps of {step}");
                }
            }
        }
    }

    /// The longest message is read; a longer one is left out, however good, and is not even kept.
    #[test]
    fn a_message_that_is_too_long_is_left_out() {
        let long = |length: usize| GOOD.to_string() + &" ".repeat(length - GOOD.len());
        for (length, read) in [(1 << 20, true), (MOST, true), (MOST + 1, false)] {
            let bytes = [frame(&long(length)), frame(GOOD)].concat();
            let mut frames = Frames { input: bytes.as_bytes(), buffer: Vec::new(), at: 0, is_last: false };
            let first = frames.next().expect("a message");
            assert_eq!(first.len(), if read { length } else { GOOD.len() });
            if !read {
                assert!(frames.buffer.capacity() <= 16 * CHUNK, "{} bytes are kept", frames.buffer.capacity());
            }
        }
    }

    /// Neither a line without an end nor a message that was long stays in memory.
    #[test]
    fn what_was_long_is_not_kept() {
        let endless = vec![b'x'; 8 << 20];
        let mut frames = Frames { input: &endless[..], buffer: Vec::new(), at: 0, is_last: false };
        assert!(frames.next().is_none());
        assert!(frames.buffer.capacity() <= 16 * CHUNK, "{} bytes for one line", frames.buffer.capacity());
        let bytes = [frame(&(GOOD.to_string() + &" ".repeat(9 << 20))), frame(GOOD)].concat();
        let mut frames = Frames { input: bytes.as_bytes(), buffer: Vec::new(), at: 0, is_last: false };
        assert!(frames.next().is_some() && frames.next().is_some());
        assert!(frames.next().is_none());
        assert!(frames.buffer.capacity() <= 16 * CHUNK, "{} bytes behind a long message", frames.buffer.capacity());
    }

    #[test]
    fn nothing_is_read_behind_the_last_word() {
        let exit = frame(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let mut frames = Frames { input: exit.as_bytes(), buffer: Vec::new(), at: 0, is_last: false };
        assert!(frames.next().is_some() && frames.is_last);
        let good = frame(GOOD);
        let mut frames = Frames { input: good.as_bytes(), buffer: Vec::new(), at: 0, is_last: false };
        assert!(frames.next().is_some() && !frames.is_last);
    }

    #[test]
    fn headers_are_read_in_any_case_and_with_others_beside_them() {
        let header = "content-length: 37\r\nContent-Type: application/vscode-jsonrpc\r\nX: y\r\n\r\n";
        assert_eq!(count(format!("{header}{GOOD}").as_bytes(), 3), 1);
    }
}
