import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'node:test';
import { until, Workbench } from './workbench.ts';

const PLAN = `project 客服摘要 { goal: "五分之四无需修改", task: summarization, use: commercial }

model 千问 { id: "Qwen/Qwen3-8B", license: apache-2.0 }
finetune 微调 { model: 千问, data: 工单 }
`;

suite('VS Code with Chinese as its display language', () => {
  let code: Workbench;

  before(async () => {
    code = await Workbench.open({ files: { '计划.genplan': PLAN }, language: 'zh-cn' });
  });

  after(() => code?.close());

  afterEach((context) => code.shotIfFailed(context));

  test('findings are in Chinese', async () => {
    await code.openFile('计划.genplan');
    await code.showProblems();
    const row = await code.waitForProblem('unknown-reference');
    assert.match(row, /工单/);
    assert.match(row, /没有/);
    await code.shot('chinese-findings');
  });

  test('hover is in Chinese', async () => {
    const editor = code.editor('计划.genplan');
    await code.hover(editor.locator('.view-line span', { hasText: /^finetune$/ }), '微调');
    await code.shot('chinese-hover');
  });

  test('the preview of a plan is in Chinese', async () => {
    await code.run('GenPlan: 在侧边打开计划预览');
    const node = code.webview.locator('[data-node="微调"]');
    await node.waitFor({ timeout: 20_000 });
    assert.match((await node.getAttribute('aria-label')) ?? '', /微调/);
    await code.webview.getByRole('tab', { name: '流程' }).waitFor();
    await code.shot('chinese-preview');
    await code.closeAll();
  });

  test('commands and the messages of the extension are in Chinese', async () => {
    await code.run('GenPlan: 从模板新建计划');
    await code.page
      .locator('.quick-input-list .monaco-list-row', { hasText: '用小型开源模型做摘要' })
      .waitFor();
    await code.shot('chinese-templates');
    await code.page.keyboard.press('Escape');
    await code.run('GenPlan: 解释规则');
    await code.typeAndSelect('no-rollback');
    await until('the page', async () => {
      for (const frame of code.page.frames()) {
        const shown = frame.getByText('检查内容').first();
        if (await shown.isVisible().catch(() => false)) {
          return true;
        }
      }
      return false;
    });
    await code.shot('chinese-rule-page');
  });
});
