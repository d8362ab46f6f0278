import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { suite, test } from 'node:test';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const json = (file: string) => JSON.parse(read(file));
const sources = ['src', 'webview']
  .flatMap((folder) => readdirSync(path.join(root, folder)).map((file) => path.join(folder, file)))
  .map(read);
const manifest = json('package.json');

suite('what the extension contributes', () => {
  test('every text of the manifest exists in both languages', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(Object.keys(json('package.nls.json')).sort(), [...new Set(used)].sort());
    assert.deepEqual(
      Object.keys(json('package.nls.zh-cn.json')),
      Object.keys(json('package.nls.json')),
    );
  });

  test('every message of the code exists in Chinese, with the same gaps', () => {
    const used = sources
      .flatMap((text) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)])
      .map(([, message]) => message ?? '');
    const chinese: Record<string, string> = json('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(chinese).sort(), [...new Set(used)].sort());
    const gaps = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    for (const [english, translated] of Object.entries(chinese)) {
      assert.deepEqual(gaps(translated), gaps(english), english);
    }
  });

  test('every command is registered, and every registered one is contributed', () => {
    const contributed = manifest.contributes.commands.map(
      (each: { command: string }) => each.command,
    );
    const registered = sources
      .flatMap((text) => [...text.matchAll(/\bcommand\(\s*'([^']+)'|EXPLAIN = '([^']+)'/g)])
      .map(([, plain, constant]) => plain ?? constant);
    assert.deepEqual([...registered].sort(), [...contributed].sort());
  });

  test('every file that is named is there', () => {
    const named = [
      ...read('package.json').matchAll(/"(?:\.\/)?((?:images|syntaxes|walkthrough)\/[^"]+)"/g),
    ];
    assert.ok(named.length >= 8);
    for (const [, file] of named) {
      assert.ok(existsSync(path.join(root, file ?? '')), file);
      if (file?.endsWith('.md')) {
        assert.ok(existsSync(path.join(root, file.replace('.md', '.nls.zh-cn.md'))), file);
      }
    }
  });

  test('settings that name a program are not read from a workspace without trust', () => {
    assert.deepEqual(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
      Object.entries<{ scope: string }>(manifest.contributes.configuration.properties)
        .filter(([, { scope }]) => scope === 'machine-overridable')
        .map(([name]) => name),
    );
  });

  test('the patterns of findings take what `genplan lint --format concise` prints', () => {
    const found = (line: string) =>
      manifest.contributes.problemPatterns
        .filter(({ regexp }: { regexp: string }) => new RegExp(regexp).test(line))
        .map(({ name }: { name: string }) => name);
    const line = 'plans/a b.genplan:52:18: error[unknown-reference]: Nothing is called `x`';
    assert.deepEqual(found(line), ['genplan']);
    assert.deepEqual(
      new RegExp(manifest.contributes.problemPatterns[0].regexp).exec(line)?.slice(1),
      ['plans/a b.genplan', '52', '18', 'error', 'unknown-reference', 'Nothing is called `x`'],
    );
    assert.deepEqual(found('计划.genplan:1:2: 错误[unknown-word]：没有这个词'), ['genplan-error']);
    assert.deepEqual(found('计划.genplan:1:2: 警告[no-rollback]：没有回退'), ['genplan-warning']);
    assert.deepEqual(found('计划.genplan:1:2: 提示[unused-allow]：没有用到'), ['genplan-note']);
    assert.deepEqual(found('1 error in 1 of 8 files'), []);
  });
});

suite('the language configuration', () => {
  const { wordPattern, onEnterRules, indentationRules } = json('language-configuration.json');
  const words = (text: string) => text.match(new RegExp(wordPattern.pattern, 'gu'));

  test('keeps names whole', () => {
    assert.deepEqual(words('learning-rate: 2e-4'), ['learning-rate', '2e-4']);
    assert.deepEqual(words('model: llama-3.1-8b, license: apache-2.0'), [
      'model',
      'llama-3.1-8b',
      'license',
      'apache-2.0',
    ]);
    assert.deepEqual(words('data: tickets.test'), ['data', 'tickets', 'test']);
    assert.deepEqual(words('answers: 4..9, 客服-对话'), ['answers', '4', '9', '客服-对话']);
    assert.deepEqual(words('12_460 examples, 8B'), ['12_460', 'examples', '8B']);
  });

  test('goes on with a doc comment, and not with any other', () => {
    const goesOn = (before: string, after = '') =>
      onEnterRules.some(
        (rule: { beforeText: string; afterText?: string; action: { appendText?: string } }) =>
          rule.action.appendText === '/// ' &&
          new RegExp(rule.beforeText).test(before) &&
          (!rule.afterText || new RegExp(rule.afterText).test(after)),
      );
    assert.ok(goesOn('/// Summaries of tickets,', ' in two sentences'));
    assert.ok(!goesOn('// a note', 'more'));
    assert.ok(!goesOn('//// a line', 'more'));
  });

  test('indents behind an open brace', () => {
    const indents = (line: string) => new RegExp(indentationRules.increaseIndentPattern).test(line);
    assert.ok(indents('finetune sft {'));
    assert.ok(indents('  data: ['));
    assert.ok(!indents('compute card { accelerator: L40S }'));
    assert.ok(!indents('// not {'));
  });
});
