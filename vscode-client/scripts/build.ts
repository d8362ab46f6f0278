import { copyFileSync } from 'node:fs';
import * as path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Puts the extension, with the libraries it uses, into one file, and its preview into another. */
export async function bundle(folder: string): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: ['src/extension.ts'],
    outfile: path.join(folder, 'extension.js'),
    external: ['vscode'],
    format: 'cjs',
    platform: 'node',
    // What VS Code 1.91 runs extensions on.
    target: 'node20',
  });
  await build({
    ...COMMON,
    entryPoints: ['webview/main.ts'],
    outfile: path.join(folder, 'preview.js'),
    format: 'iife',
    platform: 'browser',
    // And what it shows pages with.
    target: 'chrome124',
  });
  copyFileSync('webview/preview.css', path.join(folder, 'preview.css'));
}
