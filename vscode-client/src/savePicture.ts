import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Drawing, Picture, View } from './picture.ts';

/**
 * Lets the user choose what of a plan to save, and where, and saves it.
 *
 * @param view what is shown, and is offered first
 * @param makePng draws it with the colors of the theme, if it can
 */
export async function savePicture(
  plan: vscode.Uri,
  picture: Picture,
  view: View,
  makePng: (drawing: Drawing) => Promise<Uint8Array | undefined>,
): Promise<void> {
  const chosen = await vscode.window.showQuickPick(exports(view), {
    placeHolder: vscode.l10n.t('What to save'),
  });
  const target = chosen && (await askWhere(plan, chosen));
  if (!target) {
    return;
  }
  const { drawing, format } = chosen;
  const content =
    format === 'svg' ? new TextEncoder().encode(picture[drawing]) : await makePng(drawing);
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
