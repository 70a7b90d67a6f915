//! From the first message to the exit code.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};
use tokio::sync::Notify;
use tower_lsp_server::{LspService, Server as Transport};

use crate::guard::{CatchPanic, WithoutNulls, read_from, write_to};
use crate::server::Server;
use crate::{Options, log};

/// Handlers that wait (for a thread, for the client) do not hold others up. With a small number, as many of them as
/// that would: answers, and the answers from the client that they wait for, would stand behind them for good.
const AT_ONCE: usize = 1_000_000;
/// Threads for slow work. Two documents at once is much; the rest is for requests that wait for them.
const THREADS: usize = 4;
/// The stack of a thread that reads specs, in bytes.
const STACK: usize = 4 << 20;
/// How long answers that are on their way may take when the client has gone.
const FAREWELL: Duration = Duration::from_secs(3);

/// Serves one client on standard input and output, until it says `exit` or goes away. The code is 0 where it said
/// `shutdown` before, and 1 where it did not.
pub fn run(options: Options) -> ExitCode {
    match serve(options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            log(&format!("the language server cannot start: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether the session ended as it should.
fn serve(options: Options) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .max_blocking_threads(THREADS)
        .thread_stack_size(STACK)
        .build()?;
    let gone = Arc::new(Notify::new());
    let input = read_from(io::stdin(), runtime.handle().clone(), gone.clone())?;
    let (output, written) = write_to(io::stdout(), runtime.handle().clone())?;
    let clean = runtime.block_on(async {
        let (service, socket) = LspService::build(|client| Server::new(client, options))
            .custom_method("ftspec/verdict", Server::verdict)
            .custom_method("ftspec/plan", Server::plan)
            .finish();
        let server = service.inner().clone();
        let session =
            Transport::new(input, output, WithoutNulls(socket)).concurrency_level(AT_ONCE).serve(CatchPanic(service));
        let farewell = async {
            gone.notified().await;
            tokio::time::sleep(FAREWELL).await;
        };
        let (session, farewell) = (Box::pin(session), Box::pin(farewell));
        if let Either::Right(_) = select(session, farewell).await {
            log("the client went away before everything was answered");
        }
        server.was_shut_down()
    });
    // What was said last is still to be written; a client that does not read is not waited for.
    let _ = written.recv_timeout(FAREWELL);
    runtime.shutdown_background();
    Ok(clean)
}
