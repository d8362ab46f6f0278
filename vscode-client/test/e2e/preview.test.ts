import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { MODELS, SUMMARIES } from './plans.ts';
import { until, Workbench } from './workbench.ts';

const PLAN = `${SUMMARIES}
optimize small { model: sft, method: quantize { format: int8 } }

deploy service { model: small }
`;

const SAMPLES = path.join(import.meta.dirname, '..', '..', '..', 'samples', 'plans');
const sample = (name: string) => readFileSync(path.join(SAMPLES, name), 'utf8');

function node(code: Workbench, id: string): Locator {
  return code.webview.locator(`[data-node="${id}"]`);
}

function cursor(code: Workbench): Promise<string> {
  return code.page.locator('[id="status.editor.selection"]').innerText();
}

async function openBeside(code: Workbench, name: string): Promise<void> {
  await code.openFile(name);
  await code.page
    .locator('.editor-group-container.active')
    .getByRole('button', { name: 'Open Plan Preview to the Side' })
    .click();
  await code.webview.locator('#sheet svg').waitFor({ timeout: 30_000 });
}

async function view(code: Workbench, name: string): Promise<void> {
  await code.webview.getByRole('tab', { name }).click();
}

async function saveAs(code: Workbench, what: string, file: string): Promise<Buffer> {
  await code.webview.getByRole('button', { name: 'Save as SVG or PNG' }).click();
  await code.selectItem(what);
  const input = code.page.locator('.quick-input-widget input').first();
  await until('the question where to', async () => /\.(svg|png)$/.test(await input.inputValue()));
  const target = path.join(code.folder, file);
  await input.fill(target);
  await input.press('Enter');
  await until(`${file} to be written`, () => existsSync(target) && readFileSync(target).length > 0);
  await code.run('Notifications: Clear All Notifications');
  return readFileSync(target);
}

