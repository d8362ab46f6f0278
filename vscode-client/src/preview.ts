import * as vscode from 'vscode';
import type { Picture, State, View } from './picture.ts';
import type { Server } from './server.ts';
import { type DrawnPlan, isPlan, ShownPlan } from './shownPlan.ts';

/** The type of the preview's panel. */
export const VIEW_TYPE = 'genplan.preview';

/** Set while there is a preview. */
const SHOWN = 'genplan.previewShown';

/** Shows a plan beside its text: one preview, which follows the plan that is being edited. */
export class Preview implements vscode.Disposable, vscode.WebviewPanelSerializer<State> {
  readonly #extension: vscode.Uri;
  readonly #server: Server;
  readonly #drawn = new vscode.EventEmitter<DrawnPlan>();
  readonly #subscriptions: vscode.Disposable[];
  #shown: ShownPlan | undefined;

  constructor(extension: vscode.Uri, server: Server) {
    this.#extension = extension;
    this.#server = server;
    this.#subscriptions = [
      this.#drawn,
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      server.onDidChange(() => this.#shown?.refresh(0)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isPlan(editor.document)) {
          this.#shown?.follow(editor);
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) {
          this.#shown?.mark(textEditor);
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Any plan may be imported by the one that is shown.
        if (contentChanges.length > 0 && isPlan(document)) {
          this.#shown?.refresh();
        }
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#shown?.found(uris)),
    ];
  }

  /** Tells of each plan that was drawn. */
  get onDidDraw(): vscode.Event<DrawnPlan> {
    return this.#drawn.event;
  }

  /** The picture of a plan that is drawn after each change anyway. */
  pictureOf(uri: vscode.Uri): Picture | undefined {
    const shown = this.#shown;
    return shown?.isVisible && shown.uri?.toString() === uri.toString() ? shown.picture : undefined;
  }

  /** Opens the preview beside the editor, of the plan that is named or being edited. */
  open(uri?: vscode.Uri): void {
    const editor = vscode.window.activeTextEditor;
    const plan = uri ?? (editor && isPlan(editor.document) ? editor.document.uri : undefined);
    if (this.#shown) {
      this.#shown.reveal();
    } else {
      const panel = vscode.window.createWebviewPanel(
        VIEW_TYPE,
        vscode.l10n.t('Plan Preview'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        {},
      );
      this.#take(panel);
    }
    this.#shown?.show(plan ?? this.#shown.uri);
  }

  /** Lets the user choose what of the plan to save as a file, and where. */
  async export(): Promise<void> {
    await this.#shown?.export();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state?: State): Promise<void> {
    this.#shown?.close();
    this.#take(panel, state?.view);
    this.#shown?.show(state?.uri === undefined ? undefined : vscode.Uri.parse(state.uri));
  }

  /** Ends with the extension; the panel stays, to be taken up by the next run. */
  dispose(): void {
    this.#shown?.dispose();
    for (const each of this.#subscriptions) {
      each.dispose();
    }
  }

  #take(panel: vscode.WebviewPanel, view?: View): void {
    const shown = new ShownPlan(panel, this.#extension, this.#server, view, (drawn) =>
      this.#drawn.fire(drawn),
    );
    this.#shown = shown;
    void vscode.commands.executeCommand('setContext', SHOWN, true);
    panel.onDidDispose(() => {
      shown.dispose();
      if (this.#shown === shown) {
        this.#shown = undefined;
        void vscode.commands.executeCommand('setContext', SHOWN, false);
      }
    });
  }
}
