import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'node:test';
import { MODELS, SUMMARIES } from './plans.ts';
import { until, Workbench } from './workbench.ts';

for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
  suite(`reading a plan in VS Code, ${theme}`, () => {
    let code: Workbench;

    before(async () => {
      code = await Workbench.open({
        files: { 'summaries.genplan': SUMMARIES, 'models.genplan': MODELS },
        settings: { 'workbench.colorTheme': theme },
      });
      await code.openFile('summaries.genplan');
    });

    after(() => code?.close());

    afterEach((context) => code.shotIfFailed(context));

    test('names are colored by what they are, wherever they stand', async () => {
      const color = (line: string, word: string) =>
        code
          .editor('summaries.genplan')
          .locator('.view-line', { hasText: line })
          .first()
          .locator('span', { hasText: new RegExp(`^${word}$`) })
          .first()
          .evaluate((span) => getComputedStyle(span).color);
      await until(
        'the colors of the server',
        async () =>
          (await color('finetune sft', 'sft')) === (await color('evaluate after', 'sft')) &&
          (await color('finetune sft', 'sft')) !== (await color('evaluate before', 'before')),
      );
      assert.notEqual(
        await color('evaluate before', 'rougeL'),
        await color('evaluate before', 'qwen'),
      );
    });

    test('lenses tell where a declaration is used, and lead there', async () => {
      const lens = code.page.locator('.codelens-decoration a', { hasText: '3 references' }).first();
      await lens.waitFor();
      await code.shot(`reading-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await lens.click();
      await code.page.locator('.peekview-widget').waitFor();
      await code.page.keyboard.press('Escape');
    });

    test('the walkthrough explains five steps', async () => {
      await code.run('Welcome: Open Walkthrough');
      await code.typeAndSelect('Get Started with GenPlan');
      const steps = code.page.locator('.getting-started-step');
      await steps.filter({ hasText: 'Check all plans' }).waitFor();
      assert.equal(await steps.count(), 5);
      await code.page.keyboard.press('Control+B');
      for (let step = 0; step < 5; step++) {
        await steps.nth(step).click();
        const title = await steps.nth(step).locator('.step-title').innerText();
        await code.webview.getByRole('heading', { name: title }).waitFor();
        await code.shot(`walkthrough-${step + 1}-${theme.replaceAll(' ', '-').toLowerCase()}`);
      }
    });
  });
}

suite('what is shown between the lines', () => {
  let code: Workbench;

  before(async () => {
    code = await Workbench.open({
      files: { 'summaries.genplan': SUMMARIES, 'models.genplan': MODELS },
    });
    await code.openFile('summaries.genplan');
  });

  after(() => code?.close());

  afterEach((context) => code.shotIfFailed(context));

  test('hints tell what holds by default', async () => {
    await until('the hint', async () =>
      (await code.text('summaries.genplan')).includes('model: sft: adapter,'),
    );
    await code.shot('inlay-hints');
  });

  test('a name is renamed in both files', async () => {
    await code.goTo(16, 12);
    await code.page.keyboard.press('F2');
    const input = code.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill('house-model');
    await code.page.keyboard.press('Enter');
    await until('the name here', async () =>
      /model: {2}house-model/.test(await code.text('summaries.genplan')),
    );
    await code.shot('rename');
    await code.run('File: Save All Files');
    await until('the name in the other file', () =>
      code.onDisk('models.genplan').includes('model house-model {'),
    );
    assert.equal(code.onDisk('summaries.genplan'), SUMMARIES.replaceAll('qwen', 'house-model'));
  });
});
