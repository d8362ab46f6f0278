import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient/node';
import { findJava, type Miss, OLDEST_JAVA } from './java.ts';
import { type Node, type Picture, PREVIEW_REQUEST, type Severity, type Total } from './picture.ts';
import { commandLine, matchArchive, type Program } from './program.ts';
import { announceCommands } from './references.ts';
import { Restarts } from './restarts.ts';
import { linkToPage } from './rulePages.ts';
import { language, settings } from './settings.ts';

/** What the server does at the moment. */
export type Phase = 'starting' | 'running' | 'waiting' | 'stopped';

/** A node, and where its text is. */
export interface PlacedNode extends Node {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly selectionRange: vscode.Range;
}

/** A node as the server sends it. */
interface SentNode extends Omit<Node, 'severity'> {
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly severity?: 1 | 2 | 3 | 4 | null;
}

/** A plan as the server draws it. */
interface SentPicture extends Omit<Picture, 'nodes'> {
  readonly nodes: readonly SentNode[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Runs the language server: finds what it needs, starts it, and starts it again after a crash. */
export class Server implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #trace: vscode.LogOutputChannel;
  readonly #restarts = new Restarts();
  readonly #changed = new vscode.EventEmitter<void>();
  #client: GenPlanClient | undefined;
  #endWait: (() => void) | undefined;
  #phase: Phase = 'stopped';
  #program: Program | undefined;
  #misses: readonly Miss[] = [];
  /** One start or stop after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    context: vscode.ExtensionContext,
    log: vscode.LogOutputChannel,
    trace: vscode.LogOutputChannel,
  ) {
    this.#context = context;
    this.#log = log;
    this.#trace = trace;
  }

  /** Fires when the server has got into another phase. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** What it is run with; empty if there is no Java for it. */
  get program(): Program | undefined {
    return this.#program;
  }

  /** Where no Java was found that can run it, and why. */
  get misses(): readonly Miss[] {
    return this.#misses;
  }

  /** The version that a running server tells. */
  get version(): string | undefined {
    return this.#client?.initializeResult?.serverInfo?.version;
  }

  /** Whether the server that runs can draw plans. */
  get drawsPlans(): boolean {
    return this.#client?.initializeResult?.capabilities.experimental?.preview === true;
  }

  /**
   * Has a plan drawn that is open. There is no answer if it has changed meanwhile or nobody waits
   * any more.
   *
   * @throws Error if the server fails
   */
  async picture(uri: vscode.Uri, stop: AbortSignal): Promise<Picture<PlacedNode> | undefined> {
    const client = this.#client;
    const answer = await this.#preview<SentPicture>(uri, true, stop);
    const convert = client?.protocol2CodeConverter;
    return (
      answer &&
      convert && {
        ...answer,
        nodes: answer.nodes.map(({ severity, ...node }) => ({
          ...node,
          uri: convert.asUri(node.uri),
          range: convert.asRange(node.range),
          selectionRange: convert.asRange(node.selectionRange),
          ...(severity && { severity: SEVERITIES[severity - 1] ?? 'hint' }),
        })),
      }
    );
  }

  /**
   * The totals of a plan that is open; the same holds as for its picture.
   *
   * @throws Error if the server fails
   */
  async totals(uri: vscode.Uri, stop: AbortSignal): Promise<readonly Total[] | undefined> {
    return (await this.#preview<Pick<Picture, 'totals'>>(uri, false, stop))?.totals;
  }

  async #preview<A>(uri: vscode.Uri, drawings: boolean, stop: AbortSignal): Promise<A | undefined> {
    const client = this.#client;
    if (!client || stop.aborted) {
      return undefined;
    }
    const cancel = new vscode.CancellationTokenSource();
    stop.addEventListener('abort', () => cancel.cancel());
    try {
      // What is open has been told to the server by then.
      await client.start();
      const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
      const answer = await client.sendRequest<A | null>(
        PREVIEW_REQUEST,
        { textDocument, drawings },
        cancel.token,
      );
      return answer ?? undefined;
    } catch (error) {
      const isOutdated =
        error instanceof ResponseError &&
        [LSPErrorCodes.ContentModified, LSPErrorCodes.RequestCancelled].includes(error.code);
      if (isOutdated || stop.aborted || this.#phase !== 'running') {
        return undefined;
      }
      throw error;
    } finally {
      cancel.dispose();
    }
  }

  /** Shows places that the server has put behind a code lens. */
  async showReferences(uri: string, position: Position, places: Location[]): Promise<void> {
    const convert = this.#client?.protocol2CodeConverter;
    if (convert) {
      await vscode.commands.executeCommand(
        'editor.action.showReferences',
        convert.asUri(uri),
        convert.asPosition(position),
        places.map((place) => convert.asLocation(place)),
      );
    }
  }

  /** Starts the server. Says so, and does not throw, if that fails. */
  start(): Promise<void> {
    return this.#next(() => this.#start());
  }

  /** Ends the server, if it runs, and starts it anew with the settings of now. */
  restart(): Promise<void> {
    this.#restarts.reset();
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Ends the server. */
  stop(): Promise<void> {
    return this.#next(() => this.#stop());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  async #start(): Promise<void> {
    this.#enter('starting');
    this.#program = await this.#find();
    if (!this.#program) {
      this.#enter('stopped');
      void this.#sayNoJava();
      return;
    }
    const { java, jar } = this.#program;
    this.#log.info(`Java ${java.version} (${java.place}): ${java.executable}; server: ${jar}`);
    try {
      if (java.place === 'bundled') {
        await matchArchive(jar);
      }
      this.#client = this.#connect(this.#program);
      await this.#client.start();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      if (this.#phase === 'starting') {
        this.#enter('stopped');
        void this.#sayItStopped(vscode.l10n.t('The GenPlan server could not be started.'));
      }
    }
  }

  async #stop(): Promise<void> {
    this.#endWait?.();
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // It has ended already, or does not answer any more and was killed.
      this.#log.debug(String(error));
    }
    this.#enter('stopped');
  }

  async #find(): Promise<Program | undefined> {
    const { javaHome, jar, jvmOptions } = settings();
    const bundled = this.#context.asAbsolutePath('server');
    const { java, misses } = await findJava({
      setting: javaHome,
      bundled: path.join(bundled, 'runtime'),
      environment: process.env,
    });
    this.#misses = misses;
    return java && { java, jar: jar || path.join(bundled, 'genplan.jar'), options: jvmOptions };
  }

  #connect(program: Program): GenPlanClient {
    const { command, args, cwd, env } = commandLine(program, ['lsp']);
    const client = new GenPlanClient(
      'genplan',
      'GenPlan',
      { command, args, options: { cwd, env } },
      {
        documentSelector: [
          { language: 'genplan', scheme: 'file' },
          { language: 'genplan', scheme: 'untitled' },
        ],
        diagnosticCollectionName: 'genplan',
        outputChannel: this.#log,
        traceOutputChannel: this.#trace,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        synchronize: { configurationSection: 'genplan' },
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => this.#closed(),
        },
        middleware: {
          handleDiagnostics: (uri, found, next) => next(uri, found.map(linkToPage)),
          provideDiagnostics: async (document, previous, token, next) => {
            const report = await next(document, previous, token);
            return report?.kind === 'full'
              ? { ...report, items: report.items.map(linkToPage) }
              : report;
          },
          provideWorkspaceDiagnostics: (previous, token, report, next) =>
            next(previous, token, (part) =>
              report(
                part && {
                  items: part.items.map((file) =>
                    file.kind === 'full' ? { ...file, items: file.items.map(linkToPage) } : file,
                  ),
                },
              ),
            ),
        },
      },
    );
    client.registerFeature(announceCommands);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && client === this.#client) {
        this.#enter('running');
      }
    });
    return client;
  }

  /** The server has ended by itself. */
  async #closed(): Promise<CloseHandlerResult> {
    const pause = this.#restarts.crashed();
    if (pause === undefined) {
      this.#enter('stopped');
      void this.#sayItStopped(
        vscode.l10n.t('The GenPlan server keeps crashing and is not started again.'),
      );
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.#enter('waiting');
    this.#log.warn(`The server has ended by itself; it is started again in ${pause} ms`);
    const waited = await this.#wait(pause);
    if (!waited) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.#enter('starting');
    return { action: CloseAction.Restart, handled: true };
  }

  /** Whether the time went by without somebody ending the wait. */
  #wait(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), ms);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#changed.fire();
  }

  async #sayNoJava(): Promise<void> {
    for (const miss of this.#misses) {
      this.#log.warn(`No Java (${miss.place}): ${miss.path}: ${miss.reason} ${miss.version ?? ''}`);
    }
    const openSettings = vscode.l10n.t('Open Settings');
    const showLog = vscode.l10n.t('Show Log');
    const answer = await vscode.window.showErrorMessage(
      explainMisses(this.#misses),
      openSettings,
      showLog,
    );
    if (answer === openSettings) {
      // Paths are set on the machine that the server runs on.
      const open = vscode.env.remoteName ? 'openRemoteSettings' : 'openSettings';
      await vscode.commands.executeCommand(`workbench.action.${open}`, {
        query: 'genplan.java.home',
      });
    } else if (answer === showLog) {
      this.#log.show();
    }
  }

  async #sayItStopped(what: string): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show Log');
    const answer = await vscode.window.showErrorMessage(what, restart, showLog);
    if (answer === restart) {
      await this.restart();
    } else if (answer === showLog) {
      this.#log.show();
    }
  }
}

