/**
 * Packs the extension.
 *
 *   node scripts/package.ts                       for all platforms, without Java
 *   node scripts/package.ts --target linux-x64    for one, with a Java runtime inside
 *
 * Options: --jdk DIR (a JDK for this machine; default: JAVA_HOME, else that of java on the PATH),
 * --jmods DIR (the modules of the target's JDK, if the target is another platform), --out FILE.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './build.ts';
import { defaultJdk, makeRuntime } from './runtime.ts';

const TARGETS = [
  'linux-x64',
  'linux-arm64',
  'alpine-x64',
  'alpine-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
];

const FILES = [
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'language-configuration.json',
  'README.md',
  'README.zh-CN.md',
  'images',
  'l10n',
  'syntaxes',
  'walkthrough',
];

process.chdir(path.join(import.meta.dirname, '..'));
const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    jdk: { type: 'string' },
    jmods: { type: 'string' },
    out: { type: 'string' },
  },
});
const { target } = values;
if (target && !TARGETS.includes(target)) {
  throw new Error(`unknown target ${target}; known are ${TARGETS.join(', ')}`);
}
if (target && target !== `${process.platform}-${process.arch}` && !values.jmods) {
  throw new Error(
    `${target} is another platform than this one: name the modules of its JDK, --jmods`,
  );
}
const jar = path.join('..', 'server', 'target', 'genplan.jar');
if (!existsSync(jar)) {
  throw new Error(`${jar} is missing; build it with: mvn -q -DskipTests package`);
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = path.resolve(
  values.out ?? path.join('target', `genplan-${[target, version].filter(Boolean).join('-')}.vsix`),
);
const stage = path.resolve('target', 'stage', target ?? 'universal');
rmSync(stage, { recursive: true, force: true });
mkdirSync(path.join(stage, 'server'), { recursive: true });
for (const file of FILES) {
  cpSync(file, path.join(stage, file), { recursive: true });
}
for (const file of ['LICENSE', 'CHANGELOG.md']) {
  cpSync(path.join('..', file), path.join(stage, file));
}
rmSync(path.join(stage, 'images', 'icon.svg'));
const samples = path.join('..', 'samples', 'plans');
mkdirSync(path.join(stage, 'templates'));
for (const file of readdirSync(samples).filter((name) => name.endsWith('.genplan'))) {
  cpSync(path.join(samples, file), path.join(stage, 'templates', file));
}
await bundle(path.join(stage, 'dist'));
const staged = path.join(stage, 'server', 'genplan.jar');
cpSync(jar, staged);
if (target) {
  await makeRuntime(path.join(stage, 'server', 'runtime'), {
    jdk: values.jdk ?? defaultJdk(),
    jmods: values.jmods,
    jar: staged,
    samples: path.resolve(samples),
  });
}
execFileSync(
  process.execPath,
  [
    path.resolve('node_modules', '@vscode', 'vsce', 'vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    ...(target ? ['--target', target] : []),
    '--out',
    vsix,
  ],
  { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] },
);
const megabytes = (file: string) => `${(statSync(file).size / 1e6).toFixed(1)} MB`;
console.log(`${path.relative('.', vsix)}: ${megabytes(vsix)}`);
