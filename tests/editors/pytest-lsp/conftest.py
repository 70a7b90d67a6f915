"""What the tests share: the server behind the strict checker, and a client that keeps what it is told."""

import asyncio
import json
import os
import pathlib
import sys
import time

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent.parent
FTSPEC = os.environ.get("FTSPEC") or sys.exit("FTSPEC is not set: start the tests with run.sh")
LOG = pathlib.Path(os.environ.get("WIRE_LOG", ROOT / "target/pytest-lsp/wire.jsonl"))
PATIENCE = 20

BASE = (ROOT / "tests/base.ftspec").read_text()
BROKEN = 'spec "half\ngoal {\n  kind: styl\n  metric m {\n guard m >=\nround r1 { m = }\n when any guard'
FLAWED = (ROOT / "examples/flawed/persona_bleu.ftspec").read_text()


def recorded(name: str) -> lsp.ClientCapabilities:
    """The capabilities of an editor as our tests of it have recorded them."""
    from lsprotocol.converters import get_converter

    said = json.loads((HERE / "editors" / f"{name}.json").read_text())
    return get_converter().structure(said, lsp.ClientCapabilities)


def make_client() -> LanguageClient:
    client = LanguageClient()
    client.told = {}  # (address, version) -> diagnostics
    client.registered = []
    client.refreshed = 0

    # The library hands the client over where the annotation asks for it.
    def publish(client: LanguageClient, params: lsp.PublishDiagnosticsParams):
        client.diagnostics[params.uri] = params.diagnostics
        client.told[params.uri, params.version] = params.diagnostics

    def register(client: LanguageClient, params: lsp.RegistrationParams):
        client.registered.extend(params.registrations)

    def refresh(client: LanguageClient, params: None):
        client.refreshed += 1

    features = dict(DEFAULT_CLIENT_FEATURES)
    features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = publish
    features[lsp.CLIENT_REGISTER_CAPABILITY] = register
    for method in (lsp.WORKSPACE_CODE_LENS_REFRESH, lsp.WORKSPACE_INLAY_HINT_REFRESH, lsp.WORKSPACE_DIAGNOSTIC_REFRESH):
        features[method] = refresh
    register_lsp_features(client, features)
    return client


async def until(what: str, look):
    """Waits until something is so, and gives it."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, f"waited in vain for {what}"
        await asyncio.sleep(0.01)
    return seen


class Editor:
    """A session of one editor."""

    def __init__(self, client: LanguageClient, name: str, folder: pathlib.Path, offers: lsp.ServerCapabilities):
        self.client, self.name, self.folder, self.offers = client, name, folder, offers

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> lsp.TextDocumentIdentifier:
        uri = self.uri(name)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "ftspec", 1, text)))
        return lsp.TextDocumentIdentifier(uri)

    def change(self, name: str, version: int, *changes):
        document = lsp.VersionedTextDocumentIdentifier(uri=self.uri(name), version=version)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, list(changes)))

    def replace(self, name: str, version: int, text: str):
        self.change(name, version, lsp.TextDocumentContentChangeWholeDocument(text=text))

    async def findings(self, name: str, version: int) -> list[lsp.Diagnostic]:
        """What is found in a version of a document, told or asked for."""
        uri = self.uri(name)
        if self.offers.diagnostic_provider:
            asked = lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri))
            return list((await self.client.text_document_diagnostic_async(asked)).items)
        await until(f"findings of {name} {version}", lambda: (uri, version) in self.client.told)
        return list(self.client.told[uri, version])

    def position(self, text: str, offset: int) -> lsp.Position:
        """A place of a text, counted as it was agreed."""
        before = text[:offset].split("\n")
        encoding = self.offers.position_encoding or "utf-16"
        column = {
            "utf-8": lambda line: len(line.encode()),
            "utf-16": lambda line: len(line.encode("utf-16-le")) // 2,
            "utf-32": len,
        }[encoding](before[-1])
        return lsp.Position(len(before) - 1, column)


EDITORS = {
    "vscode-2022": lambda: client_capabilities("visual_studio_code@1.65.2"),
    "vscode": lambda: recorded("vscode-1.139"),
    "neovim": lambda: client_capabilities("neovim@0.11.0"),
    "emacs": lambda: client_capabilities("emacs@29.1"),
}


@pytest_lsp.fixture(
    params=list(EDITORS),
    config=ClientServerConfig(
        server_command=[sys.executable, str(HERE / "wire.py"), "--log", str(LOG), "--", FTSPEC, "lsp"],
        client_factory=make_client,
    ),
)
async def lsp_session(request, lsp_client: LanguageClient):
    folder = pathlib.Path(request.getfixturevalue("tmp_path"))
    (folder / "closed.ftspec").write_text(FLAWED)
    (folder / "data").mkdir()
    (folder / "data/train.jsonl").write_text("")
    result = await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=EDITORS[request.param](),
            root_uri=folder.as_uri(),
            workspace_folders=[lsp.WorkspaceFolder(uri=folder.as_uri(), name="project")],
            initialization_options={"lang": "en"},
        )
    )
    lsp_client.editor = Editor(lsp_client, request.param, folder, result.capabilities)
    yield
    await lsp_client.shutdown_session()
    # 70 where the checker saw a message that no server may send.
    assert lsp_client._server.returncode == 0


@pytest.fixture
def editor(lsp_session: LanguageClient) -> Editor:
    return lsp_session.editor
