import * as vscode from 'vscode';

interface Template extends vscode.QuickPickItem {
  /** The name of the file; without it, a plan with nothing but a project. */
  readonly file?: string;
}

const EMPTY = `/// What this project is about, in one sentence.
project name {
  goal: "what has to be true in the end"
}
`;

/** Lets the user choose a plan to start from, and opens a copy that is not saved yet. */
export async function newPlan(extension: vscode.Uri): Promise<void> {
  const chosen = await vscode.window.showQuickPick(templates(), {
    placeHolder: vscode.l10n.t('Plan to start from'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) {
    return;
  }
  const document = await vscode.workspace.openTextDocument({
    language: 'genplan',
    content: chosen.file ? await content(extension, chosen.file) : EMPTY,
  });
  await vscode.window.showTextDocument(document);
}

async function content(extension: vscode.Uri, file: string): Promise<string> {
  const uri = vscode.Uri.joinPath(extension, 'templates', `${file}.genplan`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function templates(): Template[] {
  const { t } = vscode.l10n;
  const section = (label: string): Template => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  return [
    { label: t('Empty plan'), detail: t('A project and its goal.') },
    section(t('products')),
    {
      label: t('Summaries with a small open model'),
      description: 'support-summaries',
      detail: t('Prompt first, fine-tune if that is not enough, quantize, deploy, monitor.'),
      file: 'support-summaries',
    },
    {
      label: t('Customer service in Chinese'),
      description: 'customer-service-zh',
      detail: t('A plan written in Chinese: own tickets, fine-tuning, quantization, release.'),
      file: 'customer-service-zh',
    },
    {
      label: t('The ladder of effort on one task'),
      description: 'dialogsum-ladder',
      detail: t('Prompts, then all weights, then an adapter, then PPO, each only if needed.'),
      file: 'dialogsum-ladder',
    },
    section(t('published projects')),
    {
      label: t('Reinforcement learning from human feedback'),
      description: 'InstructGPT',
      detail: t('Demonstrations, rankings by people, a reward model, PPO.'),
      file: 'instructgpt',
    },
    {
      label: t('Rounds of human feedback'),
      description: 'Llama 2-Chat',
      detail: t('Five rounds with two reward models.'),
      file: 'llama-2-chat',
    },
    {
      label: t('Preferences of a model, by DPO'),
      description: 'Zephyr-7B',
      detail: t('A chat model without human labels.'),
      file: 'zephyr-7b',
    },
    {
      label: t('Verifiable rewards'),
      description: 'Tulu 3 8B',
      detail: t('Supervised tuning, DPO on mixed preferences, rewards that can be verified.'),
      file: 'tulu-3-8b',
    },
    {
      label: t('Fine-tuning on one card'),
      description: 'Guanaco 65B',
      detail: t('A large model tuned on one 48 GB card, by QLoRA.'),
      file: 'guanaco-65b',
    },
    {
      label: t('Instructions written by a model'),
      description: 'Stanford Alpaca',
      detail: t('Synthetic instructions and one fine-tuning.'),
      file: 'stanford-alpaca',
    },
    {
      label: t('Pre-training for a domain'),
      description: 'BloombergGPT',
      detail: t('Half text of the domain, half general text.'),
      file: 'bloomberggpt',
    },
  ];
}
