import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** How long (in ms) one waits for a list, and does not go on. */
const PATIENCE = 10_000;

/** What a list of completions is asked for by: a letter, or a character that a value begins with. */
const ASKS = /([\p{L}\p{N}"./[]|: )$/u;

/**
 * Makes up for what could not be completed: while the server starts, typing opens no list. When it
 * runs, the list is opened where one has typed last and still is.
 */
export class EarlyTyping implements vscode.Disposable {
  readonly #server: Server;
  readonly #subscriptions: vscode.Disposable[];
  #typed: { document: vscode.TextDocument; version: number; time: number } | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (
          server.phase !== 'running' &&
          document.languageId === 'genplan' &&
          contentChanges.length > 0
        ) {
          this.#typed = { document, version: document.version, time: Date.now() };
        }
      }),
      server.onDidChange(() => server.phase === 'running' && void this.#catchUp()),
    ];
  }

  dispose(): void {
    for (const each of this.#subscriptions) {
      each.dispose();
    }
  }

  async #catchUp(): Promise<void> {
    await this.#server.ready();
    const typed = this.#typed;
    this.#typed = undefined;
    const editor = vscode.window.activeTextEditor;
    if (
      editor &&
      typed?.document === editor.document &&
      typed.version === editor.document.version &&
      Date.now() - typed.time < PATIENCE
    ) {
      const cursor = editor.selection.active;
      const before = editor.document.getText(
        new vscode.Range(cursor.line, 0, cursor.line, cursor.character),
      );
      if (editor.selection.isEmpty && ASKS.test(before)) {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
      }
    }
  }
}
