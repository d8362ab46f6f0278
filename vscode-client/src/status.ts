import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Shows, in the language status of a plan, how the server is and what it has found. */
export class Status implements vscode.Disposable {
  readonly #server: Server;
  readonly #state = vscode.languages.createLanguageStatusItem('genplan.server', 'genplan');
  readonly #findings = vscode.languages.createLanguageStatusItem('genplan.findings', 'genplan');
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: Server) {
    this.#server = server;
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
      vscode.languages.onDidChangeDiagnostics(() => this.#count()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#count()),
    ];
    this.#show();
    this.#count();
  }

  dispose(): void {
    for (const each of this.#subscriptions) {
      each.dispose();
    }
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