suite('the preview of a plan', () => {
  let code: Workbench;

  before(async () => {
    code = await Workbench.open({
      files: {
        'summaries.genplan': PLAN,
        'models.genplan': MODELS,
        'instructgpt.genplan': sample('instructgpt.genplan'),
        'notes.txt': 'no plan',
      },
    });
    await code.openFile('summaries.genplan');
    await code.page.keyboard.press('Control+B');
  });

  after(() => code?.close());

  afterEach((context) => code.shotIfFailed(context));

  test('opens beside the text, and shows what flows into what', async () => {
    await openBeside(code, 'summaries.genplan');
    await node(code, 'sft').waitFor();
    const ids = await code.webview
      .locator('[data-node]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-node')));
    assert.deepEqual([...new Set(ids)].sort(), [
      'after',
      'before',
      'qwen',
      'service',
      'sft',
      'small',
      'tickets',
    ]);
    await code.shot('preview-flow');
  });

  test('marks what stands at the cursor', async () => {
    await code.goTo(17, 5);
    await code.webview.locator('[data-node="sft"].gp-selected').waitFor();
    assert.match(await code.webview.locator('#detail').innerText(), /sft/);
    await code.goTo(22, 5);
    await code.webview.locator('[data-node="after"].gp-selected').waitFor();
    assert.equal(await code.webview.locator('.gp-selected').count(), 1);
    await code.shot('preview-cursor');
  });

  test('leads to the text by a click', async () => {
    await node(code, 'tickets').click();
    await until('the cursor at the dataset', async () =>
      (await cursor(code)).includes('Ln 6, Col 9'),
    );
    await node(code, 'sft').click();
    await until('the cursor at the stage', async () =>
      (await cursor(code)).includes('Ln 14, Col 10'),
    );
  });

  test('leads into an imported file, and stays', async () => {
    await node(code, 'qwen').click();
    await code.editor('models.genplan').waitFor();
    await until('the cursor at the model', async () =>
      (await cursor(code)).includes('Ln 2, Col 7'),
    );
    await code.webview.locator('[data-node="qwen"].gp-selected').waitFor();
    assert.ok(await node(code, 'sft').isVisible());
    await code.shot('preview-imported');
    await code.openFile('summaries.genplan');
  });

  test('is drawn anew while one types, and keeps up with findings', async () => {
    await code.goTo(23, 1);
    await code.page.keyboard.type('evaluate last { model: small, data: tickets.test }\n');
    await node(code, 'last').waitFor();
    await code.goTo(17, 1);
    await code.page.keyboard.press('End');
    await code.page.keyboard.type('x');
    const detail = code.webview.locator('#detail');
    await until('the finding', async () => (await detail.innerText()).includes('error'));
    assert.match(await detail.innerText(), /`tickets` has no `trainx`/);
    await code.webview.locator('[data-node="sft"] .gp-mark').waitFor();
    await code.shot('preview-finding');
    await until('a screen reader to be told', async () =>
      /findings at \d+ places/.test(await code.webview.locator('#announcer').innerText()),
    );
    await code.page.keyboard.press('Backspace');
    await code.webview.locator('[data-node="sft"] .gp-mark').waitFor({ state: 'detached' });
  });

  test('can be used with the keyboard alone', async () => {
    const page = code.webview;
    await page.getByRole('tab', { name: 'Flow' }).focus();
    await code.page.keyboard.press('ArrowRight');
    assert.equal(
      await page.getByRole('tab', { name: 'Timeline' }).getAttribute('aria-selected'),
      'true',
    );
    await code.page.keyboard.press('ArrowLeft');
    const focused = () =>
      page.locator(':focus').evaluate((each) => each.getAttribute('data-node') ?? each.id);
    await until('the first node', async () => {
      await code.page.keyboard.press('Tab');
      return (await page.locator('[data-node]:focus').count()) > 0;
    });
    await code.page.keyboard.press('Home');
    const first = await focused();
    const seen = new Set([first]);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'End']) {
      await code.page.keyboard.press(key);
      seen.add(await focused());
    }
    assert.ok(seen.size >= 4, [...seen].join(' '));
    assert.equal(await page.locator('[data-node][tabindex="0"]').count(), 1);
    assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /\w+ \w+/);
    await code.shot('preview-keyboard');
    await node(code, 'after').focus();
    await code.page.keyboard.press('Enter');
    await until('the text of the node', async () => /Ln 22, Col 10/.test(await cursor(code)));
  });

  test('is enlarged, made smaller, and fitted', async () => {
    const page = code.webview;
    const size = page.getByRole('button', { name: 'Actual size' });
    await page.locator('#drawing').focus();
    await code.page.keyboard.press('0');
    assert.equal(await size.innerText(), '100 %');
    await code.page.keyboard.press('+');
    assert.equal(await size.innerText(), '120 %');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.equal(await size.innerText(), '144 %');
    const box = await page.locator('#drawing').boundingBox();
    assert.ok(box);
    await code.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await code.page.keyboard.down('Control');
    await code.page.mouse.wheel(0, -100);
    await code.page.keyboard.up('Control');
    await until('the wheel', async () => (await size.innerText()) === '173 %');
    const scrolled = () =>
      page.locator('#drawing').evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    const [left, top] = await scrolled();
    await code.page.mouse.down();
    await code.page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2 - 30, {
      steps: 5,
    });
    await code.page.mouse.up();
    const [leftNow, topNow] = await scrolled();
    assert.notDeepEqual([leftNow, topNow], [left, top]);
    await page.getByRole('button', { name: 'Fit' }).click();
    const overflow = await page
      .locator('#drawing')
      .evaluate((all) => [all.scrollWidth - all.clientWidth, all.scrollHeight - all.clientHeight]);
    assert.deepEqual(overflow, [0, 0]);
  });

  test('shows the plan over time, and its totals', async () => {
    await view(code, 'Timeline');
    await node(code, 'sft').waitFor();
    await code.shot('preview-timeline');
    await node(code, 'small').click();
    await until('the cursor at the stage', async () => /Ln 25, Col 10/.test(await cursor(code)));
    await view(code, 'Totals');
    await code.webview.locator('#totals table tr').first().waitFor();
    await code.shot('preview-totals');
    await view(code, 'Flow');
  });

  test('is told of in short in the language status', async () => {
    const item = code.page.locator('[id="status.languageStatus"]');
    // What was clicked in the preview takes the focus back at times, and then there is no status.
    await until('the focus in the editor', async () => {
      await code.openFile('summaries.genplan');
      return item.isVisible();
    });
    const value = await code.webview.locator('#totals td').first().textContent();
    await item.hover();
    const status = code.page.locator('.hover-language-status', { hasText: value ?? '' });
    await status.first().waitFor();
    await code.shot('preview-status');
    await code.page.keyboard.press('Escape');
  });

  test('is saved as SVG and as PNG', async () => {
    const svg = (await saveAs(code, 'Flow as SVG', 'flow.svg')).toString('utf8');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(svg, /data-node="sft"/);
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    const png = await saveAs(code, 'Flow as PNG', 'flow.png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.readUInt32BE(16), Math.ceil(2 * Number(width)));
    assert.equal(png.readUInt32BE(20), Math.ceil(2 * Number(height)));
    await saveAs(code, 'Timeline as PNG', 'timeline.png');
    code.keep('flow.svg', 'preview-saved-flow.svg');
    code.keep('flow.png', 'preview-saved-flow.png');
    code.keep('timeline.png', 'preview-saved-timeline.png');
  });

  test('follows to another plan, and not to what is none', async () => {
    await code.openFile('instructgpt.genplan');
    await node(code, 'ppo-ptx').waitFor();
    await code.openFile('notes.txt');
    assert.ok(await node(code, 'ppo-ptx').isVisible());
    await code.openFile('summaries.genplan');
    await node(code, 'sft').waitFor();
  });

  test('goes on after the server was started anew', async () => {
    await code.run('GenPlan: Restart Server');
    await code.openFile('summaries.genplan');
    await code.goTo(24, 1);
    await code.page.keyboard.type('evaluate again { model: small, data: tickets.test }\n');
    await node(code, 'again').waitFor({ timeout: 30_000 });
  });

  test('is there again after the window was reloaded', async () => {
    await view(code, 'Timeline');
    await code.run('File: Save All Files');
    await code.reload();
    await code.webview.locator('#sheet svg').waitFor({ timeout: 40_000 });
    const timeline = code.webview.getByRole('tab', { name: 'Timeline' });
    assert.equal(await timeline.getAttribute('aria-selected'), 'true');
    await node(code, 'again').waitFor();
  });

  test('loads nothing but what is its own', async () => {
    const page = code.webview;
    const policy = await page
      .locator('meta[http-equiv=Content-Security-Policy]')
      .getAttribute('content');
    assert.match(
      policy ?? '',
      /default-src 'none'; script-src 'nonce-[^']+'; style-src [^;]+; img-src blob:; base-uri/,
    );
    const ran = await page.locator('body').evaluate(async (body) => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "a script"';
      const button = document.createElement('button');
      button.setAttribute('onclick', 'document.body.dataset.ran = "a handler"');
      body.append(script, button);
      button.click();
      script.remove();
      button.remove();
      return [body.dataset.ran, await fetch('https://example.com').catch(() => 'refused')];
    });
    assert.deepEqual(ran, [undefined, 'refused']);
  });
});

