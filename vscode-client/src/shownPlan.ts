import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { Latest } from './latest.ts';
import type { Drawing, FromPreview, Picture, ToPreview, View } from './picture.ts';
import { previewPage } from './previewPage.ts';
import { savePicture } from './savePicture.ts';
import type { PlacedNode, Server } from './server.ts';

/** How long (in ms) nobody must have typed before the plan is drawn anew. */
const PAUSE = 120;

/** How long (in ms) the preview may take for a PNG. */
const PATIENCE = 30_000;

/** A plan that was drawn. */
export interface DrawnPlan {
  readonly uri: vscode.Uri;
  readonly picture: Picture<PlacedNode>;
}

type Outcome =
  | { readonly picture: Picture<PlacedNode> }
  | { readonly failure: string; readonly remedy?: string; readonly command?: string };

/** The panel, and the plan in it. */
export class ShownPlan {
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
  /** What a PNG is being made of, and what waits for it. */
  #png: { drawing: Drawing; end: (png: Uint8Array | undefined) => void } | undefined;

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
    this.#png?.end(undefined);
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
        if (this.#png) {
          this.#send({ type: 'draw', drawing: this.#png.drawing });
        }
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
        this.#png?.end(message.png);
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

  /** Lets the user save a picture of what is shown. */
  async export(): Promise<void> {
    if (!this.#picture || !this.#uri) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('There is no picture of a plan to save yet.'),
      );
      return;
    }
    await savePicture(this.#uri, this.#picture, this.#view, (drawing) => this.#makePng(drawing));
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
      this.#png?.end(undefined);
      this.#png = { drawing, end };
      this.#panel.reveal(undefined, true);
      this.#send({ type: 'draw', drawing });
    });
  }
}

/** Whether a document is a plan that the server has. */
export function isPlan(document: vscode.TextDocument): boolean {
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