/** What a user can do, seeing where there is no Java or one too old. */
export function explainMisses(misses: readonly Miss[]): string {
  const set = misses.find((miss) => miss.place === 'setting');
  const old = misses.find((miss) => miss.reason === 'too old');
  if (set) {
    return set.reason === 'too old'
      ? vscode.l10n.t(
          'GenPlan needs Java {0} or newer, but the setting genplan.java.home leads to Java {1}: {2}',
          OLDEST_JAVA,
          set.version ?? '?',
          set.path,
        )
      : vscode.l10n.t(
          'There is no Java where the setting genplan.java.home says: {0}. Correct it, or clear it to use the Java of JAVA_HOME or PATH.',
          set.path,
        );
  }
  return old
    ? vscode.l10n.t(
        'GenPlan needs Java {0} or newer, but {1} is Java {2}. Install a newer one, or name its folder in the setting genplan.java.home.',
        OLDEST_JAVA,
        old.path,
        old.version ?? '?',
      )
    : vscode.l10n.t(
        'GenPlan needs Java {0} or newer, and found none. Install one, name its folder in the setting genplan.java.home, or install the GenPlan extension for your platform, which brings its own.',
        OLDEST_JAVA,
      );
}

/** Asks for the language that the settings name. */
class GenPlanClient extends LanguageClient {
  protected override getLocale(): string {
    return language();
  }
}
