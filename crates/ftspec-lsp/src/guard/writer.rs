//! Messages to the client, written by a thread of their own: a client that is slow to read keeps nobody waiting.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, channel};

use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::runtime::Handle;

/// So many bytes wait for the client before the server waits for it.
const WAITING: usize = 1 << 20;

/// A stream whose bytes go to an output, and what tells that all of them are written when the stream was dropped.
pub fn write_to(mut output: impl Write + Send + 'static, handle: Handle) -> io::Result<(DuplexStream, Receiver<()>)> {
    let (into, mut out) = tokio::io::duplex(WAITING);
    let (finished, written) = channel();
    std::thread::Builder::new().name("output".into()).spawn(move || {
        let mut buffer = vec![0; 64 << 10];
        while let Ok(many) = handle.block_on(out.read(&mut buffer)) {
            if many == 0 || output.write_all(&buffer[..many]).and_then(|()| output.flush()).is_err() {
                break;
            }
        }
        // Where nobody waits any more, nobody is told.
        let _ = finished.send(());
    })?;
    Ok((into, written))
}
