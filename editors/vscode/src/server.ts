// The language server: found, started, watched, restarted.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type Middleware,
  RevealOutputChannelOn,
  State as ClientState,
} from 'vscode-languageclient/node';
import { findProgram, speakAlike, versionOf } from './program';
import { lang, say } from './text';
import type { StatusBar } from './verdict';

/** Settings that the server knows. */
const SETTINGS = ['lang', 'inlayHints', 'codeLenses', 'workspace'];

/** Commands of VS Code that the server may name in its answers. */
const OF_EDITOR = ['editor.action.triggerSuggest'];

/** A server that ends more often than this within the span (in milliseconds) is left alone. */
const LIVES = 4;
const SPAN = 180_000;

/** Commands that the server puts into its answers and the extension runs. */
export type Commands = Record<string, (...args: unknown[]) => unknown>;

/** What goes wrong is written down; whether it is shown is decided where it is known what it means. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Server implements vscode.Disposable {
  /** The client, while it runs. */
  client: LanguageClient | undefined;
  /** The program that was found last. */
  program: string | undefined;

  private readonly own: vscode.Disposable[] = [];
  private turn: Promise<void> = Promise.resolve();
  private waits = false;
  private readonly trace: vscode.LogOutputChannel;
  private told = '';

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
    private readonly status: StatusBar,
    private readonly commands: Commands,
  ) {
    const changed = new vscode.EventEmitter<vscode.LogLevel>();
    context.subscriptions.push(
      changed,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('ftspec.trace')) changed.fire(traceLevel());
      }),
    );
    this.trace = traceChannel(output, changed.event);
  }

  /** Starts the server, or starts it anew. One start at a time; whoever asks while one waits gets that one. */
  restart(): Promise<void> {
    if (this.waits) return this.turn;
    this.waits = true;
    this.turn = this.turn
      .then(() => {
        this.waits = false;
        return this.stopNow();
      })
      .then(() => this.startNow())
      .catch((error: unknown) => this.output.error(String(error)));
    return this.turn;
  }

  /** Stops the server for good. */
  stop(): Promise<void> {
    this.turn = this.turn.then(() => this.stopNow());
    return this.turn;
  }

  dispose(): void {
    void this.stop();
  }

  private async startNow(): Promise<void> {
    this.status.set('starting');
    const found = findProgram();
    if ('missing' in found) {
      this.program = undefined;
      this.output.warn(found.missing);
      this.status.set('missing', undefined, found.missing);
      // Nobody waits for this answer: it may stand on the screen for hours.
      void this.tellMissing(found.missing);
      return;
    }
    this.program = found.path;
    this.told = '';
    const version = await versionOf(found.path);
    this.output.info(`${found.path} (${version ?? 'no version'})`);
    if (version === undefined) {
      void this.tellBroken(
        say(
          `${found.path} does not say which version it is: it does not seem to be ftspec.`,
          `${found.path} 没有报告版本，看来不是 ftspec。`,
        ),
      );
      return;
    }
    void this.tellMismatch(version);
    const client = this.make(found.path);
    try {
      await client.start();
    } catch (error) {
      this.output.error(`${found.path}: ${String(error)}`);
      await client.dispose().catch(() => undefined);
      void this.tellBroken(
        say(`${found.path} does not start as a language server.`, `${found.path} 无法作为语言服务启动。`),
      );
      return;
    }
    this.client = client;
    this.register(client);
    client.onDidChangeState((change) => this.follow(client, change.newState));
    this.follow(client, client.state);
  }

  private async stopNow(): Promise<void> {
    this.own.splice(0).forEach((one) => one.dispose());
    const client = this.client;
    this.client = undefined;
    runs(false);
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      this.output.warn(String(error));
    }
  }

  private follow(client: LanguageClient, state: ClientState): void {
    if (client !== this.client) return;
    runs(state === ClientState.Running);
    if (state === ClientState.Running) this.status.set('running', client);
    else this.status.set(state === ClientState.Starting ? 'starting' : 'stopped');
  }

  private make(program: string): LanguageClient {
    const extra = vscode.workspace.getConfiguration('ftspec').get<string[]>('server.arguments', []);
    return new QuietClient(
      'ftspec',
      'ftspec',
      { command: program, args: ['lsp', ...extra], options: { env: process.env } },
      {
        documentSelector: [
          { scheme: 'file', language: 'ftspec' },
          { scheme: 'untitled', language: 'ftspec' },
        ],
        diagnosticCollectionName: 'ftspec',
        outputChannel: this.output,
        traceOutputChannel: this.trace,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: { ...settings(), commands: [...Object.keys(this.commands), ...OF_EDITOR] },
        initializationFailedHandler: () => false,
        errorHandler: this.errors(program),
        markdown: { isTrusted: false, supportHtml: false },
        middleware: this.middleware(),
      },
    );
  }

  /** A server that dies is started again, a few times; what there is to say is said by us. */
  private errors(program: string): ErrorHandler {
    const deaths: number[] = [];
    return {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        // While it starts, the start itself says what went wrong.
        if (this.client === undefined) return { action: CloseAction.DoNotRestart, handled: true };
        deaths.push(Date.now());
        const recent = deaths.filter((when) => Date.now() - when < SPAN).length;
        if (recent <= LIVES) return { action: CloseAction.Restart, handled: true };
        void this.tellBroken(
          say(`${program} ended ${recent} times within minutes.`, `${program} 在几分钟内退出了 ${recent} 次。`),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private middleware(): Middleware {
    return {
      // The server is asked for nothing and told nothing but what it knows.
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          if (!Array.isArray(answers)) return answers;
          return answers.map((answer: unknown, at) => (params.items[at]?.section === 'ftspec' ? settings() : answer));
        },
      },
      executeCommand: (command, args, next) => {
        const own = this.commands[command];
        return own === undefined ? next(command, args) : own(...args);
      },
    };
  }

  /** Commands that the server offers itself are registered by the client; the middleware takes them from there. */
  private register(client: LanguageClient): void {
    const offered = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    for (const [name, run] of Object.entries(this.commands)) {
      if (!offered.includes(name)) this.own.push(vscode.commands.registerCommand(name, run));
    }
  }

  /** Says it once for each reason, and what can be done. */
  private async tellMissing(why: string): Promise<void> {
    if (this.told === why) return;
    this.told = why;
    const choose = say('Choose the Program…', '选择程序…');
    const how = say('How to Get It', '如何获取');
    const answer = await vscode.window.showWarningMessage(`ftspec: ${why}`, choose, how);
    if (answer === choose) await vscode.commands.executeCommand('ftspec.chooseProgram');
    if (answer === how) await vscode.commands.executeCommand('ftspec.getStarted');
  }

  private async tellBroken(why: string): Promise<void> {
    this.output.error(why);
    this.status.set('stopped', undefined, why);
    const show = say('Show Output', '显示输出');
    const choose = say('Choose the Program…', '选择程序…');
    const answer = await vscode.window.showErrorMessage(`ftspec: ${why}`, show, choose);
    if (answer === show) this.output.show(true);
    if (answer === choose) await vscode.commands.executeCommand('ftspec.chooseProgram');
  }

  private async tellMismatch(version: string): Promise<void> {
    const own = String((this.context.extension.packageJSON as { version: string }).version);
    if (speakAlike(version, own)) return;
    const key = `mismatch ${version} ${own}`;
    if (this.context.globalState.get<boolean>(key)) return;
    const choose = say('Choose the Program…', '选择程序…');
    const quiet = say("Don't Show Again", '不再提示');
    const text = say(
      `ftspec: the program is version ${version}, this extension is made for ${own}. Some of it may not work.`,
      `ftspec：程序版本是 ${version}，本扩展面向 ${own}，部分功能可能无法使用。`,
    );
    this.output.warn(text);
    const answer = await vscode.window.showWarningMessage(text, choose, quiet);
    if (answer === choose) await vscode.commands.executeCommand('ftspec.chooseProgram');
    if (answer === quiet) await this.context.globalState.update(key, true);
  }
}

function traceLevel(): vscode.LogLevel {
  const setting = vscode.workspace.getConfiguration('ftspec').get<string>('trace.server', 'off');
  return setting === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
}

/** The output, for messages of the protocol: the setting alone says whether they are written down, not the level of the log. */
function traceChannel(output: vscode.LogOutputChannel, changed: vscode.Event<vscode.LogLevel>): vscode.LogOutputChannel {
  return new Proxy({} as vscode.LogOutputChannel, {
    get: (_target, name) => {
      if (name === 'logLevel') return traceLevel();
      if (name === 'onDidChangeLogLevel') return changed;
      const value: unknown = Reflect.get(output, name === 'trace' ? 'info' : name);
      return typeof value === 'function' ? (value.bind(output) as unknown) : value;
    },
  });
}

/** Tells VS Code which commands make sense now. While it shuts down nobody listens. */
function runs(yes: boolean): void {
  void vscode.commands.executeCommand('setContext', 'ftspec.running', yes).then(undefined, () => undefined);
}

/** What the server is told of the settings. */
function settings(): Record<string, unknown> {
  const all = vscode.workspace.getConfiguration('ftspec');
  return Object.fromEntries(SETTINGS.map((name) => [name, name === 'lang' ? lang() : all.get(name)]));
}
