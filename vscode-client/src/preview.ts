import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { Latest } from './latest.ts';
import type { Drawing, FromPreview, Node, Picture, State, ToPreview, View } from './picture.ts';
import { previewPage } from './previewPage.ts';
import type { Server } from './server.ts';

/** The type of the preview's panel. */
export const VIEW_TYPE = 'genplan.preview';

/** Set while there is a preview. */
const SHOWN = 'genplan.previewShown';

/** How long (in ms) nobody must have typed before the plan is drawn anew. */
const PAUSE = 120;

/** How long (in ms) the preview may take for a PNG. */
const PATIENCE = 30_000;

/** A node, and where its text is. */
export interface PlacedNode extends Node {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly selectionRange: vscode.Range;
}

/** A plan that was drawn. */
export interface DrawnPlan {
  readonly uri: vscode.Uri;
  readonly picture: Picture<PlacedNode>;
}

type Outcome =
  | { readonly picture: Picture<PlacedNode> }
  | { readonly failure: string; readonly remedy?: string; readonly command?: string };

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

/** The panel, and the plan in it. */
class ShownPlan {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: Server;
  readonly #told: (drawn: DrawnPlan) => void;
  readonly #updates = new Latest<Outcome | undefined>(
    PAUSE,
    (stop) => this.#draw(stop),
    (outcome) => outcome && this.#take(outcome),
  );
  #uri: vscode.Uri | undefined;
  #picture: Picture<PlacedNode> | undefined;
  #remedy: string | undefined;
  #view: View;
  /** Whether the page can take messages. */
  #ready = false;
  #png: ((png: Uint8Array | undefined) => void) | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    server: Server,
    view: View = 'flow',
    told: (drawn: DrawnPlan) => void,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#view = view;
    this.#told = told;
    const dist = vscode.Uri.joinPath(extension, 'dist');
    const images = vscode.Uri.joinPath(extension, 'images');
    panel.iconPath = {
      light: vscode.Uri.joinPath(images, 'file-light.svg'),
      dark: vscode.Uri.joinPath(images, 'file-dark.svg'),
    };
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((message: FromPreview) => this.#receive(message));
    webview.html = previewPage({
      source: webview.cspSource,
      nonce: randomBytes(16).toString('base64'),
      script: String(webview.asWebviewUri(vscode.Uri.joinPath(dist, 'preview.js'))),
      style: String(webview.asWebviewUri(vscode.Uri.joinPath(dist, 'preview.css'))),
      language: vscode.env.language,
      texts: texts(),
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) {
        // The page is gone, and says so when it is there again.
        this.#ready = false;
        this.#updates.stop();
      }
    });
  }

  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  get picture(): Picture | undefined {
    return this.#picture;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#updates.stop();
    this.#png?.(undefined);
  }

  /** Shows a plan; without one, says that there is none. */
  show(uri: vscode.Uri | undefined): void {
    if (uri?.toString() !== this.#uri?.toString()) {
      this.#picture = undefined;
    }
    this.#uri = uri;
    this.#panel.title = uri
      ? vscode.l10n.t('Preview {0}', path.posix.basename(uri.path))
      : vscode.l10n.t('Plan Preview');
    this.refresh(0);
  }

  /** Goes with the user to another plan; not to one that has a part of the plan that is shown. */
  follow(editor: vscode.TextEditor): void {
    const { uri } = editor.document;
    const isPart = this.#picture?.nodes.some((node) => node.uri.toString() === uri.toString());
    if (isPart) {
      this.mark(editor);
    } else if (uri.toString() !== this.#uri?.toString()) {
      this.show(uri);
    }
  }

  /** Draws the plan anew, soon. */
  refresh(pause?: number): void {
    if (this.#panel.visible) {
      this.#updates.ask(pause);
    }
  }

  /** There are other findings in these files. */
  found(uris: readonly vscode.Uri[]): void {
    const mine = new Set(this.#picture?.nodes.map(({ uri }) => uri.toString()));
    mine.add(String(this.#uri));
    if (uris.some((uri) => mine.has(uri.toString()))) {
      this.refresh();
    }
  }

  /** Marks what stands at the cursor. */
  mark(editor: vscode.TextEditor): void {
    const at = editor.selection.active;
    const here = this.#picture?.nodes.filter(
      ({ uri, range }) => uri.toString() === editor.document.uri.toString() && range.contains(at),
    );
    // The innermost: what contains no other that contains the cursor.
    const node = here?.reduce<PlacedNode | undefined>(
      (best, each) => (!best || best.range.contains(each.range) ? each : best),
      undefined,
    );
    this.#send({ type: 'mark', id: node?.id });
  }

  async #draw(stop: AbortSignal): Promise<Outcome | undefined> {
    const uri = this.#uri;
    if (!uri) {
      return { failure: vscode.l10n.t('Open a plan to see it here.') };
    }
    switch (this.#server.phase) {
      case 'starting':
      case 'waiting':
        return { failure: vscode.l10n.t('The GenPlan server is starting…') };
      case 'stopped':
        return {
          failure: vscode.l10n.t('The GenPlan server is not running.'),
          remedy: vscode.l10n.t('Restart'),
          command: 'genplan.server.restart',
        };
      case 'running':
    }
    if (!this.#server.drawsPlans) {
      return {
        failure: vscode.l10n.t(
          'This GenPlan server cannot draw plans. The one that the extension brings can: clear the setting genplan.server.jar.',
        ),
      };
    }
    try {
      // What is not open is opened, so that the server has it.
      await vscode.workspace.openTextDocument(uri);
    } catch {
      return { failure: vscode.l10n.t('There is no {0} any more.', path.posix.basename(uri.path)) };
    }
    try {
      const picture = await this.#server.picture(uri, stop);
      return picture && { picture };
    } catch (error) {
      return {
        failure: vscode.l10n.t('The plan could not be drawn: {0}', (error as Error).message),
        remedy: vscode.l10n.t('Show Log'),
        command: 'genplan.server.showLog',
      };
    }
  }

  #take(outcome: Outcome): void {
    if ('picture' in outcome) {
      this.#picture = outcome.picture;
      this.#sendPicture();
    } else if (this.#picture) {
      this.#send({ type: 'stale', reason: outcome.failure });
    } else {
      this.#remedy = outcome.command;
      this.#send({
        type: 'nothing',
        reason: outcome.failure,
        ...(outcome.remedy && { remedy: outcome.remedy }),
      });
    }
  }

  #sendPicture(): void {
    if (!this.#uri || !this.#picture) {
      return;
    }
    const picture = this.#picture;
    this.#send({
      type: 'picture',
      uri: this.#uri.toString(),
      picture: {
        ...picture,
        nodes: picture.nodes.map(({ id, kind, name, severity, messages }) => ({
          id,
          kind,
          name,
          messages,
          ...(severity && { severity }),
        })),
      },
    });
    const editor = vscode.window.activeTextEditor;
    if (editor && isPlan(editor.document)) {
      this.mark(editor);
    }
    this.#told({ uri: this.#uri, picture });
  }

  #send(message: ToPreview): void {
    if (this.#ready) {
      void this.#panel.webview.postMessage(message);
    }
  }

  #receive(message: FromPreview): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#sendPicture();
        this.refresh(0);
        break;
      case 'view':
        this.#view = message.view;
        break;
      case 'reveal':
        void this.#goTo(message.id);
        break;
      case 'export':
        void this.export();
        break;
      case 'remedy':
        if (this.#remedy) {
          void vscode.commands.executeCommand(this.#remedy);
        }
        break;
      case 'drawn':
        this.#png?.(message.png);
        break;
    }
  }

  /** Goes to the text of a node: where it is open already, else beside the preview. */
  async #goTo(id: string): Promise<void> {
    const node = this.#picture?.nodes.find((each) => each.id === id);
    if (!node) {
      return;
    }
    const inView = (uri: vscode.Uri | undefined) =>
      vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === uri?.toString(),
      )?.viewColumn;
    const viewColumn = inView(node.uri) ?? inView(this.#uri) ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(node.uri, {
      viewColumn,
      selection: new vscode.Range(node.selectionRange.start, node.selectionRange.start),
    });
    editor.revealRange(node.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async export(): Promise<void> {
    const picture = this.#picture;
    const plan = this.#uri;
    if (!picture || !plan) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('There is no picture of a plan to save yet.'),
      );
      return;
    }
    const chosen = await vscode.window.showQuickPick(exports(this.#view), {
      placeHolder: vscode.l10n.t('What to save'),
    });
    const target = chosen && (await askWhere(plan, chosen));
    if (!target) {
      return;
    }
    const { drawing, format } = chosen;
    const content =
      format === 'svg' ? new TextEncoder().encode(picture[drawing]) : await this.#makePng(drawing);
    if (!content) {
      await vscode.window.showErrorMessage(
        vscode.l10n.t('The picture could not be made; it may be too large. SVG has no such bound.'),
      );
      return;
    }
    try {
      await vscode.workspace.fs.writeFile(target, content);
    } catch (error) {
      await vscode.window.showErrorMessage(
        vscode.l10n.t('{0} could not be written: {1}', target.fsPath, (error as Error).message),
      );
      return;
    }
    await offerToOpen(target);
  }

  /** Has the page draw it, in the colors of the theme. */
  #makePng(drawing: Drawing): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      const end = (png: Uint8Array | undefined) => {
        clearTimeout(hurry);
        this.#png = undefined;
        resolve(png);
      };
      const hurry = setTimeout(() => end(undefined), PATIENCE);
      this.#png?.(undefined);
      this.#png = end;
      this.#panel.reveal(undefined, true);
      this.#send({ type: 'draw', drawing });
    });
  }
}

