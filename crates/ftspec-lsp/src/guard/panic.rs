//! A panic in a handler becomes an error for that one request; the session lives on.

use std::panic::AssertUnwindSafe;
use std::task::{Context, Poll};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tower_lsp_server::jsonrpc::{Error, Request, Response};
use tower_service::Service;

/// Without it, a panic would unwind the loop: the process would neither answer nor end.
#[derive(Debug)]
pub struct CatchPanic<S>(pub S);

impl<S> Service<Request> for CatchPanic<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Option<Response>, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let id = request.id().cloned();
        let answer = self.0.call(request);
        async move {
            match AssertUnwindSafe(answer).catch_unwind().await {
                Ok(answered) => answered,
                Err(_) => Ok(id.map(|id| Response::from_error(id, went_wrong()))),
            }
        }
        .boxed()
    }
}

/// What a client is told where something of ours went wrong.
pub fn went_wrong() -> Error {
    let mut error = Error::internal_error();
    error.message = "something went wrong inside ftspec; its output has the details".into();
    error
}
