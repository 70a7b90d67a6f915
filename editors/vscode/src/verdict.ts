// The verdict of the spec in front of the user: asked from the server, shown in the status bar.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { activeSpec, codeOf, findingsOf } from './findings';
import { say } from './text';

/** How long the text has to rest before the verdict is asked for again, in milliseconds. */
const REST = 120;
/** How many findings the tooltip names at most. */
const MOST = 5;

/** What `ftspec/verdict` answers. */
export interface Verdict {
  kind: 'ready' | 'not_ready' | 'do_not_tune' | 'stop_tuning' | 'ship';
  /** What it means, in the language of the findings. */
  sentence?: string;
  /** The findings by level. */
  deny: number;
  warn: number;
  note: number;
}

/** Where the server stands. */
export type State = 'starting' | 'running' | 'stopped' | 'missing';

export class StatusBar implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly watches: vscode.Disposable[];
  private client: LanguageClient | undefined;
  private state: State = 'starting';
  private why = '';
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;

  constructor() {
    this.item = vscode.window.createStatusBarItem('ftspec.verdict', vscode.StatusBarAlignment.Left, 10);
    this.item.name = 'ftspec';
    this.watches = [
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.show()),
      // Findings follow every change of the text, of the configuration and of the language.
      vscode.languages.onDidChangeDiagnostics((event) => {
        const shown = activeSpec()?.document.uri.toString();
        if (event.uris.some((uri) => uri.toString() === shown)) this.later();
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === activeSpec()?.document) this.later();
      }),
    ];
  }

  /** Says where the server stands, and why. */
  set(state: State, client?: LanguageClient, why = ''): void {
    this.state = state;
    this.client = client;
    this.why = why;
    this.show();
  }

  /** Shows what is known about the active spec now. */
  show(): void {
    clearTimeout(this.timer);
    const document = activeSpec()?.document;
    if (document === undefined) {
      this.asked += 1;
      this.item.hide();
    } else if (this.state === 'running') {
      void this.ask(document);
    } else {
      this.asked += 1;
      this.showState();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watches.forEach((watch) => watch.dispose());
    this.item.dispose();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), REST);
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    const turn = ++this.asked;
    let verdict: Verdict | null = null;
    try {
      const params = { uri: this.client?.code2ProtocolConverter.asUri(document.uri) };
      verdict = (await this.client?.sendRequest<Verdict | null>('ftspec/verdict', params)) ?? null;
    } catch {
      // A server that is just going away; its state is shown when it is known.
    }
    if (turn !== this.asked) return;
    if (verdict === null) this.paint('$(file)', 'ftspec', '', undefined);
    else this.showVerdict(document, verdict);
  }

  private showVerdict(document: vscode.TextDocument, verdict: Verdict): void {
    const { icon, word, colour } = dress(verdict.kind);
    const text = verdict.deny > 0 ? `${word} · ${verdict.deny}` : word;
    const counts = say(
      `${verdict.deny} deny · ${verdict.warn} warn · ${verdict.note} note`,
      `${verdict.deny} 项 deny · ${verdict.warn} 项 warn · ${verdict.note} 项 note`,
    );
    const hint = say('Click to see what stands in the way', '点击查看问题所在');
    const worst = findingsOf(document.uri).filter((one) => one.severity === vscode.DiagnosticSeverity.Error).slice(0, MOST);
    const list = worst.map((one) => `- ${codeOf(one) ?? ''} ${one.message.split('\n')[0] ?? ''}`);
    const headline = verdict.sentence ? `**${word}** — ${verdict.sentence}` : `**${word}**`;
    const lines = [headline, list.join('\n'), counts, `_${hint}_`];
    this.paint(icon, text, lines.filter(Boolean).join('\n\n'), colour);
    this.item.command = 'ftspec.showVerdict';
  }

  private showState(): void {
    if (this.state === 'starting') {
      this.paint('$(loading~spin)', 'ftspec', say('The server is starting', '服务正在启动'), undefined);
      this.item.command = 'ftspec.showOutput';
    } else if (this.state === 'missing') {
      const word = say('no program', '缺少程序');
      this.paint('$(warning)', `ftspec: ${word}`, this.why, 'statusBarItem.warningBackground');
      this.item.command = 'ftspec.restartServer';
    } else {
      const word = say('stopped', '已停止');
      const hint = say('Click to start it again', '点击重新启动');
      this.paint('$(warning)', `ftspec: ${word}`, [this.why, hint].filter(Boolean).join('\n\n'), 'statusBarItem.warningBackground');
      this.item.command = 'ftspec.restartServer';
    }
  }

  private paint(icon: string, text: string, tooltip: string, colour: string | undefined): void {
    this.item.text = `${icon} ${text}`;
    this.item.tooltip = new vscode.MarkdownString(tooltip);
    this.item.backgroundColor = colour === undefined ? undefined : new vscode.ThemeColor(colour);
    this.item.accessibilityInformation = { label: text.startsWith('ftspec') ? text : `ftspec: ${text}`, role: 'button' };
    this.item.show();
  }
}

/** How a kind of verdict looks. */
function dress(kind: Verdict['kind']): { icon: string; word: string; colour?: string } {
  switch (kind) {
    case 'ready':
      return { icon: '$(pass)', word: say('Ready to tune', '可以微调') };
    case 'ship':
      return { icon: '$(rocket)', word: say('Ship', '可以上线') };
    case 'stop_tuning':
      return { icon: '$(debug-stop)', word: say('Stop tuning', '停止训练'), colour: 'statusBarItem.warningBackground' };
    case 'do_not_tune':
      return { icon: '$(circle-slash)', word: say('Do not tune', '不该微调'), colour: 'statusBarItem.errorBackground' };
    case 'not_ready':
      return { icon: '$(error)', word: say('Not ready', '先改计划') };
  }
}
