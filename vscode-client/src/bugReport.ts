import type { Java, Miss } from './java.ts';

/** What is known about the surroundings of a bug. */
export interface Surroundings {
  readonly extension: string;
  readonly server: string | undefined;
  readonly phase: string;
  readonly java: Java | undefined;
  readonly misses: readonly Miss[];
  readonly editor: string;
  readonly system: string;
  readonly language: string;
  /** The settings that differ from their defaults. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Severity and code of the findings in the open plan, without its text. */
  readonly findings: readonly string[];
}

/**
 * A report for a bug, as Markdown. It holds no text of a plan and no path but that of Java, with
 * the home folder shortened: who reports decides what else to tell.
 *
 * @param home the home folder of the user
 */
export function bugReport(about: Surroundings, home: string): string {
  const { java, misses } = about;
  const rows: [string, string][] = [
    ['GenPlan extension', about.extension],
    ['GenPlan server', about.server ? `${about.server} (${about.phase})` : about.phase],
    ['Java', java ? `${java.version} (${java.place}) ${short(java.executable, home)}` : 'none'],
    ['Editor', about.editor],
    ['System', about.system],
    ['Language', about.language],
  ];
  for (const miss of java ? [] : misses) {
    rows.push([
      `No Java (${miss.place})`,
      `${short(miss.path, home)}: ${[miss.reason, miss.version].filter(Boolean).join(' ')}`,
    ]);
  }
  const parts = [
    '**What happened, and what I expected instead:**\n',
    '**A plan, as short as possible, with which it happens:**\n\n```genplan\n\n```\n',
    `| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |\n`).join('')}`,
  ];
  if (Object.keys(about.settings).length > 0) {
    const json = short(JSON.stringify(about.settings, null, 2), home);
    parts.push(`Settings:\n\n\`\`\`json\n${json}\n\`\`\`\n`);
  }
  if (about.findings.length > 0) {
    parts.push(`Findings in the open plan: ${about.findings.join(', ')}\n`);
  }
  return parts.join('\n');
}

function short(text: string, home: string): string {
  return home ? text.replaceAll(home, '~') : text;
}
