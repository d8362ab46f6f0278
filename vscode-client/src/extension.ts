import * as os from 'node:os';
import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { bugReport } from './bugReport.ts';
import { Preview } from './preview.ts';
import { SHOW_REFERENCES } from './references.ts';
import { EXPLAIN, RulePages, SCHEME } from './rulePages.ts';
import { Server } from './server.ts';
import { language, STARTED_WITH } from './settings.ts';
import { Status } from './status.ts';
import { LintTasks, TYPE } from './tasks.ts';
import { newPlan } from './templates.ts';

let server: Server | undefined;

/** Starts the extension: called by VS Code when the first plan is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('GenPlan', { log: true });
  const trace = vscode.window.createOutputChannel('GenPlan Trace', { log: true });
  const started = new Server(context, log, trace);
  server = started;
  const pages = new RulePages(() => started.program);
  const preview = new Preview(context.extensionUri, started);
  context.subscriptions.push(
    log,
    trace,
    started,
    preview,
    new Status(started, preview),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, pages),
    vscode.tasks.registerTaskProvider(TYPE, new LintTasks(() => started.program)),
    command('genplan.server.restart', () => started.restart()),
    command('genplan.server.showLog', () => log.show()),
    command(EXPLAIN, (code?: unknown) =>
      pages.explain(typeof code === 'string' ? code : undefined),
    ),
    command('genplan.plan.new', () => newPlan(context.extensionUri)),
    command('genplan.showPreview', (uri?: unknown) =>
      preview.open(uri instanceof vscode.Uri ? uri : undefined),
    ),
    command('genplan.preview.export', () => preview.export()),
    command('genplan.bugReport.copy', () => copyBugReport(context, started)),
    vscode.commands.registerCommand(
      SHOW_REFERENCES,
      (uri: string, position: Position, places: Location[]) =>
        started.showReferences(uri, position, places),
    ),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (STARTED_WITH.some((setting) => change.affectsConfiguration(setting))) {
        void started.restart();
      }
    }),
    // Settings that name a program count from now on.
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
  );
  void started.start();
}

/** Ends the server with the extension. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

function command(name: string, run: (argument?: unknown) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(name, run);
}

async function copyBugReport(context: vscode.ExtensionContext, from: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const found =
    document?.languageId === 'genplan' ? vscode.languages.getDiagnostics(document.uri) : [];
  const report = bugReport(
    {
      extension: String(context.extension.packageJSON.version),
      server: from.version,
      phase: from.phase,
      java: from.program?.java,
      misses: from.misses,
      editor: `${vscode.env.appName} ${vscode.version}`,
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      language: `${vscode.env.language}, GenPlan: ${language()}`,
      settings: changedSettings(context),
      findings: found.map(
        ({ severity, code }) =>
          `${vscode.DiagnosticSeverity[severity]} ${typeof code === 'object' ? code.value : code}`,
      ),
    },
    os.homedir(),
  );
  await vscode.env.clipboard.writeText(report);
  await vscode.window.showInformationMessage(
    vscode.l10n.t('A report for a bug is on the clipboard. It holds no text of your plans.'),
  );
}

function changedSettings(context: vscode.ExtensionContext): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const all = vscode.workspace.getConfiguration();
  for (const name of Object.keys(
    context.extension.packageJSON.contributes.configuration.properties,
  )) {
    const about = all.inspect(name);
    const set = about?.workspaceFolderValue ?? about?.workspaceValue ?? about?.globalValue;
    if (set !== undefined) {
      changed[name] = set;
    }
  }
  return changed;
}
