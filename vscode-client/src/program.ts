import { execFile } from 'node:child_process';
import { stat, utimes } from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import type { Java } from './java.ts';

/**
 * The time (in s since 1970) that the jar's file bears. An archive of classes holds only for a jar
 * of the same time, and unpacking an extension gives its files another.
 */
export const JAR_TIME = Date.UTC(2025, 0, 1) / 1000;

/** The name of the archive of classes, in the home of the bundled runtime. */
export const ARCHIVE = 'genplan.jsa';

/**
 * The server does too little after a key for thorough compilation to pay, and its memory stays near
 * what its files need. The same as in the launcher `genplan`.
 */
const SERVER = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Xms48m',
  '-XX:NewSize=24m',
  '-XX:SurvivorRatio=2',
  '-XX:MinHeapFreeRatio=15',
  '-XX:MaxHeapFreeRatio=30',
];

/** Java takes one collector only: with one that the user has chosen, the rest is theirs, too. */
const COLLECTOR = /^-XX:\+Use\w+GC$/;

/** How to run GenPlan: a Java with a jar. */
export interface Program {
  readonly java: Java;
  readonly jar: string;
  /** Options for Java that the user has set. */
  readonly options: readonly string[];
}

/** A command with its arguments and surroundings, ready to be started. */
export interface CommandLine {
  readonly command: string;
  readonly args: string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The command line of a subcommand: `lsp`, `lint`, `explain`.
 *
 * @param cwd where to run it, if that matters; the archive of classes can then not be used
 */
export function commandLine(
  { java, jar, options }: Program,
  args: readonly string[],
  cwd?: string,
  environment: NodeJS.ProcessEnv = process.env,
): CommandLine {
  return {
    command: java.executable,
    // In the folder of the jar its path is what it was when the archive of classes was made.
    args: [
      ...jvm(java),
      ...memory(args, options),
      ...options,
      '-jar',
      cwd ? jar : path.basename(jar),
      ...args,
    ],
    cwd: cwd ?? path.dirname(jar),
    env: { ...environment, ...utf8(environment) },
  };
}

function jvm(java: Java): string[] {
  const options = [
    '-XX:+IgnoreUnrecognizedVMOptions',
    // What the JVM has to say about archives goes nowhere: standard output is the protocol's.
    '-Xlog:disable',
    '-Dfile.encoding=UTF-8',
    '-Dstdout.encoding=UTF-8',
    '-Dstderr.encoding=UTF-8',
  ];
  if (java.place === 'bundled') {
    const home = path.join(java.executable, '..', '..');
    options.push(`-XX:SharedArchiveFile=${path.join(home, ARCHIVE)}`);
  }
  return options;
}

function memory([command]: readonly string[], chosen: readonly string[]): readonly string[] {
  return command === 'lsp' && !chosen.some((option) => COLLECTOR.test(option)) ? SERVER : [];
}

/** Without a locale, Java takes the names of files for ASCII, and finds none in Chinese. */
function utf8(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { LC_ALL, LC_CTYPE, LANG } = environment;
  const locale = LC_ALL || LC_CTYPE || LANG || 'C';
  if (process.platform === 'win32' || (locale !== 'C' && locale !== 'POSIX')) {
    return {};
  }
  return LC_ALL ? { LC_ALL: 'C.UTF-8' } : { LC_CTYPE: 'C.UTF-8' };
}

/** Gives the jar the time with which the bundled archive of classes was made. */
export async function matchArchive(jar: string): Promise<void> {
  const { mtimeMs } = await stat(jar);
  if (mtimeMs !== JAR_TIME * 1000) {
    await utimes(jar, JAR_TIME, JAR_TIME);
  }
}

/** Runs a subcommand to its end and gives what it prints. */
export async function run(program: Program, args: readonly string[]): Promise<string> {
  const { command, args: all, cwd, env } = commandLine(program, args);
  const { stdout } = await promisify(execFile)(command, all, { cwd, env, timeout: 30_000 });
  return stdout;
}
