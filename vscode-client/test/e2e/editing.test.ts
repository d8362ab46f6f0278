import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'node:test';
import { MODELS } from './plans.ts';
import { until, Workbench } from './workbench.ts';

const PLAN = `import "models.genplan"

/// Two-sentence summaries of support tickets.
project summaries { goal: "4 of 5 need no edit", task: summarization, use: commercial }

dataset tickets {
  owner: "Support", origin: tickets, pii: removed, consent: contract
  split train { size: 2_000 examples }
  split test { size: 300 examples }
}

finetune sft {
  model: qwen
  data:  tickets.trian
  method: lora { rank: 16 }
  epochs:   3
}

evaluate after { model: sft, baseline: qwen, data: tickets.test, metrics { rougeL >= 40% } }
`;

const RL = `project chat { goal: "follows instructions", use: research }

model base { id: "Qwen/Qwen3-8B", license: apache-2.0 }

dataset prompts { owner: "Lab", license: apache-2.0, size: 20_000 prompts }

align rl {
  model:   base
  method:  ppo { kl: 0.05 }
  prompts: prompts
}
`;

suite('editing a plan in VS Code', () => {
  let code: Workbench;

  before(async () => {
    code = await Workbench.open({
      files: {
        'summaries.genplan': PLAN,
        'models.genplan': MODELS,
        'rl.genplan': RL,
        'empty.genplan': '',
      },
      settings: { '[genplan]': { 'editor.formatOnSave': true } },
    });
  });

  after(() => code?.close());

  afterEach((context) => code.shotIfFailed(context));

  test('findings are underlined and listed', async () => {
    await code.openFile('summaries.genplan');
    await code.page.locator('.squiggly-error').first().waitFor();
    await code.showProblems();
    const row = await code.waitForProblem('trian');
    assert.equal(
      row,
      '`tickets` has no `trian`; did you mean `train`? genplan unknown-reference [Ln 14, Col 18]',
    );
    await code.shot('findings');
  });

  test('the server tells how it is in the language status', async () => {
    await code.page.locator('[id="status.languageStatus"]').hover();
    const status = code.page.locator('.hover-language-status');
    await status.first().waitFor();
    const text = await status.allInnerTexts();
    assert.match(text.join('\n'), /GenPlan 0\.1\.0[\s\S]*on Java \d+/);
    assert.match(text.join('\n'), /Errors: 1, warnings: \d+, notes: \d+/);
    await code.shot('status');
    await code.page.keyboard.press('Escape');
  });

  test('completion by typing puts in a declaration with places to fill in', async () => {
    await code.openFile('empty.genplan');
    await code.page.keyboard.type('fin');
    const item = code.page.locator('.suggest-widget.visible .monaco-list-row', {
      hasText: 'finetune',
    });
    await item.first().waitFor();
    await code.shot('completion');
    await code.page.keyboard.press('Enter');
    await until('the declaration', async () =>
      /finetune \S+ \{/.test(await code.text('empty.genplan')),
    );
    await code.page.keyboard.type('tuned');
    await code.page.keyboard.press('Tab');
    await code.page.keyboard.type('base');
    await code.page.keyboard.press('Tab');
    await code.page.keyboard.type('own');
    await code.shot('snippet');
    await code.save('empty.genplan', 'finetune tuned {\n  model: base\n  data:  own\n}\n');
    await code.run('View: Revert and Close Editor');
  });

  test('hover explains a word', async () => {
    const editor = await code.openFile('summaries.genplan');
    const word = editor.locator('.view-line span', { hasText: /^lora$/ }).first();
    const hover = await code.hover(word, 'low-rank');
    assert.match(await hover.innerText(), /Trains low-rank matrices beside frozen weights/);
    await code.shot('hover');
  });

  test('a definition is found in an imported file', async () => {
    await code.openFile('summaries.genplan');
    await code.goTo(13, 12);
    await code.page.keyboard.press('F12');
    await code.editor('models.genplan').waitFor();
    await until('the cursor at the model', async () =>
      /Ln 2, Col 7/.test(await code.page.locator('.statusbar').innerText()),
    );
    await code.shot('definition');
  });

  test('saving formats', async () => {
    await code.openFile('summaries.genplan');
    await code.goTo(14, 18);
    await code.page.keyboard.press('Control+Shift+ArrowRight');
    await code.page.keyboard.type('train');
    await code.page.keyboard.press('Escape');
    await code.save(
      'summaries.genplan',
      PLAN.replace('trian', 'train')
        .replace('  model: qwen\n  data:  ', '  model:  qwen\n  data:   ')
        .replace('epochs:   3', 'epochs: 3')
        .replace('split test {', 'split test  {'),
    );
    await until('the problem to be gone', async () =>
      (await code.problems()).every((row) => !row.includes('trian')),
    );
  });

  test('the outline shows the declarations', async () => {
    await code.openFile('summaries.genplan');
    await code.run('Explorer: Focus on Outline View');
    const rows = code.page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor();
    const labels = await rows.allInnerTexts();
    assert.deepEqual(
      labels.slice(0, 4).map((label) => label.replace(/\s+/g, '')),
      ['summariesproject', 'ticketsdataset', 'trainsplit', 'testsplit'],
    );
    await code.shot('outline');
  });

  test('a quick fix adds the reward model that is missing', async () => {
    await code.openFile('rl.genplan');
    await code.showProblems();
    await code.waitForProblem('rl-without-reward');
    await code.goTo(9, 13);
    const fix = code.page.locator('.action-widget .monaco-list-row.action', { hasText: 'reward' });
    await until('the fix', async () => {
      // On a busy machine the first answer may come for a document that has just changed.
      await code.page.keyboard.press('Control+.');
      return fix
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true)
        .catch(() => false);
    });
    await code.shot('quick-fix');
    await fix.first().click();
    await until('the reward model', async () =>
      /^reward \S+ \{/m.test(await code.text('rl.genplan')),
    );
    await until('the problem to be gone', async () =>
      (await code.problems()).every((row) => !row.includes('rl-without-reward')),
    );
    await code.shot('quick-fix-done');
    await code.page.keyboard.press('Control+Z');
    await code.waitForProblem('rl-without-reward');
  });

  test('the code of a finding leads to the page of its rule', async () => {
    await code.openFile('rl.genplan');
    await code.showProblems();
    await code.waitForProblem('rl-without-reward');
    await code.page
      .locator('.markers-panel .monaco-list-row', { hasText: 'rl-without-reward' })
      .locator('a', { hasText: 'rl-without-reward' })
      .first()
      .click();
    await assertPage('What it finds');
    await code.shot('rule-page');
    await code.closeAll();
  });

  test('a rule is explained that is chosen from the list', async () => {
    await code.run('GenPlan: Explain Rule');
    await code.typeAndSelect('no-rollback');
    await assertPage('neither be rolled back nor switched off');
    await code.closeAll();
  });

  async function assertPage(text: string): Promise<void> {
    await until('the page', async () => {
      for (const frame of code.page.frames()) {
        if (
          await frame
            .getByText(text)
            .first()
            .isVisible()
            .catch(() => false)
        ) {
          return true;
        }
      }
      return false;
    });
  }

  test('a new plan starts from a template', async () => {
    await code.run('GenPlan: New Plan from Template');
    await code.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await code.shot('templates');
    await code.selectItem('Reinforcement learning from human feedback');
    await code.page
      .locator('.monaco-editor .view-line', { hasText: 'InstructGPT' })
      .first()
      .waitFor();
    const language = code.page.locator('[id="status.editor.mode"]');
    assert.equal(await language.innerText(), 'GenPlan');
    await code.page.keyboard.press('Control+End');
    await code.page.keyboard.type('\nnothing good');
    await code.waitForProblem('nothing');
    await code.shot('new-plan');
    await code.closeAll();
  });

  test('a report for a bug is copied', async () => {
    await code.run('GenPlan: Copy Bug Report');
    await code.page.locator('.notification-toast', { hasText: 'on the clipboard' }).waitFor();
    const report = await code.page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /\| GenPlan server \| 0\.1\.0\S* \(running\) \|/);
    assert.match(report, /\| Java \| \d+\S* \((JAVA_HOME|PATH)\)/);
    await code.run('Notifications: Clear All Notifications');
  });

  test('the task checks all plans, and its findings are listed', async () => {
    await code.closeAll();
    await code.run('Tasks: Run Task');
    await code.selectItem('genplan');
    await code.selectItem('genplan: lint');
    const scan = code.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Continue without scanning',
    });
    await scan
      .first()
      .click({ timeout: 5000 })
      .catch(() => {});
    await code.page.locator('.terminal-wrapper .xterm').first().waitFor();
    await code.showProblems();
    await code.waitForProblem('rl-without-reward');
    await code.shot('task');
  });

  test('a server that was killed comes back', async () => {
    await code.openFile('summaries.genplan');
    const [before] = await until('the server', () => code.servers());
    process.kill(before ?? 0, 'SIGKILL');
    await until('another server', () => code.servers().some((pid) => pid !== before));
    await code.goTo(15, 1);
    await code.page.keyboard.press('End');
    await code.page.keyboard.type('\n  epoch: 3');
    await code.showProblems();
    await code.waitForProblem('epoch');
    await code.run('File: Revert File');
  });

  test('the server restarts on command', async () => {
    const [before] = await until('the server', () => code.servers());
    await code.run('GenPlan: Restart Server');
    await until('the other server', () => {
      const now = code.servers();
      return now.length === 1 && now[0] !== before;
    });
  });
});
