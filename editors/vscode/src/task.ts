// The task `ftspec: check`, whose findings fill the list of problems.
import * as vscode from 'vscode';
import { findProgram } from './program';
import { lang } from './text';

interface Definition extends vscode.TaskDefinition {
  command?: string;
  paths?: string[];
}

export class Tasks implements vscode.TaskProvider {
  provideTasks(): vscode.Task[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => make({ type: 'ftspec', command: 'check' }, folder) ?? []);
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const scope = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return scope && make(task.definition, scope);
  }
}

function make(definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task | undefined {
  const program = findProgram();
  if ('missing' in program || definition.command !== 'check') return undefined;
  const paths = Array.isArray(definition.paths) ? definition.paths.map(String) : [];
  // Paths come after `--`, so that none is taken for an option.
  const args = ['check', '--format', 'short', '--color', 'never', '--lang', lang(), '--', ...paths];
  const run = new vscode.ProcessExecution(program.path, args, { cwd: folder.uri.fsPath });
  const task = new vscode.Task(definition, folder, 'check', 'ftspec', run, '$ftspec');
  task.group = vscode.TaskGroup.Test;
  task.detail = `ftspec check ${paths.join(' ')}`.trim();
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}
