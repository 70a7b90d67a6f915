// Where the extension begins: what it registers, and when the server is started anew.
import * as vscode from 'vscode';
import { Pages } from './explain';
import { activeSpec, choose, findingsOf, goTo } from './findings';
import { Plans } from './plan';
import { Server } from './server';
import { Tasks } from './task';
import { say } from './text';
import { StatusBar } from './verdict';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('ftspec', { log: true });
  const status = new StatusBar();
  const pages: Pages = new Pages(() => running);
  const plans: Plans = new Plans(() => running);
  const running: Server = new Server(context, output, status, {
    // A rule's name comes last; a line above a block puts the document before it.
    'ftspec.explain': (...args) => pages.show(args.at(-1)),
    'ftspec.showPlaces': showPlaces,
    'ftspec.showPlan': (document) => plans.show(document),
    'ftspec.fillIn': fillIn,
  });
  server = running;
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    output,
    status,
    pages,
    plans,
    running,
    command('ftspec.explainFinding', () => pages.explain()),
    command('ftspec.showVerdict', showVerdict),
    command('ftspec.openPlan', () => plans.show()),
    command('ftspec.restartServer', () => running.restart()),
    command('ftspec.showOutput', () => output.show(true)),
    command('ftspec.chooseProgram', chooseProgram),
    command('ftspec.getStarted', () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`)),
    command('ftspec.newPlan', newPlan),
    vscode.tasks.registerTaskProvider('ftspec', new Tasks()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ftspec.server')) void running.restart();
      else if (event.affectsConfiguration('ftspec.lang')) status.show();
    }),
    // A program in the workspace may be started from now on.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (running.client === undefined) void running.restart();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (running.client === undefined) void running.restart();
    }),
  );
  await running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** What stands behind the verdict of the active spec. */
async function showVerdict(): Promise<void> {
  const editor = activeSpec();
  if (editor === undefined) return;
  const found = findingsOf(editor.document.uri);
  if (found.length === 0) {
    void vscode.window.showInformationMessage(say('ftspec: nothing stands in the way.', 'ftspec：没有任何问题。'));
    return;
  }
  const chosen = await choose(editor, found, say('What stands in the way', '问题在这里'));
  if (chosen !== undefined) await goTo(editor, chosen.range);
}

interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** Places that a line above a block speaks of: the document, what sums them up, ranges. */
async function showPlaces(document: unknown, _title: unknown, ranges: unknown): Promise<void> {
  if (typeof document !== 'string' || !Array.isArray(ranges) || ranges.length === 0) return;
  const uri = vscode.Uri.parse(document);
  const places = (ranges as Range[]).map(
    ({ start, end }) => new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character)),
  );
  const first = places[0];
  if (first === undefined) return;
  const how = places.length === 1 ? 'goto' : 'peek';
  await vscode.commands.executeCommand('editor.action.goToLocations', uri, first.range.start, places, how, '');
}

/** Selects the hole that an edit has left, so that what is typed next fills it. */
async function fillIn(document: unknown, range: unknown): Promise<void> {
  if (typeof document !== 'string') return;
  const { start, end } = range as Range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(document), { selection });
}

/** Asks for the program and writes the setting; the server is started by the change. */
async function chooseProgram(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: say('The program ftspec', '选择 ftspec 程序'),
    openLabel: say('Choose', '选择'),
    canSelectMany: false,
  });
  const path = chosen?.[0]?.fsPath;
  if (path === undefined) return;
  const target = vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('ftspec').update('server.path', path, target);
}

/** An empty plan, with its first line begun. */
async function newPlan(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'ftspec' });
  const editor = await vscode.window.showTextDocument(document);
  const name = say('what the model should do', '模型要做到什么');
  await editor.insertSnippet(new vscode.SnippetString(`spec "\${1:${name}}"\n\n$0`));
}
