// What the extension itself says, in English and Chinese.
import * as vscode from 'vscode';

export type Lang = 'en' | 'zh';

/** The language that was chosen, or that of the editor. */
export function lang(): Lang {
  const chosen = vscode.workspace.getConfiguration('ftspec').get<string>('lang', 'auto');
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** One of two texts. */
export function say(en: string, zh: string): string {
  return lang() === 'zh' ? zh : en;
}