/** A plan that goes on with alignment on what it is tested with. */
const MISTAKE = '  prompts: tickets.test';
const FAULTY = sample('support-summaries.genplan').replace(
  'reward:  helpfulness\n  prompts: tickets.train',
  `reward:  helpfulness\n${MISTAKE}`,
);

for (const [theme, name] of [
  ['Default Light Modern', 'light'],
  ['Default Dark Modern', 'dark'],
  ['Default High Contrast', 'high-contrast'],
  ['Default High Contrast Light', 'high-contrast-light'],
] as const) {
  suite(`the preview of a plan, ${theme}`, () => {
    let code: Workbench;

    before(async () => {
      code = await Workbench.open({
        files: { 'support-summaries.genplan': FAULTY },
        settings: { 'workbench.colorTheme': theme },
      });
      await code.openFile('support-summaries.genplan');
      await code.page.keyboard.press('Control+B');
    });

    after(() => code?.close());

    afterEach((context) => code.shotIfFailed(context));

    test('has the colors of the theme', async () => {
      await openBeside(code, 'support-summaries.genplan');
      const color = (where: Locator, property: string) =>
        where.evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
      const page = code.webview;
      const background = await color(page.locator('body'), 'background-color');
      assert.equal(await color(page.locator('.gp-paper').first(), 'fill'), background);
      assert.equal(
        await color(page.locator('[data-node] .gp-name').first(), 'fill'),
        await color(page.locator('body'), 'color'),
      );
      await code.goTo(FAULTY.split('\n').indexOf(MISTAKE) + 1, 3);
      await until('the finding', async () =>
        /error/.test(await page.locator('#detail').innerText()),
      );
      await code.shot(`preview-flow-${name}`);
      await view(code, 'Timeline');
      await page.locator('[data-node]').first().waitFor();
      await code.shot(`preview-timeline-${name}`);
      await view(code, 'Totals');
      await code.shot(`preview-totals-${name}`);
    });
  });
}

