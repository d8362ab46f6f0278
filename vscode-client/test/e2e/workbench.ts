/**
 * A real VS Code with the packed extension: code-server, which is VS Code's workbench and extension
 * host with a web server in front, in a profile of its own, and Chromium on it. Nothing but this
 * machine is reached.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import type { SuiteContext, TestContext } from 'node:test';
import {
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';

const root = path.join(import.meta.dirname, '..', '..');
const code = path.join(root, 'target/code-server/node_modules/code-server/out/node/entry.js');

/** Where pictures go. */
export const SHOTS = path.join(root, 'target', 'screenshots');

/** The universal package, or the one of this platform with its own Java. */
export function vsix(target?: 'linux-x64'): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, 'target', `genplan-${target ? `${target}-` : ''}${version}.vsix`);
  assert.ok(existsSync(file), `${file} is missing: npm run package`);
  return file;
}

/** How the workbench is set up. */
export interface Setup {
  /** Files of the workspace by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the machine that the extensions run on, where paths are set. */
  readonly machine?: Readonly<Record<string, unknown>>;
  readonly extension?: string;
  /** The display language: `zh-cn`. */
  readonly language?: string;
  /** Whether folders have to be trusted first. */
  readonly trust?: boolean;
}

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
};

/** How long (in ms) something may take that a user would wait for. */
const PATIENCE = 20_000;

export class Workbench {
  readonly page: Page;
  /** The folder that is open. */
  readonly folder: string;
  readonly #home: string;
  readonly #server: ChildProcess;
  readonly #browser: BrowserContext;
  readonly #refused: Set<string>;

  private constructor(
    page: Page,
    folder: string,
    home: string,
    server: ChildProcess,
    browser: BrowserContext,
    refused: Set<string>,
  ) {
    this.page = page;
    this.folder = folder;
    this.#home = home;
    this.#server = server;
    this.#browser = browser;
    this.#refused = refused;
  }

