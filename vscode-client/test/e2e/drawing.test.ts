import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type * as Svg from '../../webview/svg.ts';

declare const svg: typeof Svg;

suite('reading a drawing in a browser', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '..', '..', 'webview', 'svg.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'svg',
    });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  });

  after(() => browser?.close());

  /** What is taken over of a drawing, as text; empty if nothing is. */
  const read = (drawing: string) =>
    page.evaluate((text) => svg.readDrawing(text)?.svg.outerHTML ?? '', drawing);

  test('takes over what draws', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">' +
      '<g data-node="sft" tabindex="0" aria-label="Fine-tuning sft"><title>sft</title>' +
      '<path d="M0 0h4" fill="url(#hatch)"/><text x="1" y="2">1 &lt; 2</text></g></svg>';
    assert.equal(await read(drawing), drawing.replace('"/>', '"></path>'));
  });

  test('leaves out whatever could run or lead away', async () => {
    const text = await read(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"' +
        ' viewBox="0 0 40 30" onload="alert(1)"><script>alert(1)</script>' +
        '<a href="javascript:alert(1)" xlink:href="https://example.com" onClick="alert(1)">' +
        '<use href="#sft"/><image href="https://example.com/a.png"/><animate onbegin="alert(1)"/></a>' +
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.com"/>' +
        '</foreignObject></svg>',
    );
    assert.match(text, /<a><use href="#sft"><\/use><\/a>/);
    assert.doesNotMatch(text, /script|alert|on\w+=|example\.com|foreignObject|image|animate/);
  });

  test('takes nothing of what is no drawing', async () => {
    assert.equal(await read(''), '');
    assert.equal(
      await read('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><g></svg>'),
      '',
    );
    assert.equal(await read('<html xmlns="http://www.w3.org/1999/xhtml"/>'), '');
    assert.equal(await read('<svg xmlns="http://www.w3.org/2000/svg"/>'), '');
  });

  test('has the colors of the theme, not those of the system', async () => {
    const fill = (theme: string) =>
      page.evaluate(async (className) => {
        document.body.className = className;
        const drawn = svg.readDrawing(
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><style>path{fill:white}' +
            '@media (prefers-color-scheme:dark){path{fill:black}}</style><path d="M0 0h4v3"/></svg>',
        );
        if (!drawn) {
          return '';
        }
        document.adoptedStyleSheets = [drawn.rules];
        document.body.replaceChildren(drawn.svg);
        const shape = document.querySelector('path');
        return shape ? getComputedStyle(shape).fill : '';
      }, theme);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.equal(await fill('vscode-light'), 'rgb(255, 255, 255)');
      assert.equal(await fill('vscode-dark'), 'rgb(0, 0, 0)');
      assert.equal(await fill('vscode-high-contrast'), 'rgb(0, 0, 0)');
      assert.equal(
        await fill('vscode-high-contrast vscode-high-contrast-light'),
        'rgb(255, 255, 255)',
      );
    }
  });
});
