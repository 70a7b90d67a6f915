//! Requests to the client without `"params": null`: JSON-RPC wants an object, an array, or nothing.

use futures_util::stream::{Map, StreamExt};
use serde_json::Value;
use tower_lsp_server::jsonrpc::Request;
use tower_lsp_server::{ClientSocket, Loopback};

/// The way to the client and back; the library writes null for parameters that there are none of.
#[derive(Debug)]
pub struct WithoutNulls(pub ClientSocket);

impl Loopback for WithoutNulls {
    type RequestStream = Map<<ClientSocket as Loopback>::RequestStream, fn(Request) -> Request>;
    type ResponseSink = <ClientSocket as Loopback>::ResponseSink;

    fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
        let (requests, responses) = self.0.split();
        (requests.map(without_null), responses)
    }
}

fn without_null(request: Request) -> Request {
    if request.params() != Some(&Value::Null) {
        return request;
    }
    let (method, id, _) = request.into_parts();
    let bare = Request::build(method);
    match id {
        Some(id) => bare.id(id).finish(),
        None => bare.finish(),
    }
}
