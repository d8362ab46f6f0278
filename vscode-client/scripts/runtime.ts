/**
 * Makes a Java runtime with nothing but what the server needs, and an archive of the classes it
 * loads at start.
 *
 * The JDK runs here. To make the runtime of another platform, name the folder with that platform's
 * `jmods` of the same JDK version; its archive of classes cannot be made here, and is left out.
 */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { major } from '../src/java.ts';
import { ARCHIVE, JAR_TIME } from '../src/program.ts';

/** The modules that the server uses; `java.xml` writes drawings, `jdk.unsupported` is Gson's. */
const MODULES = 'java.base,java.logging,java.xml,jdk.unsupported';

/** What to make a runtime from. */
export interface Ingredients {
  /** The home of a JDK for this machine. */
  readonly jdk: string;
  /** The folder with the modules of the other platform, if it is for another. */
  readonly jmods: string | undefined;
  /** The jar of the server, where it will be run from. */
  readonly jar: string;
  /** Plans to train the archive of classes with. */
  readonly samples: string;
}

/** Makes a runtime in a folder that does not exist yet. */
export async function makeRuntime(out: string, from: Ingredients): Promise<void> {
  const { jdk, jmods, jar, samples } = from;
  const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(path.join(jdk, 'release'), 'utf8'));
  run(path.join(jdk, 'bin', 'jlink'), [
    ...(jmods ? ['--module-path', jmods] : []),
    '--add-modules',
    MODULES,
    '--strip-java-debug-attributes',
    '--no-header-files',
    '--no-man-pages',
    // The package is compressed as a whole; twice is slower and no smaller.
    ...(major(version?.[1] ?? '') >= 21 ? ['--compress', 'zip-0'] : ['--compress', '0']),
    '--output',
    out,
  ]);
  if (jmods) {
    return;
  }
  // The archive holds only for a jar of this time; see program.ts.
  utimesSync(jar, JAR_TIME, JAR_TIME);
  const java = path.join(out, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  const classes = path.join(out, 'classes.list');
  const lists = [`${classes}.lsp`, `${classes}.lint`, `${classes}.explain`];
  await serve(java, ['-Xshare:off', `-XX:DumpLoadedClassList=${lists[0]}`, '-jar', jar], samples);
  train(java, lists[1] ?? '', jar, ['lint', '--format', 'concise', samples]);
  train(java, lists[2] ?? '', jar, ['explain', '--color', 'never', 'no-rollback']);
  const lines = new Set<string>();
  for (const list of lists) {
    for (const line of readFileSync(list, 'utf8').split('\n')) {
      lines.add(line);
    }
    rmSync(list);
  }
  appendFileSync(classes, [...lines].join('\n'));
  run(
    java,
    [
      '-Xshare:dump',
      '-Xlog:disable',
      `-XX:SharedClassListFile=${classes}`,
      `-XX:SharedArchiveFile=${path.join(out, ARCHIVE)}`,
      '-jar',
      // Before Java 19 an archive holds only for the very path of the jar: a relative one can be
      // the same everywhere.
      path.basename(jar),
    ],
    path.dirname(jar),
  );
  rmSync(classes);
}

function run(program: string, args: string[], cwd?: string): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], ...(cwd && { cwd }) });
}

/** A run for its list of classes; that there are findings is no failure. */
function train(java: string, list: string, jar: string, args: string[]): void {
  const all = ['-Xshare:off', `-XX:DumpLoadedClassList=${list}`, '-jar', jar, ...args];
  try {
    run(java, all);
  } catch (error) {
    if ((error as { status?: number }).status !== 1) {
      throw error;
    }
  }
}

/** A short session of an editor. */
async function serve(java: string, args: string[], samples: string): Promise<void> {
  const server = spawn(java, [...args, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const session = new Session(server);
  const plan = path.join(samples, 'instructgpt.genplan');
  const uri = pathToFileURL(plan).href;
  const at = { textDocument: { uri }, position: { line: 5, character: 4 } };
  await session.request('initialize', {
    processId: process.pid,
    locale: 'zh-CN',
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(samples).href, name: 'samples' }],
  });
  session.notify('initialized', {});
  session.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'genplan', version: 1, text: readFileSync(plan, 'utf8') },
  });
  await session.request('textDocument/completion', at);
  await session.request('textDocument/hover', at);
  await session.request('textDocument/documentSymbol', at);
  await session.request('textDocument/formatting', {
    ...at,
    options: { tabSize: 2, insertSpaces: true },
  });
  await session.request('genplan/preview', at);
  await session.request('shutdown', null);
  session.notify('exit', null);
  await ended;
}

class Session {
  readonly #server: ChildProcessWithoutNullStreams | ReturnType<typeof spawn>;
  #id = 0;
  #seen = '';

  constructor(server: ReturnType<typeof spawn>) {
    this.#server = server;
    server.stdout?.setEncoding('utf8').on('data', (part: string) => {
      this.#seen += part;
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** Sends a request and waits until its answer has come, whatever it is. */
  async request(method: string, params: unknown): Promise<void> {
    const id = ++this.#id;
    this.#send({ jsonrpc: '2.0', id, method, params });
    const answer = new RegExp(`"id":${id}[,}]`);
    for (let tries = 0; !answer.test(this.#seen); tries++) {
      if (tries > 600) {
        throw new Error(`the server does not answer ${method}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  #send(message: unknown): void {
    const json = JSON.stringify(message);
    this.#server.stdin?.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }
}

/** The home of the JDK to use: as the variable says, else that of the `javac` on the path. */
export function defaultJdk(): string {
  const home = process.env.JAVA_HOME;
  if (home && existsSync(path.join(home, 'bin', 'jlink'))) {
    return home;
  }
  const properties = spawnedProperties();
  return /java\.home = (.*)/.exec(properties)?.[1]?.trim() ?? '';
}

function spawnedProperties(): string {
  return execFileSync('sh', ['-c', 'java -XshowSettings:properties -version 2>&1'], {
    encoding: 'utf8',
  });
}
