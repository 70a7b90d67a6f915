"""The language server as several editors meet it: what each can do, asked for in its own terms."""

import asyncio

import pytest
from lsprotocol import types as lsp

from conftest import BASE, BROKEN, EDITORS, FLAWED, until

TEXTS = {"good": BASE, "flawed": FLAWED, "broken": BROKEN, "empty": ""}
LAYOUT = lsp.FormattingOptions(tab_size=2, insert_spaces=True)


def questions(editor, document, text):
    """A question for every method that is offered: name and parameters."""
    offers = editor.offers
    offset = text.find("metric ") + len("metric ") + 1 if "metric " in text else 0
    at = editor.position(text, offset)
    whole = lsp.Range(lsp.Position(0, 0), editor.position(text, len(text)))
    place = {"text_document": document, "position": at}
    everything = lsp.CodeActionContext(diagnostics=[])
    asked = [
        (offers.hover_provider, "hover", lsp.HoverParams(**place)),
        (offers.completion_provider, "completion", lsp.CompletionParams(**place)),
        (offers.signature_help_provider, "signature_help", lsp.SignatureHelpParams(**place)),
        (offers.definition_provider, "definition", lsp.DefinitionParams(**place)),
        (offers.references_provider, "references", lsp.ReferenceParams(lsp.ReferenceContext(True), **place)),
        (offers.document_highlight_provider, "document_highlight", lsp.DocumentHighlightParams(**place)),
        (offers.document_symbol_provider, "document_symbol", lsp.DocumentSymbolParams(document)),
        (offers.linked_editing_range_provider, "linked_editing_range", lsp.LinkedEditingRangeParams(**place)),
        (offers.selection_range_provider, "selection_range", lsp.SelectionRangeParams(document, [at, at])),
        (offers.folding_range_provider, "folding_range", lsp.FoldingRangeParams(document)),
        (offers.semantic_tokens_provider, "semantic_tokens_full", lsp.SemanticTokensParams(document)),
        (offers.semantic_tokens_provider, "semantic_tokens_range", lsp.SemanticTokensRangeParams(document, whole)),
        (offers.semantic_tokens_provider, "semantic_tokens_full_delta", lsp.SemanticTokensDeltaParams(document, "none")),
        (offers.inlay_hint_provider, "inlay_hint", lsp.InlayHintParams(document, whole)),
        (offers.code_lens_provider, "code_lens", lsp.CodeLensParams(document)),
        (offers.document_link_provider, "document_link", lsp.DocumentLinkParams(document)),
        (offers.code_action_provider, "code_action", lsp.CodeActionParams(document, whole, everything)),
        (offers.document_formatting_provider, "formatting", lsp.DocumentFormattingParams(document, LAYOUT)),
        (offers.document_range_formatting_provider, "range_formatting",
         lsp.DocumentRangeFormattingParams(document, whole, LAYOUT)),
        (offers.document_on_type_formatting_provider, "on_type_formatting",
         lsp.DocumentOnTypeFormattingParams(document, at, "}", LAYOUT)),
        (offers.diagnostic_provider, "diagnostic", lsp.DocumentDiagnosticParams(document)),
    ]
    return [(name, params) for offered, name, params in asked if offered]


def test_the_editors_are_not_alike():
    """They count columns in three ways, and one of them asks for diagnostics."""
    said = [EDITORS[name]() for name in EDITORS]
    pulls = [can.workspace.diagnostics is not None for can in said]
    assert len(EDITORS) >= 3 and True in pulls and False in pulls


async def test_every_method_answers_on_every_text(editor):
    asked = set()
    for name, text in TEXTS.items():
        document = editor.open(f"{name}.ftspec", text)
        await editor.findings(f"{name}.ftspec", 1)
        for method, params in questions(editor, document, text):
            await getattr(editor.client, f"text_document_{method}_async")(params)
            asked.add(method)
    await editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams("goal"))
    if editor.offers.diagnostic_provider:
        found = await editor.client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams([]))
        assert editor.uri("closed.ftspec") in [report.uri for report in found.items]
    else:
        await until("findings of a closed spec", lambda: editor.client.diagnostics.get(editor.uri("closed.ftspec")))
    assert len(asked) >= 18, asked


