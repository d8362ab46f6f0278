import * as vscode from 'vscode';
import { type Program, run } from './program.ts';
import { language } from './settings.ts';

/** The scheme of the pages: `genplan:/zh-CN/no-rollback.md`. */
export const SCHEME = 'genplan';

/** The command that explains a rule, which also diagnostics link to. */
export const EXPLAIN = 'genplan.rule.explain';

interface Rule {
  readonly code: string;
  readonly category: string;
  readonly severity: string;
  readonly summary: string;
}

/** Lets the code of a diagnostic lead to its page. */
export function linkToPage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const code = codeOf(diagnostic);
  if (code) {
    const argument = encodeURIComponent(JSON.stringify([code]));
    diagnostic.code = { value: code, target: vscode.Uri.parse(`command:${EXPLAIN}?${argument}`) };
  }
  return diagnostic;
}

function codeOf({ code }: vscode.Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? undefined : String(value);
}

/** Gives the pages of the rules, as the server's program has them, and shows them. */
export class RulePages implements vscode.TextDocumentContentProvider {
  readonly #program: () => Program | undefined;

  constructor(program: () => Program | undefined) {
    this.#program = program;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const [, tongue, name] = uri.path.split('/');
    const code = name?.replace(/(\.zh-CN)?\.md$/, '');
    const program = this.#program();
    if (!program || !tongue || !code) {
      return vscode.l10n.t('Without Java there is no page to show.');
    }
    try {
      return await run(program, ['explain', '--lang', tongue, '--color', 'never', '--', code]);
    } catch (error) {
      return (error as { stderr?: string }).stderr || String(error);
    }
  }

  /** Shows the page of a rule; without a name, lets the user choose one. */
  async explain(code: string | undefined): Promise<void> {
    const chosen = code ?? (await this.#choose());
    if (chosen) {
      const page = vscode.Uri.from({ scheme: SCHEME, path: `/${language()}/${chosen}.md` });
      try {
        await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
      } catch {
        // The Markdown extension is turned off.
        await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
      }
    }
  }

  async #choose(): Promise<string | undefined> {
    const here = codesAtCursor();
    const answer = await vscode.window.showQuickPick(this.#items(here), {
      placeHolder: vscode.l10n.t('Rule to explain'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return answer?.label;
  }

  async #items(here: readonly string[]): Promise<vscode.QuickPickItem[]> {
    const rules = await this.#rules();
    const items: vscode.QuickPickItem[] = [];
    if (here.length > 0) {
      items.push(separator(vscode.l10n.t('at the cursor')));
      for (const code of here) {
        const rule = rules.find((each) => each.code === code);
        items.push(rule ? item(rule) : { label: code });
      }
    }
    let category = '';
    for (const rule of rules.filter((each) => !here.includes(each.code))) {
      if (rule.category !== category) {
        category = rule.category;
        items.push(separator(category));
      }
      items.push(item(rule));
    }
    return items;
  }

  async #rules(): Promise<Rule[]> {
    const program = this.#program();
    if (!program) {
      return [];
    }
    const json = await run(program, ['rules', '--format', 'json', '--lang', language()]);
    const { rules } = JSON.parse(json) as { rules: Rule[] };
    return rules.sort((a, b) => a.category.localeCompare(b.category));
  }
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function item({ code, severity, summary }: Rule): vscode.QuickPickItem {
  return { label: code, description: severity, detail: summary };
}

function codesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'genplan') {
    return [];
  }
  const line = editor.selection.active.line;
  const codes = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.start.line <= line && line <= range.end.line)
    .flatMap((diagnostic) => codeOf(diagnostic) ?? []);
  return [...new Set(codes)];
}
