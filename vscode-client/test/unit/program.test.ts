import assert from 'node:assert/strict';
import * as path from 'node:path';
import { suite, test } from 'node:test';
import type { Java, Place } from '../../src/java.ts';
import { commandLine } from '../../src/program.ts';

const java = (place: Place): Java => ({ place, executable: '/jre/bin/java', version: '21' });
const program = (place: Place) => ({
  java: java(place),
  jar: '/ext/genplan.jar',
  options: ['-Xmx2g'],
});

suite('the command line of the server', () => {
  test('holds the options of the user and the command, behind those of the extension', () => {
    const { command, args, cwd } = commandLine(program('PATH'), ['lsp']);
    assert.equal(command, '/jre/bin/java');
    assert.equal(cwd, '/ext');
    assert.deepEqual(args.slice(-4), ['-Xmx2g', '-jar', 'genplan.jar', 'lsp']);
    assert.ok(args.includes('-Dfile.encoding=UTF-8'));
    assert.ok(!args.some((arg) => arg.includes('SharedArchiveFile')));
  });

  test('uses the archive of classes of the bundled runtime only', () => {
    const { args } = commandLine(program('bundled'), ['lsp']);
    assert.ok(args.includes(`-XX:SharedArchiveFile=${path.join('/jre', 'genplan.jsa')}`));
  });

  test('keeps the memory of the server small, unless the user has chosen a collector', () => {
    const { args } = commandLine(program('PATH'), ['lsp']);
    assert.ok(args.includes('-XX:+UseSerialGC'));
    assert.ok(args.indexOf('-Xms48m') < args.indexOf('-Xmx2g'));
    const chosen = { ...program('PATH'), options: ['-XX:+UseZGC'] };
    assert.ok(!commandLine(chosen, ['lsp']).args.includes('-XX:+UseSerialGC'));
    assert.ok(!commandLine(program('PATH'), ['lint']).args.includes('-XX:+UseSerialGC'));
  });

  test('names the jar in full when it runs elsewhere', () => {
    const { args, cwd } = commandLine(program('PATH'), ['lint'], '/plans');
    assert.equal(cwd, '/plans');
    assert.deepEqual(args.slice(-3), ['-jar', '/ext/genplan.jar', 'lint']);
  });

  test('sees to it that names of files are read as UTF-8', {
    skip: process.platform === 'win32' && 'Windows has no such variables',
  }, () => {
    const env = (environment: NodeJS.ProcessEnv) =>
      commandLine(program('PATH'), [], undefined, environment).env;
    assert.deepEqual(env({}), { LC_CTYPE: 'C.UTF-8' });
    assert.deepEqual(env({ LANG: 'C' }), { LANG: 'C', LC_CTYPE: 'C.UTF-8' });
    assert.deepEqual(env({ LC_ALL: 'POSIX' }), { LC_ALL: 'C.UTF-8' });
    assert.deepEqual(env({ LANG: 'zh_CN.UTF-8' }), { LANG: 'zh_CN.UTF-8' });
  });
});
