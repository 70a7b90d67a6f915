// Finds the program `ftspec` and asks it for its version.
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { say } from './text';

const NAME = process.platform === 'win32' ? 'ftspec.exe' : 'ftspec';
/** How long the program may take to tell its version, in milliseconds. */
const PATIENCE = 10_000;

/** The program, or why there is none. */
export type Search = { path: string } | { missing: string };

/** Looks where the setting says; else in the workspace, in PATH and where cargo installs. */
export function findProgram(): Search {
  const chosen = vscode.workspace.getConfiguration('ftspec').get<string>('server.path', '').trim();
  if (chosen !== '') {
    const at = resolved(chosen);
    if (isProgram(at)) return { path: at };
    return {
      missing: say(
        `the setting ftspec.server.path names “${chosen}”, and there is no program there`,
        `设置 ftspec.server.path 指向“${chosen}”，但那里没有可执行的程序。`,
      ),
    };
  }
  const found = ofWorkspace() ?? ofPath() ?? ofCargo();
  if (found !== undefined) return { path: found };
  const untrusted = !vscode.workspace.isTrusted && builtIn(folders()).length > 0;
  if (untrusted) {
    return {
      missing: say(
        'the workspace holds a program ftspec; it is started once you trust the workspace',
        '工作区里有 ftspec 程序。信任此工作区后才会启动它。',
      ),
    };
  }
  return {
    missing: say(
      'the program ftspec was not found in the workspace, in PATH or in ~/.cargo/bin',
      '在工作区、PATH 和 ~/.cargo/bin 里都没有找到 ftspec 程序。',
    ),
  };
}

/** What `ftspec --version` says: `0.1.0`. Undefined where it says something else or nothing. */
export function versionOf(program: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: PATIENCE, windowsHide: true }, (error, out) => {
      resolve(error ? undefined : /^ftspec (\d+\.\d+\.\d+\S*)/.exec(out)?.[1]);
    });
  });
}

/** Whether two versions speak alike: the same number before the first point, and while that is 0 the same after it. */
export function speakAlike(one: string, other: string): boolean {
  const [major, minor] = one.split('.');
  const [otherMajor, otherMinor] = other.split('.');
  return major === otherMajor && (major !== '0' || minor === otherMinor);
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file').map((f) => f.uri.fsPath);
}

/** A path as people write it in settings. */
function resolved(text: string): string {
  const home = text === '~' || /^~[\\/]/.test(text) ? path.join(os.homedir(), text.slice(1)) : text;
  const first = folders()[0] ?? os.homedir();
  return path.resolve(first, home.replaceAll('${workspaceFolder}', first));
}

/** Programs that were built in a folder, the newest first. */
function builtIn(roots: string[]): string[] {
  const found = roots
    .flatMap((root) => ['release', 'debug'].map((profile) => path.join(root, 'target', profile, NAME)))
    .filter(isProgram);
  return found.sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
}

/** A program that lies in the workspace is somebody else's code: it is started only where the user trusts it. */
function ofWorkspace(): string | undefined {
  return vscode.workspace.isTrusted ? builtIn(folders())[0] : undefined;
}

/** Relative entries are skipped: they would mean the workspace. */
function ofPath(): string | undefined {
  const entries = (process.env.PATH ?? '').split(path.delimiter).filter((entry) => path.isAbsolute(entry));
  return entries.map((entry) => path.join(entry, NAME)).find(isProgram);
}

function ofCargo(): string | undefined {
  const home = process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo');
  const at = path.join(home, 'bin', NAME);
  return path.isAbsolute(at) && isProgram(at) ? at : undefined;
}

function isProgram(at: string): boolean {
  try {
    fs.accessSync(at, fs.constants.X_OK);
    return fs.statSync(at).isFile();
  } catch {
    return false;
  }
}
