import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, afterEach, suite, test } from 'node:test';
import { until, vsix, Workbench } from './workbench.ts';

const PLAN = 'model base { id: "Qwen/Qwen3-8B", licence: apache-2.0 }\n';

suite('the Java of the server', () => {
  let code: Workbench;
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'genplan-e2e-java-'));

  afterEach(async (context) => {
    await code?.shotIfFailed(context);
    await code?.close();
  });

  after(() => rmSync(scratch, { recursive: true }));

  test('is in the package of this platform, and needs nothing installed', async () => {
    code = await Workbench.open({
      files: { 'base.genplan': PLAN },
      extension: vsix('linux-x64'),
    });
    await code.openFile('base.genplan');
    await code.showProblems();
    await code.waitForProblem('licence');
    const [pid] = await until('the server', () => code.servers());
    assert.match(code.commandOf(pid ?? 0), /server\/runtime\/bin\/java/);
    assert.ok(code.mapsOf(pid ?? 0).includes('/server/runtime/genplan.jsa'), 'the archive is used');
    await code.run('GenPlan: Open Plan Preview to the Side');
    await code.webview.locator('[data-node="base"]').waitFor({ timeout: 20_000 });
  });

  test('is asked for where the setting leads to none', async () => {
    code = await Workbench.open({
      files: { 'base.genplan': PLAN },
      machine: { 'genplan.java.home': '/nowhere' },
    });
    await code.openFile('base.genplan');
    const message = code.page.locator('.notification-toast', {
      hasText: 'There is no Java where the setting genplan.java.home says: /nowhere',
    });
    await message.waitFor({ timeout: 20_000 });
    await code.shot('no-java');
    assert.deepEqual(code.servers(), []);
    await code.run('GenPlan: Open Plan Preview to the Side');
    await code.webview.getByText('The GenPlan server is not running.').waitFor();
    await code.webview.getByRole('button', { name: 'Restart' }).waitFor();
    await code.shot('preview-without-server');
    await message.getByRole('button', { name: 'Open Settings' }).click();
    await code.page.locator('.settings-editor', { hasText: 'Java: Home' }).first().waitFor();
    await code.shot('settings');
  });

  test('is not what a workspace without trust names', async () => {
    const program = trap();
    code = await Workbench.open({
      files: {
        'base.genplan': PLAN,
        '.vscode/settings.json': JSON.stringify({ 'genplan.java.home': program.home }),
      },
      trust: true,
    });
    await code.openFile('base.genplan');
    await code.showProblems();
    await code.waitForProblem('licence');
    assert.equal(program.ran(), false);
    await code.shot('restricted');
    await code.run('Workspaces: Manage Workspace Trust');
    await code.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await until('the program of the trusted workspace to run', () => program.ran());
  });

  /** A program in place of Java that leaves a trace, and ends. */
  function trap(): { home: string; ran: () => boolean } {
    const home = path.join(scratch, 'trap');
    const trace = path.join(scratch, 'trace');
    mkdirSync(path.join(home, 'bin'), { recursive: true });
    writeFileSync(path.join(home, 'bin', 'java'), `#!/bin/sh\n: >'${trace}'\nexit 1\n`);
    chmodSync(path.join(home, 'bin', 'java'), 0o755);
    return {
      home,
      ran: () => {
        try {
          rmSync(trace);
          return true;
        } catch {
          return false;
        }
      },
    };
  }
});
