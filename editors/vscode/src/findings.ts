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
    return {
      label: `${ICONS[finding.severity]} ${headline ?? ''}`,
      description: `${codeOf(finding) ?? ''} · ${say('line', '行')} ${finding.range.start.line + 1}`,
      detail: rest.join(' ').trim() || undefined,
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

/** Puts the cursor on a range and shows it. */
export function goTo(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
