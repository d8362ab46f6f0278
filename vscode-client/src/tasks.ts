import * as vscode from 'vscode';
import { commandLine, type Program } from './program.ts';
import { language } from './settings.ts';

/** The type of the tasks in `tasks.json`. */
export const TYPE = 'genplan';

interface Definition extends vscode.TaskDefinition {
  /** Files and folders to check; the workspace folder if there are none. */
  readonly paths?: readonly string[];
  /** More warnings than this are a failure, too. */
  readonly maxWarnings?: number;
}

/** Offers `genplan lint` as a task. */
export class LintTasks implements vscode.TaskProvider {
  readonly #program: () => Program | undefined;

  constructor(program: () => Program | undefined) {
    this.#program = program;
  }

  provideTasks(): vscode.Task[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.flatMap((folder) => this.#task(folder, { type: TYPE }) ?? []);
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const scope = task.scope;
    return typeof scope === 'object'
      ? this.#task(scope, task.definition as Definition)
      : this.#task(vscode.TaskScope.Workspace, task.definition as Definition);
  }

  #task(
    scope: vscode.WorkspaceFolder | vscode.TaskScope.Workspace,
    definition: Definition,
  ): vscode.Task | undefined {
    const program = this.#program();
    if (!program) {
      return undefined;
    }
    const args = ['lint', '--format', 'concise', '--lang', language()];
    if (definition.maxWarnings !== undefined) {
      args.push('--max-warnings', String(definition.maxWarnings));
    }
    args.push('--', ...(definition.paths ?? ['.']));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of tasks
    const cwd = typeof scope === 'object' ? scope.uri.fsPath : '${workspaceFolder}';
    const { command, args: all, env } = commandLine(program, args, cwd);
    const task = new vscode.Task(
      definition,
      scope,
      'lint',
      'genplan',
      new vscode.ProcessExecution(command, all, { cwd, env: env as Record<string, string> }),
      ['$genplan', '$genplan-error', '$genplan-warning', '$genplan-note'],
    );
    task.group = vscode.TaskGroup.Test;
    task.detail = vscode.l10n.t('Check all plans');
    return task;
  }
}