suite('the preview of a plan of 200 stages', () => {
  let code: Workbench;

  before(async () => {
    const parts = ['project large { goal: "many products", task: chat, use: research }', MODELS];
    for (let product = 0; product < 40; product++) {
      parts.push(`dataset talk-${product} {
  owner: "Lab", license: apache-2.0
  split train { size: 20_000 examples }
  split test  { size: 500 examples }
}

finetune sft-${product} { model: qwen, data: talk-${product}.train, method: lora { rank: 16 } }

evaluate draft-${product} { model: sft-${product}, data: talk-${product}.test, metrics { rougeL >= 40% } }

align dpo-${product} { model: sft-${product}, data: talk-${product}.train, method: dpo { beta: 0.1 } }

evaluate final-${product} { model: dpo-${product}, data: talk-${product}.test, metrics { rougeL >= 45% } }

deploy service-${product} { model: dpo-${product}, gate: final-${product} }
`);
    }
    code = await Workbench.open({ files: { 'large.genplan': `${parts.join('\n')}` } });
  });

  after(() => code?.close());

  afterEach((context) => code.shotIfFailed(context));

  test('is drawn and keeps up with typing', async () => {
    const start = performance.now();
    await openBeside(code, 'large.genplan');
    console.log(
      `200 stages drawn after ${Math.round(performance.now() - start)} ms, server started`,
    );
    assert.ok((await code.webview.locator('[data-node]').count()) >= 241);
    await code.goTo(1, 1);
    const times: number[] = [];
    for (let number = 0; number < 6; number++) {
      const before = performance.now();
      await code.page.keyboard.type(`model new-${number} { id: "a/b" }\n`);
      const typed = performance.now();
      await node(code, `new-${number}`).waitFor({ timeout: 30_000 });
      times.push(Math.round(performance.now() - typed));
      assert.ok(typed > before);
    }
    times.sort((a, b) => a - b);
    console.log(
      `from the last keystroke to the picture of 200 stages: best ${times[0]} ms, ` +
        `median ${times[3]} ms, worst ${times.at(-1)} ms`,
    );
    await code.goTo(401, 12);
    await code.webview.locator('[data-node].gp-selected').waitFor();
    await code.shot('preview-large');
    await code.webview.getByRole('button', { name: 'Fit' }).click();
    await code.shot('preview-large-fitted');
  });
});
