/**
 * Measures how long the server takes from the start of its process, as the extension starts it, to
 * its answer to `initialize`.
 *
 *   node scripts/starts.ts FOLDER [COUNT]    such as target/stage/linux-x64, where `npm run package` puts one together
 *
 * Three ways take turns: the bundled runtime with its archive of classes, the same without, and the
 * Java of the PATH.
 */
import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { findJava, type Java } from '../src/java.ts';
import { commandLine, matchArchive } from '../src/program.ts';

const [folder, count = '9'] = process.argv.slice(2);
if (!folder) {
  throw new Error('name the folder of a package that was put together');
}
const server = path.resolve(folder, 'server');
const jar = path.join(server, 'genplan.jar');
await matchArchive(jar);

const bundled = await java(path.join(server, 'runtime'), process.env);
const installed = await java(path.join(server, 'none'), { PATH: process.env.PATH });
const ways: [string, Java, string[]][] = [
  ['bundled runtime, with its archive', bundled, []],
  ['bundled runtime, without', bundled, ['-Xshare:off']],
  [`Java ${installed.version} of the PATH`, installed, []],
];

const took = new Map<string, number[]>(ways.map(([name]) => [name, []]));
for (let round = 0; round < Number(count); round++) {
  for (const [name, by, options] of ways) {
    took.get(name)?.push(await start(by, options));
  }
}
for (const [name, times] of took) {
  times.sort((one, other) => one - other);
  console.log(`${name}: median ${times[Math.floor(times.length / 2)]} ms of ${times.length}`);
}

async function java(home: string, environment: NodeJS.ProcessEnv): Promise<Java> {
  const found = await findJava({ setting: '', bundled: home, environment });
  if (!found.java) {
    throw new Error(`no Java: ${JSON.stringify(found.misses)}`);
  }
  return found.java;
}

/** Starts the server, and ends it when it has answered; in ms. */
async function start(by: Java, options: string[]): Promise<number> {
  const { command, args, cwd, env } = commandLine({ java: by, jar, options }, ['lsp']);
  const began = performance.now();
  const process = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const params = { processId: null, rootUri: null, capabilities: {} };
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  process.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  await new Promise<void>((resolve, reject) => {
    let seen = '';
    process.stdout.setEncoding('utf8').on('data', (part: string) => {
      seen += part;
      if (seen.includes('"id":1')) {
        resolve();
      }
    });
    process.once('exit', () => reject(new Error(`the server has ended, having said: ${seen}`)));
  });
  const took = Math.round(performance.now() - began);
  process.removeAllListeners('exit').kill();
  return took;
}