  static async open(setup: Setup): Promise<Workbench> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'genplan-e2e-'));
    const folder = path.join(home, 'workspace');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(setup.files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const environment = {
      ...process.env,
      HOME: home,
      TMPDIR: home,
      XDG_CONFIG_HOME: path.join(home, 'xdg'),
      XDG_DATA_HOME: path.join(home, 'xdg'),
      // No gallery: nothing is looked up.
      EXTENSIONS_GALLERY: '{}',
    };
    const profile = profileOf(home, { ...SETTINGS, ...setup.settings }, setup.machine ?? {});
    execFileSync(
      process.execPath,
      [code, ...profile, '--install-extension', setup.extension ?? vsix(), '--force'],
      { env: environment, stdio: 'pipe' },
    );
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const log = openSync(logOf(home), 'a');
    const server = spawn(
      process.execPath,
      [
        code,
        ...profile,
        ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
        ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
        ...(setup.trust ? [] : ['--disable-workspace-trust']),
      ],
      // A group of its own, to be ended as a whole.
      { env: environment, detached: true, stdio: ['ignore', log, log] },
    );
    process.once('exit', () => end(server, 'SIGKILL'));
    try {
      await answers(server, url, home);
      return await Workbench.#browse(setup, { url, folder, home, server, environment });
    } catch (error) {
      end(server, 'SIGKILL');
      throw error;
    }
  }

  static async #browse(
    setup: Setup,
    on: {
      url: string;
      folder: string;
      home: string;
      server: ChildProcess;
      environment: NodeJS.ProcessEnv;
    },
  ): Promise<Workbench> {
    const { url, folder, home, server, environment } = on;
    const browser = await chromium.launchPersistentContext(path.join(home, 'chromium'), {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      env: environment as Record<string, string>,
      viewport: { width: 1280, height: 800 },
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
    await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    const refused = new Set<string>();
    await browser.route(
      ({ hostname }) => hostname !== '127.0.0.1' && !hostname.endsWith('.localhost'),
      (route) => {
        refused.add(route.request().url());
        return route.abort();
      },
    );
    const page = browser.pages()[0] ?? (await browser.newPage());
    if (setup.language) {
      await page.addInitScript((tongue) => {
        // What a language pack sets; the packs themselves are in the gallery only.
        Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', {
          get: () => tongue,
          set: () => {},
        });
      }, setup.language);
    }
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench').waitFor({ timeout: PATIENCE });
    await page
      .locator('.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: PATIENCE });
    return new Workbench(page, folder, home, server, browser, refused);
  }

  /** Ends everything. Fails if something outside of this machine was asked for. */
  async close(): Promise<void> {
    await this.#browser.close();
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    end(this.#server, 'SIGTERM');
    const hurry = setTimeout(() => end(this.#server, 'SIGKILL'), 5000);
    await ended;
    clearTimeout(hurry);
    if (process.env.KEEP) {
      console.log(`kept ${this.#home}`);
    } else {
      rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
    }
    assert.deepEqual([...this.#refused], [], 'asked for by the workbench or the extension');
  }

  /** What is shown about a word under the pointer; again if lenses have moved the lines meanwhile. */
  async hover(word: Locator, text: string): Promise<Locator> {
    const shown = this.page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
    for (let tries = 0; tries < 5 && !(await shown.isVisible()); tries++) {
      await this.page.mouse.move(0, 0);
      await word.hover();
      await shown.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await shown.waitFor({ timeout: 1_000 });
    return shown;
  }

  async shot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }

  /** Keeps a file of the workspace among the pictures. */
  keep(file: string, name: string): void {
    mkdirSync(SHOTS, { recursive: true });
    copyFileSync(path.join(this.folder, file), path.join(SHOTS, name));
  }

  /** Loads the window anew. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    // As a user does it: only then is everything remembered.
    await this.run('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench').waitFor({ timeout: PATIENCE });
  }

  /** Keeps what is seen after a test that failed. */
  async shotIfFailed(context: TestContext | SuiteContext): Promise<void> {
    if ('passed' in context && !context.passed) {
      await this.shot(`failed-${context.name.replace(/\W+/g, '-')}`);
    }
  }

  /** Opens a file of the workspace. */
  async openFile(name: string): Promise<Locator> {
    const input = await this.#quickInput('Control+P');
    await input.fill(name);
    await this.#firstItem(path.basename(name));
    await input.press('Enter');
    const editor = this.editor(name);
    await editor.waitFor({ timeout: PATIENCE });
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    return editor;
  }

  async #quickInput(key: string): Promise<Locator> {
    // Keys that are pressed in a preview do not reach the workbench.
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLIFrameElement) {
        document.activeElement.blur();
      }
    });
    await this.page.keyboard.press(key);
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ timeout: PATIENCE });
    return input;
  }

  async #firstItem(text: string): Promise<void> {
    await this.page
      .locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: text })
      .waitFor({ timeout: PATIENCE });
  }

  editor(name: string): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="/${encodeURI(name)}"]`).first();
  }

  /** The page in the preview of a plan, or in another panel with a page of its own. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Runs a command by its title, as typed into the palette. */
  async run(title: string): Promise<void> {
    const input = await this.#quickInput('F1');
    await input.fill(`>${title}`);
    await this.selectItem(title);
  }

  /** Puts the cursor at a place (counted from 1). */
  async goTo(line: number, column = 1): Promise<void> {
    const input = await this.#quickInput('Control+G');
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async selectItem(text: string): Promise<void> {
    const item = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await item.waitFor({ timeout: PATIENCE });
    await item.click();
  }

  /** Chooses from a list too long to be seen at once. */
  async typeAndSelect(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await input.fill(text);
    await this.selectItem(text);
  }

  /** Closes all editors, and drops what is not saved. */
  async closeAll(): Promise<void> {
    await this.run('View: Close All Editors');
    const empty = this.page.locator('.editor-group-container.empty');
    const drop = this.page.getByRole('button', { name: "Don't Save" });
    await empty.or(drop).first().waitFor({ timeout: PATIENCE });
    if (await drop.isVisible()) {
      await drop.click();
      await empty.first().waitFor();
    }
  }

  /** What stands in an editor, as far as it is in view. */
  async text(name: string): Promise<string> {
    const editor = this.editor(name);
    // All at once: lines come and go while lenses and hints arrive.
    const lines = await editor.locator('.view-line').evaluateAll((all) =>
      all
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text),
    );
    return lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd()).join('\n');
  }

  onDisk(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  async save(name: string, expected: string): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await until(`${name} to be saved as expected`, () => this.onDisk(name) === expected).catch(() =>
      assert.equal(this.onDisk(name), expected),
    );
  }

  /** The rows of the Problems panel. */
  async problems(): Promise<string[]> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  }

  async showProblems(): Promise<void> {
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.page.keyboard.press('Control+Shift+M');
    }
    await this.page.locator('.markers-panel').waitFor();
  }

  async waitForProblem(text: string): Promise<string> {
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    await row.waitFor({ timeout: PATIENCE });
    return (await row.innerText()).replace(/\s+/g, ' ').trim();
  }

  /** The command line of a process. */
  commandOf(pid: number): string {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  }

  /** The files that a process has mapped into its memory. */
  mapsOf(pid: number): string {
    return readFileSync(`/proc/${pid}/maps`, 'utf8');
  }

  /** Processes of the language server that this workbench has started. */
  servers(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
          const directory = readFileSync(`/proc/${pid}/environ`, 'utf8');
          return line.includes('lsp') && directory.includes(`HOME=${this.#home}\0`);
        } catch {
          return false;
        }
      })
      .map(Number);
  }
}

/** Waits until something holds. */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  patience = PATIENCE,
): Promise<NonNullable<T>> {
  for (const start = Date.now(); Date.now() - start < patience; ) {
    const value = await probe();
    if (value) {
      return value;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

function profileOf(home: string, settings: object, machine: object): string[] {
  const user = path.join(home, 'user');
  for (const [folder, content] of Object.entries({ User: settings, Machine: machine })) {
    mkdirSync(path.join(user, folder), { recursive: true });
    writeFileSync(path.join(user, folder, 'settings.json'), JSON.stringify(content));
  }
  writeFileSync(path.join(home, 'config.yaml'), 'auth: none\n');
  return [
    ...['--config', path.join(home, 'config.yaml')],
    ...['--user-data-dir', user],
    ...['--extensions-dir', path.join(home, 'extensions')],
  ];
}

async function answers(server: ChildProcess, url: string, home: string): Promise<void> {
  await until('code-server to start', async () => {
    if (server.exitCode !== null) {
      throw new Error(readFileSync(logOf(home), 'utf8'));
    }
    return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok;
  });
}

const logOf = (home: string) => path.join(home, 'code-server.log');

function end(server: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (server.pid) {
      process.kill(-server.pid, signal);
    }
  } catch {
    // It is gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
