import * as vscode from 'vscode';
import { Latest } from './latest.ts';
import type { Total } from './picture.ts';
import type { Preview } from './preview.ts';
import type { Server } from './server.ts';

/** How many totals there is room for; the most important come first. */
const IN_SHORT = 4;

/** How long (in ms) findings must have stayed as they are before totals are asked for. */
const PAUSE = 1000;

/** Shows, in the language status of a plan, how the server is, what it has found, and totals. */
export class Status implements vscode.Disposable {
  readonly #server: Server;
  readonly #preview: Preview;
  readonly #state = vscode.languages.createLanguageStatusItem('genplan.server', 'genplan');
  readonly #findings = vscode.languages.createLanguageStatusItem('genplan.findings', 'genplan');
  readonly #subscriptions: vscode.Disposable[];
  readonly #updates = new Latest<readonly Total[] | undefined>(
    PAUSE,
    (stop) => this.#askTotals(stop),
    (totals) => totals && this.#tell(totals),
  );
  #totals: vscode.LanguageStatusItem | undefined;

  constructor(server: Server, preview: Preview) {
    this.#server = server;
    this.#preview = preview;
    this.#state.name = vscode.l10n.t('GenPlan Server');
    this.#findings.name = vscode.l10n.t('GenPlan Findings');
    this.#findings.command = {
      command: 'workbench.actions.view.problems',
      title: vscode.l10n.t('Problems'),
    };
    this.#subscriptions = [
      this.#state,
      this.#findings,
      server.onDidChange(() => this.#show()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        this.#count();
        const plan = activePlan();
        if (plan && uris.some((uri) => uri.toString() === plan.toString())) {
          this.#updates.ask();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#count();
        this.#updates.ask(0);
      }),
      preview.onDidDraw(({ uri, picture }) => {
        if (uri.toString() === activePlan()?.toString()) {
          this.#updates.stop();
          this.#tell(picture.totals);
        }
      }),
    ];
    this.#show();
    this.#count();
  }

  dispose(): void {
    this.#updates.stop();
    this.#totals?.dispose();
    for (const each of this.#subscriptions) {
      each.dispose();
    }
  }

  /** The totals of the plan in the editor, from the preview if it has them. */
  async #askTotals(stop: AbortSignal): Promise<readonly Total[] | undefined> {
    const plan = activePlan();
    if (!plan || !this.#server.drawsPlans) {
      return undefined;
    }
    const drawn = this.#preview.pictureOf(plan);
    if (drawn) {
      return drawn.totals;
    }
    try {
      return await this.#server.totals(plan, stop);
    } catch {
      // What fails here fails in the preview too, which says so.
      return [];
    }
  }

  #tell(totals: readonly Total[]): void {
    if (totals.length === 0) {
      this.#totals?.dispose();
      this.#totals = undefined;
      return;
    }
    this.#totals ??= vscode.languages.createLanguageStatusItem('genplan.totals', 'genplan');
    this.#totals.name = vscode.l10n.t('GenPlan Totals');
    this.#totals.text = totals
      .slice(0, IN_SHORT)
      .map(({ label, value }) => `${label}: ${value}`)
      .join(' · ');
    this.#totals.command = {
      command: 'genplan.showPreview',
      title: vscode.l10n.t('Plan Preview'),
    };
  }

  #show(): void {
    const { phase, version, program } = this.#server;
    this.#state.busy = phase === 'starting' || phase === 'waiting';
    this.#state.severity =
      phase === 'stopped'
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
    this.#state.text = `GenPlan ${version ?? ''}`.trimEnd();
    this.#state.detail = {
      starting: vscode.l10n.t('starting'),
      waiting: vscode.l10n.t('starting again after a crash'),
      running: vscode.l10n.t('on Java {0}', program?.java.version ?? '?'),
      stopped: vscode.l10n.t('not running'),
    }[phase];
    this.#state.command =
      phase === 'stopped'
        ? { command: 'genplan.server.restart', title: vscode.l10n.t('Restart') }
        : { command: 'genplan.server.showLog', title: vscode.l10n.t('Show Log') };
  }

  #count(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'genplan') {
      return;
    }
    let errors = 0;
    let warnings = 0;
    let notes = 0;
    for (const { severity } of vscode.languages.getDiagnostics(document.uri)) {
      if (severity === vscode.DiagnosticSeverity.Error) {
        errors++;
      } else if (severity === vscode.DiagnosticSeverity.Warning) {
        warnings++;
      } else {
        notes++;
      }
    }
    this.#findings.text =
      errors + warnings + notes === 0
        ? vscode.l10n.t('No findings')
        : vscode.l10n.t('Errors: {0}, warnings: {1}, notes: {2}', errors, warnings, notes);
    this.#findings.severity =
      errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  }
}

/** The plan in the editor, if there is one. */
function activePlan(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'genplan' ? document.uri : undefined;
}
