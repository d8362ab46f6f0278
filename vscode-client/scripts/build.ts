import { build } from 'esbuild';

/** Puts the extension, with the libraries it uses, into one file. */
export async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/extension.ts'],
    bundle: true,
    outfile,
    external: ['vscode'],
    format: 'cjs',
    platform: 'node',
    // What VS Code 1.91 runs extensions on.
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