interface Export extends vscode.QuickPickItem {
  readonly drawing: Drawing;
  readonly format: 'svg' | 'png';
}

/** What can be saved; what is shown comes first. */
function exports(view: View): Export[] {
  const { t } = vscode.l10n;
  const svg = t('for documents and the web, in any size');
  const png = t('for slides and chats, in the colors of the theme');
  const flow: Export[] = [
    { label: t('Flow as SVG'), description: svg, drawing: 'flow', format: 'svg' },
    { label: t('Flow as PNG'), description: png, drawing: 'flow', format: 'png' },
  ];
  const timeline: Export[] = [
    { label: t('Timeline as SVG'), description: svg, drawing: 'timeline', format: 'svg' },
    { label: t('Timeline as PNG'), description: png, drawing: 'timeline', format: 'png' },
  ];
  return view === 'timeline' ? [...timeline, ...flow] : [...flow, ...timeline];
}

function askWhere(plan: vscode.Uri, { drawing, format }: Export): Thenable<vscode.Uri | undefined> {
  const { name } = path.posix.parse(plan.path);
  const folder =
    plan.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(plan, '..');
  const file = `${name}-${drawing}.${format}`;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
    filters: { [format.toUpperCase()]: [format] },
    title: vscode.l10n.t('Save Picture of the Plan'),
  });
}

async function offerToOpen(picture: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(picture)),
    open,
  );
  if (answer === open) {
    await vscode.commands.executeCommand('vscode.open', picture);
  }
}

function isPlan(document: vscode.TextDocument): boolean {
  return document.languageId === 'genplan' && ['file', 'untitled'].includes(document.uri.scheme);
}

function texts(): Parameters<typeof previewPage>[0]['texts'] {
  const { t } = vscode.l10n;
  return {
    title: t('Plan Preview'),
    views: t('View'),
    flow: t('Flow'),
    timeline: t('Timeline'),
    totals: t('Totals'),
    zoom: t('Zoom'),
    zoomOut: t('Zoom out (-)'),
    zoomIn: t('Zoom in (+)'),
    actualSize: t('Actual size (0)'),
    fit: t('Fit (F)'),
    export: t('Save as SVG or PNG…'),
    error: t('error'),
    warning: t('warning'),
    information: t('note'),
    hint: t('hint'),
    noFindings: t('The plan has changed: no findings'),
    findings: t('The plan has changed: findings at {0} places'),
    empty: t('This plan has nothing to draw yet.'),
    noTotals: t('This plan has no totals yet.'),
    loading: t('Drawing the plan…'),
  };
}
