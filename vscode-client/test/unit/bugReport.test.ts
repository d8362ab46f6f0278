import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bugReport } from '../../src/bugReport.ts';

const surroundings = {
  extension: '0.1.0',
  server: '0.1.0',
  phase: 'running',
  java: { place: 'JAVA_HOME', executable: '/home/ada/jdk/bin/java', version: '21.0.3' },
  misses: [],
  editor: 'Visual Studio Code 1.139.1',
  system: 'Linux 6.1 x64',
  language: 'en, GenPlan: en',
  settings: { 'genplan.java.home': '/home/ada/jdk' },
  findings: ['Error unknown-reference'],
} as const;

suite('the report for a bug', () => {
  test('tells versions, settings and codes, and no name of the user', () => {
    const report = bugReport(surroundings, '/home/ada');
    assert.match(report, /\| GenPlan server \| 0\.1\.0 \(running\) \|/);
    assert.match(report, /\| Java \| 21\.0\.3 \(JAVA_HOME\) ~\/jdk\/bin\/java \|/);
    assert.match(report, /"genplan\.java\.home": "~\/jdk"/);
    assert.match(report, /Findings in the open plan: Error unknown-reference/);
    assert.doesNotMatch(report, /ada/);
  });

  test('tells where there was no Java', () => {
    const { java: _, ...without } = surroundings;
    const report = bugReport(
      {
        ...without,
        server: undefined,
        phase: 'stopped',
        java: undefined,
        misses: [{ place: 'PATH', path: '/usr/bin/java', reason: 'too old', version: '11.0.2' }],
      },
      '/home/ada',
    );
    assert.match(report, /\| GenPlan server \| stopped \|/);
    assert.match(report, /\| No Java \(PATH\) \| \/usr\/bin\/java: too old 11\.0\.2 \|/);
  });
});
