// The findings of the active spec, to choose from: to go there, or to read the reason.
import * as vscode from 'vscode';
import { say } from './text';

interface Choice extends vscode.QuickPickItem {
  finding: vscode.Diagnostic;
}

const ICONS: Record<vscode.DiagnosticSeverity, string> = {
  [vscode.DiagnosticSeverity.Error]: '$(error)',
  [vscode.DiagnosticSeverity.Warning]: '$(warning)',
  [vscode.DiagnosticSeverity.Information]: '$(info)',
  [vscode.DiagnosticSeverity.Hint]: '$(info)',
};

/** The editor of the spec in front of the user. A page beside it has the keyboard at times; the spec is meant all the same. */
export function activeSpec(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  const shown = active === undefined ? vscode.window.visibleTextEditors : [active];
  return shown.find((editor) => editor.document.languageId === 'ftspec');
}

/** The findings of a document, the gravest first, then in the order of the text. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  const found = vscode.languages.getDiagnostics(uri).filter((finding) => finding.source === 'ftspec');
  return found.sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
}

/** The code of a finding, as `FT404`. */
export function codeOf(finding: vscode.Diagnostic): string | undefined {
  const code = typeof finding.code === 'object' ? finding.code.value : finding.code;
  return code === undefined ? undefined : String(code);
}

/** Lets the user choose among findings. While the list is open, the editor shows the one that is looked at. */
export async function choose(
  editor: vscode.TextEditor,
  findings: vscode.Diagnostic[],
  title: string,
): Promise<vscode.Diagnostic | undefined> {
  const before = editor.selection;
  const items = findings.map((finding): Choice => {
    const [headline, ...rest] = finding.message.split('\n');
    const line = finding.range.start.line + 1;
    return {
      label: `${ICONS[finding.severity]} ${headline ?? ''}`,
      description: `${codeOf(finding) ?? ''} · ${say(`line ${line}`, `第 ${line} 行`)}`,
      detail: rest.map((line) => line.trim()).filter(Boolean).join(' · ') || undefined,
      finding,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item) => {
      editor.revealRange((item as Choice).finding.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  if (chosen === undefined) editor.revealRange(before, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return chosen?.finding;
}

/** Puts the cursor on a range and the keyboard into its editor. */
export async function goTo(editor: vscode.TextEditor, range: vscode.Range): Promise<void> {
  const { document, viewColumn } = editor;
  await vscode.window.showTextDocument(document, { viewColumn, selection: new vscode.Range(range.start, range.start) });
}
