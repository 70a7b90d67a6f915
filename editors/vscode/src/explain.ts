// Pages with the reason behind a finding, shown beside the spec.
import * as vscode from 'vscode';
import { activeSpec, choose, codeOf, findingsOf, goTo } from './findings';
import type { Server } from './server';
import { say } from './text';

const SCHEME = 'ftspec-page';

/** What `ftspec.explain` answers: the rule's name and code, and its page in Markdown. */
interface Page {
  rule: string;
  code: string;
  markdown: string;
}

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registered: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: () => Server) {
    this.registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '';
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  /** Shows the page of a rule, by its name or code, in an editor beside. */
  async show(rule: unknown): Promise<void> {
    if (typeof rule !== 'string') return;
    const page = await this.ask(rule);
    if (page === undefined) {
      void vscode.window.showWarningMessage(say(`ftspec: there is no page about “${rule}”.`, `ftspec：没有关于“${rule}”的说明页。`));
      return;
    }
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${page.rule}.md` });
    this.texts.set(uri.path, page.markdown);
    this.changed.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  /** Explains the finding under the cursor; where there are several or none, lets the user choose. */
  async explain(): Promise<void> {
    const editor = activeSpec();
    if (editor === undefined) return;
    const all = findingsOf(editor.document.uri);
    if (all.length === 0) {
      void vscode.window.showInformationMessage(say('ftspec: there is nothing to explain, no finding is open.', 'ftspec：没有需要解释的检查结果。'));
      return;
    }
    const at = editor.selection.active;
    const exactly = all.filter((finding) => finding.range.contains(at));
    const near = exactly.length > 0 ? exactly : all.filter((finding) => finding.range.start.line === at.line);
    const finding =
      near.length === 1
        ? near[0]
        : await choose(editor, near.length > 0 ? near : all, say('Which finding?', '解释哪一条？'));
    if (finding === undefined) return;
    if (!near.includes(finding)) await goTo(editor, finding.range);
    await this.show(codeOf(finding));
  }

  private async ask(rule: string): Promise<Page | undefined> {
    const params = { command: 'ftspec.explain', arguments: [rule] };
    const client = this.server().client;
    try {
      const page = await client?.sendRequest<Page | null>('workspace/executeCommand', params);
      return page && typeof page.markdown === 'string' ? page : undefined;
    } catch {
      return undefined;
    }
  }
}
