import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type PreviewTexts, previewPage } from '../../src/previewPage.ts';

const texts = new Proxy({} as PreviewTexts, {
  get: (_, name) => (name === 'toJSON' ? () => ({ flow: '<b>"Flow"</b>' }) : `<${String(name)}>`),
});

const page = previewPage({
  source: 'https://files.example',
  nonce: 'abc',
  script: 'https://files.example/preview.js',
  style: 'https://files.example/preview.css',
  language: 'zh-cn',
  texts,
});

suite('the page of the preview', () => {
  test('runs its own script and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    assert.deepEqual(policy.replaceAll('&#39;', "'").split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      'style-src https://files.example',
      'img-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.deepEqual(page.match(/<script[^>]*>/g), [
      '<script nonce="abc" src="https://files.example/preview.js">',
    ]);
    assert.doesNotMatch(page, / on\w+=|style=|javascript:/);
  });

  test('takes words for words, whatever they are', () => {
    assert.match(page, /aria-label="&#60;zoomIn&#62;"/);
    assert.match(page, /data-texts="\{&#34;flow&#34;:&#34;&#60;b&#62;/);
    assert.doesNotMatch(page, /<zoomIn>|<b>/);
  });

  test('has a name for everything that can be pressed', () => {
    for (const [, attributes, face] of page.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)) {
      const isNamed = /aria-label="[^"]+"/.test(attributes ?? '') || /^[^<]+$/.test(face ?? '');
      assert.ok(isNamed || attributes?.includes('hidden'), attributes);
    }
  });
});
