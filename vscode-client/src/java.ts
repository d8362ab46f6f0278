import { execFile } from 'node:child_process';
import { access, constants, readFile, realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';

/** The oldest Java that the server runs on. */
export const OLDEST_JAVA = 17;

/** Where a Java was looked for, in the order in which it is. */
export type Place = 'setting' | 'bundled' | 'JAVA_HOME' | 'PATH';

/** A Java that can run the server. */
export interface Java {
  readonly place: Place;
  /** The program. */
  readonly executable: string;
  /** Its version, as it tells it itself: `17.0.15`. */
  readonly version: string;
}

/** What was found at a place instead of a Java that can run the server. */
export interface Miss {
  readonly place: Place;
  readonly path: string;
  readonly reason: 'nothing there' | 'too old' | 'does not run';
  /** Its version, if it told one. */
  readonly version?: string;
}

/** Where to look. */
export interface Places {
  /** The home of a Java, or the program itself, as the user has set it; empty if not. */
  readonly setting: string;
  /** The home of the Java that the extension brings, whether it is there or not. */
  readonly bundled: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Finds the Java to run the server with.
 *
 * What the user has set is taken or refused, and never silently replaced by another; of the other
 * places the first one that holds a Java new enough is taken.
 */
export async function findJava(places: Places): Promise<{ java?: Java; misses: Miss[] }> {
  const misses: Miss[] = [];
  for (const [place, candidate] of candidates(places)) {
    const result = await probe(place, candidate);
    if (!('reason' in result)) {
      return { java: result, misses };
    }
    misses.push(result);
    if (place === 'setting') {
      break;
    }
  }
  return { misses };
}

const program = process.platform === 'win32' ? 'java.exe' : 'java';

function* candidates({ setting, bundled, environment }: Places): Generator<[Place, string]> {
  if (setting) {
    const named = path.basename(setting).replace(/\.exe$/i, '') === 'java';
    yield ['setting', named ? setting : path.join(setting, 'bin', program)];
  }
  yield ['bundled', path.join(bundled, 'bin', program)];
  if (environment.JAVA_HOME) {
    yield ['JAVA_HOME', path.join(environment.JAVA_HOME, 'bin', program)];
  }
  for (const folder of (environment.PATH ?? '').split(path.delimiter)) {
    if (folder) {
      yield ['PATH', path.join(folder, program)];
    }
  }
}

async function probe(place: Place, file: string): Promise<Java | Miss> {
  const executable = await runnable(file);
  if (!executable) {
    return { place, path: file, reason: 'nothing there' };
  }
  const version = (await told(executable)) ?? (await asked(executable));
  if (!version) {
    return { place, path: file, reason: 'does not run' };
  }
  return major(version) < OLDEST_JAVA
    ? { place, path: file, reason: 'too old', version }
    : { place, executable, version };
}

async function runnable(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.X_OK);
    return await realpath(file);
  } catch {
    return undefined;
  }
}

/** The version in the file that most Javas have beside them; asking the program takes longer. */
async function told(executable: string): Promise<string | undefined> {
  try {
    const release = await readFile(path.join(executable, '..', '..', 'release'), 'utf8');
    return /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
  } catch {
    return undefined;
  }
}

async function asked(executable: string): Promise<string | undefined> {
  try {
    const { stderr } = await promisify(execFile)(executable, ['-version'], { timeout: 10_000 });
    return / version "([^"]+)"/.exec(stderr)?.[1];
  } catch {
    return undefined;
  }
}

/** The feature release: 8 of `1.8.0_412`, 17 of `17.0.15`, 26 of `26-ea`. */
export function major(version: string): number {
  const [first, second] = version.split(/[._+-]/);
  return Number(first === '1' ? second : first);
}
