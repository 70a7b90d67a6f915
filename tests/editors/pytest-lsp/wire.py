"""Stands between any editor and a language server, over stdio, and is strict about every message.

    python wire.py --log wire.jsonl -- SERVER [ARG...]

Every message is passed on byte for byte, recorded, and held against lsprotocol's types: JSON types exactly, required
fields, values of enumerations, null where only absence is allowed, unknown fields, unknown methods, answers that nobody
asked for, questions that were never answered, and diagnostics that are sent to a client that asks for them. What the
server gets wrong goes to the log as {"violation": ...} and to standard error; the exit status is then 70, else the
server's.
"""

import argparse
import collections.abc
import enum
import json
import os
import subprocess
import sys
import threading
import types as pytypes
import typing

import attrs
from lsprotocol import types as lsp
from lsprotocol.converters import get_converter

CONVERTER = get_converter()
HINTS: dict = {}


def camel(name: str) -> str:
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(p.title() for p in rest)


def fields(cls):
    if cls not in HINTS:
        attrs.resolve_types(cls)
        HINTS[cls] = {camel(f.name): f for f in attrs.fields(cls)}
    return HINTS[cls]


def check(tp, v, at: str) -> list[str]:
    origin, args = typing.get_origin(tp), typing.get_args(tp)
    if tp is typing.Any or tp is object or getattr(tp, "__name__", "") == "LSPObject":
        return []
    if origin in (typing.Union, pytypes.UnionType):
        best = None
        for a in args:
            errs = check(a, v, at)
            if not errs:
                return []
            if best is None or len(errs) < len(best):
                best = errs
        return best
    if tp is type(None):
        return [] if v is None else [f"{at}: want null"]
    if origin is typing.Literal:
        return [] if v in args else [f"{at}: want one of {args}, got {v!r}"]
    if origin in (collections.abc.Sequence, list):
        if not isinstance(v, list):
            return [f"{at}: want an array, got {v!r}"]
        return [e for i, x in enumerate(v) for e in check(args[0], x, f"{at}[{i}]")]
    if origin is tuple:
        if not isinstance(v, list) or len(v) != len(args):
            return [f"{at}: want {len(args)} elements, got {v!r}"]
        return [e for i, (a, x) in enumerate(zip(args, v)) for e in check(a, x, f"{at}[{i}]")]
    if origin in (collections.abc.Mapping, dict):
        if not isinstance(v, dict):
            return [f"{at}: want an object, got {v!r}"]
        return [e for k, x in v.items() for e in check(args[1], x, f"{at}.{k}")]
    if isinstance(tp, type) and issubclass(tp, enum.Enum):
        ok = any(v == m.value and type(v) is type(m.value) for m in tp)
        return [] if ok else [f"{at}: {v!r} is no {tp.__name__}"]
    if attrs.has(tp):
        if not isinstance(v, dict):
            return [f"{at}: want {tp.__name__}, got {v!r}"]
        known, errs = fields(tp), []
        for key, f in known.items():
            if key not in v:
                if f.default is attrs.NOTHING:
                    errs.append(f"{at}.{key}: missing in {tp.__name__}")
            elif v[key] is None and f.default is None and not lsp.is_special_property(tp, f.name):
                errs.append(f"{at}.{key}: null, but {tp.__name__} only allows leaving it out")
            else:
                errs += check(f.type, v[key], f"{at}.{key}")
        return errs + [f"{at}.{k}: unknown field of {tp.__name__}" for k in v if k not in known]
    want = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}.get(tp)
    if want is None:
        return []  # a forward reference lsprotocol leaves open
    ok = isinstance(v, want) and (tp is bool or not isinstance(v, bool))
    return [] if ok else [f"{at}: want {tp.__name__}, got {v!r}"]


class Wire:
    def __init__(self, log):
        self.log, self.lock, self.bad = log, threading.Lock(), 0
        self.pending = {"client": {}, "server": {}}  # who asked: id -> method
        self.pulls = False  # the client asks for diagnostics, as it was agreed
        self.told_to_end = False

    def note(self, entry):
        with self.lock:
            self.log.write(json.dumps(entry) + "\n")
            self.log.flush()

    def see(self, who: str, body: bytes):
        try:
            msg = json.loads(body)
            self.note({"from": who, "message": msg})
            errs = self.judge(who, msg)
        except ValueError as e:
            errs = [f"not JSON: {e}"]
        if who == "server":
            for e in errs:
                self.complain(e)

    def complain(self, violation: str):
        self.bad += 1
        self.note({"violation": violation})
        print(f"wire: {violation}", file=sys.stderr)

    def judge(self, who: str, msg) -> list[str]:
        other = "client" if who == "server" else "server"
        if not isinstance(msg, dict):
            return [f"not a message: {msg!r}"]
        if msg.get("jsonrpc") != "2.0":
            return ["jsonrpc is not 2.0"]
        if "method" in msg:
            m = msg["method"]
            if "id" in msg:
                self.pending[who][msg["id"]] = m
            self.told_to_end |= m == "exit" and who == "client"
            if m == "textDocument/publishDiagnostics" and self.pulls:
                return ["diagnostics are sent to a client that asks for them"]
            if m not in lsp.METHOD_TO_TYPES:
                return [] if m.startswith("$/") else [f"unknown method {m}"]
            tp = lsp.METHOD_TO_TYPES[m][0]
        else:
            if msg.get("id") not in self.pending[other]:
                return [] if "error" in msg and msg.get("id") is None else [f"reply to no request: id {msg.get('id')!r}"]
            m = self.pending[other].pop(msg["id"])
            if "error" in msg:
                return check(lsp.ResponseError, msg["error"], f"{m} error")
            if "result" not in msg:
                return [f"{m}: reply with neither result nor error"]
            if m not in lsp.METHOD_TO_TYPES:
                return []
            if m == "initialize" and isinstance(msg["result"], dict):
                self.pulls = "diagnosticProvider" in msg["result"].get("capabilities", {})
            tp = lsp.METHOD_TO_TYPES[m][1]
        errs = check(tp, msg, m)
        if not errs:
            try:
                CONVERTER.structure(msg, tp)  # ranges of numbers
            except Exception as e:
                while getattr(e, "exceptions", None):
                    e = e.exceptions[0]
                errs = [f"{m}: {e}"]
        return errs


def pump(src, dst, who, wire):
    while True:
        head, length = b"", None
        while (line := src.readline()):
            head += line
            if line == b"\r\n":
                break
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not line:
            if head.strip() and who == "server":
                wire.complain(f"stray bytes on standard output: {head[:200]!r}")
            break
        body = src.read(length or 0)
        wire.see(who, body)  # first, so that a request is known before its reply can come
        try:
            dst.write(head + body)
            dst.flush()
        except BrokenPipeError:
            break
    try:
        dst.close()
    except OSError:
        pass


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--log", required=True)
    p.add_argument("server", nargs="+")
    a = p.parse_args()
    with open(a.log, "a", encoding="utf-8") as log:
        wire = Wire(log)
        proc = subprocess.Popen(a.server, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=pump, args=(sys.stdin.buffer, proc.stdin, "client", wire), daemon=True).start()
        pump(proc.stdout, sys.stdout.buffer, "server", wire)
        rc = proc.wait()
        if wire.told_to_end:
            for request, method in wire.pending["client"].items():
                wire.complain(f"{method}: request {request!r} was never answered")
        wire.note({"exit": rc, "violations": wire.bad})
        log.flush()
    sys.stderr.flush()
    os._exit(70 if wire.bad else rc % 256)  # not sys.exit: a thread still reads standard input


if __name__ == "__main__":
    main()
