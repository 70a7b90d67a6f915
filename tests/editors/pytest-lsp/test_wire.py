"""The checker itself: a server that breaks the protocol in one way is caught for that, and one that does not is not."""

import json
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent

# What a server does wrong, and what is said of it.
DEFECTS = {
    "nothing": None,
    "no range": "range: missing in Diagnostic",
    "severity 9": "9 is no DiagnosticSeverity",
    "a line in quotes": "line: want int",
    "a line below zero": "should be in range",
    "half a line": "line: want int",
    "a field of its own": "surprise: unknown field",
    "a null for nothing": "null, but Diagnostic only allows leaving it out",
    "a kind of text that is none": "'markdwon' is no MarkupKind",
    "neither result nor error": "neither result nor error",
    "an answer to nobody": "reply to no request",
    "an answer twice": "reply to no request",
    "no answer": "was never answered",
    "a method that is none": "unknown method ftspec/surprise",
    "another protocol": "jsonrpc is not 2.0",
    "no object": "not a message",
    "no JSON": "not JSON",
    "a word on standard output": "stray bytes",
    "diagnostics twice over": "to a client that asks for them",
}

SERVER = r'''
import json, sys
defect = sys.argv[1]
def raw(body):
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    sys.stdout.flush()
def send(**message):
    raw(json.dumps({"jsonrpc": "1.0" if defect == "another protocol" and "method" in message else "2.0", **message}).encode())
while True:
    length = 0
    while header := sys.stdin.buffer.readline().strip():
        length = int(header.split(b":")[1])
    if not length:
        break
    message = json.loads(sys.stdin.buffer.read(length))
    method = message.get("method")
    if method == "initialize":
        offers = {"hoverProvider": True}
        if defect == "diagnostics twice over":
            offers["diagnosticProvider"] = {"interFileDependencies": False, "workspaceDiagnostics": False}
        send(id=message["id"], result={"capabilities": offers})
    elif method == "textDocument/didOpen":
        place = {"line": 1, "character": 8}
        found = {"range": {"start": place, "end": {"line": 1, "character": 11}}, "message": "bad", "severity": 1}
        if defect == "no range": del found["range"]
        if defect == "severity 9": found["severity"] = 9
        if defect == "a line in quotes": place["line"] = "1"
        if defect == "a line below zero": place["line"] = -1
        if defect == "half a line": place["line"] = 0.5
        if defect == "a field of its own": found["surprise"] = 1
        if defect == "a null for nothing": found["source"] = None
        send(method="textDocument/publishDiagnostics", params={"uri": "file:///a", "diagnostics": [found]})
        if defect == "a method that is none": send(method="ftspec/surprise", params={})
        if defect == "an answer to nobody": send(id=77, result=None)
        if defect == "no object": raw(b"[1]")
        if defect == "no JSON": raw(b"{]")
    elif method == "textDocument/hover":
        kind = "markdwon" if defect == "a kind of text that is none" else "markdown"
        if defect == "neither result nor error": send(id=message["id"])
        elif defect != "no answer": send(id=message["id"], result={"contents": {"kind": kind, "value": "x"}})
        if defect == "an answer twice": send(id=message["id"], result=None)
    elif method == "shutdown":
        send(id=message["id"], result=None)
    elif method == "exit":
        if defect == "a word on standard output": print("hello")
        break
'''


def frame(**message) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_caught(defect, tmp_path):
    server, log = tmp_path / "server.py", tmp_path / "wire.jsonl"
    server.write_text(SERVER)
    document = {"uri": "file:///a", "languageId": "ftspec", "version": 1, "text": "x"}
    session = b"".join([
        frame(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}),
        frame(method="initialized", params={}),
        frame(method="textDocument/didOpen", params={"textDocument": document}),
        frame(id=2, method="textDocument/hover",
              params={"textDocument": {"uri": "file:///a"}, "position": {"line": 0, "character": 0}}),
        frame(id=3, method="shutdown"),
        frame(method="exit"),
    ])
    command = [sys.executable, HERE / "wire.py", "--log", log, "--", sys.executable, server, defect]
    run = subprocess.run(command, input=session, capture_output=True, timeout=60)
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    violations = [entry["violation"] for entry in entries if "violation" in entry]
    wanted = DEFECTS[defect]
    if wanted is None:
        assert (run.returncode, violations) == (0, [])
    else:
        assert run.returncode == 70
        assert any(wanted in violation for violation in violations), violations
