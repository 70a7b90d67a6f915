// The plan document of a spec, shown beside it: written anew when the spec is saved; a click on what it says goes to the line.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { activeSpec } from './findings';
import type { Server } from './server';
import { say } from './text';

const KIND = 'ftspec.plan';

/** What `ftspec/plan` answers: the page, or how many errors of the language stand in its way. */
interface Answer {
  title: string;
  text?: string;
  errors: number;
}

export class Plans implements vscode.Disposable {
  /** One panel a spec. */
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly registered: vscode.Disposable[];

  constructor(private readonly server: () => Server) {
    this.registered = [
      vscode.workspace.onDidSaveTextDocument((document) => void this.refresh(document.uri)),
      vscode.window.onDidChangeActiveColorTheme(() => {
        for (const address of this.panels.keys()) void this.refresh(vscode.Uri.parse(address));
      }),
    ];
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
    this.registered.forEach((one) => one.dispose());
  }

  /** Shows the plan of a spec, named by its address, or of the active one. */
  async show(address?: unknown): Promise<void> {
    const uri = typeof address === 'string' ? vscode.Uri.parse(address) : activeSpec()?.document.uri;
    if (uri === undefined) return;
    const answer = await this.ask(uri);
    if (answer === undefined) return;
    if (answer.text === undefined) {
      void this.tellErrors(answer.errors);
      return;
    }
    const panel = this.panels.get(uri.toString()) ?? this.open(uri);
    this.fill(panel, answer);
    panel.reveal(vscode.ViewColumn.Beside, true);
  }

  private open(uri: vscode.Uri): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(KIND, '', column, { enableScripts: true, enableFindWidget: true, localResourceRoots: [] });
    panel.webview.onDidReceiveMessage((message: unknown) => void goToLine(uri, message));
    panel.onDidDispose(() => this.panels.delete(uri.toString()));
    this.panels.set(uri.toString(), panel);
    return panel;
  }

  /** Writes the document anew where it is shown. Where the spec has errors, the old one stays, and its title says so. */
  private async refresh(uri: vscode.Uri): Promise<void> {
    const panel = this.panels.get(uri.toString());
    if (panel === undefined) return;
    const answer = await this.ask(uri);
    if (answer === undefined) return;
    if (answer.text === undefined) panel.title = say(`${answer.title} (not up to date)`, `${answer.title}（不是最新）`);
    else this.fill(panel, answer);
  }

  private fill(panel: vscode.WebviewPanel, answer: Answer): void {
    panel.title = answer.title;
    panel.webview.html = page(answer.text ?? '');
  }

  private async ask(uri: vscode.Uri): Promise<Answer | undefined> {
    try {
      const answer = await this.server().client?.sendRequest<Answer | null>('ftspec/plan', { uri: uri.toString(), format: 'html' });
      return answer ?? undefined;
    } catch {
      return undefined;
    }
  }

  private async tellErrors(count: number): Promise<void> {
    const show = say('Show Problems', '显示问题');
    const text =
      count === 1
        ? say('ftspec: one error of the language stands in the way of a plan.', 'ftspec：有 1 处语法层面的错误，还不能生成计划文档。')
        : say(`ftspec: ${count} errors of the language stand in the way of a plan.`, `ftspec：有 ${count} 处语法层面的错误，还不能生成计划文档。`);
    if ((await vscode.window.showWarningMessage(text, show)) === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

/**
 * The page as a webview shows it: in the theme of the editor, and with one script of ours. The script may run because
 * it knows the nonce of this page; nothing else may, and nothing may be fetched.
 */
function page(text: string): string {
  const nonce = randomBytes(18).toString('base64');
  const kind = vscode.window.activeColorTheme.kind;
  const dark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
  return text
    .replaceAll('(prefers-color-scheme: dark)', dark ? 'all' : 'not all')
    .replace("default-src 'none';", `default-src 'none'; script-src 'nonce-${nonce}';`)
    .replace('</body>', `<script nonce="${nonce}">${SCRIPT}</script></body>`);
}

/** A click on a line's number goes to the line in the editor; the place in the document stays where it was. */
const SCRIPT = `
const editor = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-line]');
  if (link === null) return;
  event.preventDefault();
  editor.postMessage({ line: Number(link.dataset.line) });
});
const known = editor.getState();
if (known !== undefined) window.scrollTo(0, known.top);
window.addEventListener('scroll', () => editor.setState({ top: window.scrollY }), { passive: true });
`;

/** The line that a click in the document asks for. */
async function goToLine(uri: vscode.Uri, message: unknown): Promise<void> {
  const line = (message as { line?: unknown } | null)?.line;
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 1) return;
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(uri));
  const start = document.lineAt(Math.min(line, document.lineCount) - 1).range;
  const selection = new vscode.Range(start.start, start.start);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One, selection });
  editor.revealRange(start, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
