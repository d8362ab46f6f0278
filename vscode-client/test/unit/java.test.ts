import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { findJava, major } from '../../src/java.ts';

suite('finding a Java', {
  skip: process.platform === 'win32' && 'the homes are shell scripts',
}, () => {
  let folder: string;

  before(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'genplan-java-')));
    home('java8', { script: 'echo \'openjdk version "1.8.0_412"\' >&2' });
    home('java11', { release: '11.0.2' });
    home('java17', { release: '17.0.15' });
    home('java21', { script: 'echo \'openjdk version "21.0.3" 2024-04-16\' >&2' });
    home('java25', { release: '25' });
    home('broken', { script: 'exit 1' });
  });

  after(() => rmSync(folder, { recursive: true }));

  function home(name: string, told: { release?: string; script?: string }): void {
    const bin = path.join(folder, name, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(path.join(bin, 'java'), `#!/bin/sh\n${told.script ?? 'exit 1'}\n`);
    chmodSync(path.join(bin, 'java'), 0o755);
    if (told.release) {
      const text = `IMPLEMENTOR="Somebody"\nJAVA_VERSION="${told.release}"\n`;
      writeFileSync(path.join(folder, name, 'release'), text);
    }
  }

  const at = (name: string) => path.join(folder, name);
  const none = { setting: '', bundled: '/nowhere', environment: {} };

  test('takes the setting before all others', async () => {
    const { java } = await findJava({
      setting: at('java17'),
      bundled: at('java25'),
      environment: { JAVA_HOME: at('java21') },
    });
    assert.deepEqual(java, {
      place: 'setting',
      executable: path.join(at('java17'), 'bin', 'java'),
      version: '17.0.15',
    });
  });

  test('takes a setting that names the program, not its folder', async () => {
    const { java } = await findJava({ ...none, setting: path.join(at('java21'), 'bin', 'java') });
    assert.equal(java?.version, '21.0.3');
  });

  test('never replaces a setting that is wrong', async () => {
    const wrong = await findJava({ ...none, setting: at('gone'), bundled: at('java25') });
    assert.equal(wrong.java, undefined);
    assert.deepEqual(wrong.misses, [
      { place: 'setting', path: path.join(at('gone'), 'bin', 'java'), reason: 'nothing there' },
    ]);
    const old = await findJava({ ...none, setting: at('java8'), bundled: at('java25') });
    assert.equal(old.java, undefined);
    assert.equal(old.misses[0]?.reason, 'too old');
    assert.equal(old.misses[0]?.version, '1.8.0_412');
  });

  test('takes the bundled one before those of the environment', async () => {
    const environment = { JAVA_HOME: at('java21'), PATH: path.join(at('java17'), 'bin') };
    const { java } = await findJava({ ...none, bundled: at('java25'), environment });
    assert.equal(java?.place, 'bundled');
    assert.equal(java?.version, '25');
  });

  test('passes by what is too old or does not run', async () => {
    const bins = ['broken', 'java11', 'java17'].map((name) => path.join(at(name), 'bin'));
    const environment = { JAVA_HOME: at('java8'), PATH: bins.join(path.delimiter) };
    const { java, misses } = await findJava({ ...none, environment });
    assert.equal(java?.place, 'PATH');
    assert.equal(java?.version, '17.0.15');
    assert.deepEqual(
      misses.map(({ place, reason }) => `${place}: ${reason}`),
      ['bundled: nothing there', 'JAVA_HOME: too old', 'PATH: does not run', 'PATH: too old'],
    );
  });

  test('finds none', async () => {
    const { java, misses } = await findJava(none);
    assert.equal(java, undefined);
    assert.deepEqual(misses, [
      { place: 'bundled', path: '/nowhere/bin/java', reason: 'nothing there' },
    ]);
  });

  test('reads versions of every shape', () => {
    const versions = ['1.8.0_412', '11', '17.0.15', '26-ea', '25.0.3+9'];
    assert.deepEqual(versions.map(major), [8, 11, 17, 26, 25]);
  });
});