async def test_findings_follow_edits(editor):
    """The same findings in all editors, at the same places, whatever their columns count."""
    text = BASE.replace('spec "', 'spec "退款 😀 ', 1)
    at = text.index("goal {")
    misspelt = f'{text[:at]}behavior one_more {{ must: "😀 客户", nevr: "x" }}\n{text[at:]}'
    editor.open("plan.ftspec", misspelt)
    (one,) = [one for one in await editor.findings("plan.ftspec", 1) if "`nevr`" in one.message.split("\n")[0]]
    start = misspelt.index("nevr")
    assert one.range == lsp.Range(editor.position(misspelt, start), editor.position(misspelt, start + 4))
    editor.replace("plan.ftspec", 2, text)
    assert await editor.findings("plan.ftspec", 2) == []
    # And a change in the middle of a line that holds more than ASCII.
    cut = text.index("😀")
    editor.change("plan.ftspec", 3, lsp.TextDocumentContentChangePartial(
        range=lsp.Range(editor.position(text, cut), editor.position(text, cut + 1)), text='"'))
    changed = text[:cut] + '"' + text[cut + 1:]
    told = await editor.findings("plan.ftspec", 3)
    editor.open("same.ftspec", changed)
    assert [one.range for one in told] == [one.range for one in await editor.findings("same.ftspec", 1)] != []


async def test_a_quick_fix_mends(editor):
    text = BASE.replace("kind:   style", "kind:   stile")
    document = editor.open("plan.ftspec", text)
    (one,) = await editor.findings("plan.ftspec", 1)
    context = lsp.CodeActionContext(diagnostics=[one], only=[lsp.CodeActionKind.QuickFix])
    actions = await editor.client.text_document_code_action_async(lsp.CodeActionParams(document, one.range, context))
    fix = next(action for action in actions if "`style`" in action.title)
    if fix.edit.document_changes:
        (change,) = fix.edit.document_changes
        assert change.text_document.version == 1
        edits = change.edits
    else:
        edits = fix.edit.changes[document.uri]
    editor.change("plan.ftspec", 2, *[
        lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
        for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True)
    ])
    assert await editor.findings("plan.ftspec", 2) == []


async def test_fix_all_is_found_by_its_kind(editor):
    text = BASE.replace("kind:   style", "kind：   style")
    document = editor.open("plan.ftspec", text)
    await editor.findings("plan.ftspec", 1)
    context = lsp.CodeActionContext(diagnostics=[], only=[lsp.CodeActionKind.SourceFixAll])
    top = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    (action,) = await editor.client.text_document_code_action_async(lsp.CodeActionParams(document, top, context))
    if action.edit is None:
        action = await editor.client.code_action_resolve_async(action)
    assert action.kind == "source.fixAll.ftspec" and action.edit is not None


async def test_colours_are_told_as_what_changed(editor):
    document = editor.open("plan.ftspec", BASE)
    full = await editor.client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
    line = lsp.Position(0, 0)
    editor.change("plan.ftspec", 2, lsp.TextDocumentContentChangePartial(range=lsp.Range(line, line), text="// note\n"))
    delta = await editor.client.text_document_semantic_tokens_full_delta_async(
        lsp.SemanticTokensDeltaParams(document, full.result_id))
    again = await editor.client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
    data = list(full.data)
    for edit in sorted(delta.edits, key=lambda edit: edit.start, reverse=True):
        data[edit.start:edit.start + edit.delete_count] = edit.data or []
    assert data == list(again.data)
    assert sum(len(edit.data or []) for edit in delta.edits) < len(full.data) / 2


async def test_a_rename_is_refused_where_there_is_no_name(editor):
    document = editor.open("plan.ftspec", BASE)
    with pytest.raises(Exception, match="there is no name"):
        await editor.client.text_document_rename_async(lsp.RenameParams(text_document=document, position=lsp.Position(0, 0), new_name="other"))


async def test_settings_are_asked_for_and_followed(editor):
    editor.open("plan.ftspec", BASE.replace("kind:   style", "kind:   stile"))
    assert all(one.message.isascii() for one in await editor.findings("plan.ftspec", 1))
    editor.client.set_configuration({"lang": "zh"}, section="ftspec")
    editor.client.told.clear()
    editor.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings=None))

    async def chinese():
        return not any(one.message.split("\n")[0].isascii() for one in await editor.findings("plan.ftspec", 1))

    for _ in range(500):
        if await chinese():
            break
        await asyncio.sleep(0.02)
    assert await chinese()


async def test_an_unknown_method_is_refused(editor):
    with pytest.raises(Exception, match="(?i)method not found"):
        await editor.client.protocol.send_request_async("ftspec/noSuchMethod", {})
