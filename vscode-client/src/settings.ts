import * as vscode from 'vscode';

/** The settings that the extension reads itself; all others are the server's. */
export interface Settings {
  readonly javaHome: string;
  readonly jar: string;
  readonly jvmOptions: readonly string[];
  readonly locale: 'auto' | 'en' | 'zh-CN';
}

/** The settings as they are now. */
export function settings(): Settings {
  const all = vscode.workspace.getConfiguration('genplan');
  return {
    javaHome: all.get('java.home', '').trim(),
    jar: all.get('server.jar', '').trim(),
    jvmOptions: all.get('server.jvmOptions', []),
    locale: all.get('locale', 'auto'),
  };
}

/** What the server is started with: a change of it needs a new start. */
export const STARTED_WITH = [
  'genplan.java.home',
  'genplan.server.jar',
  'genplan.server.jvmOptions',
  'genplan.locale',
];

/** The language in which GenPlan speaks. */
export function language(): 'en' | 'zh-CN' {
  const { locale } = settings();
  if (locale !== 'auto') {
    return locale;
  }
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
