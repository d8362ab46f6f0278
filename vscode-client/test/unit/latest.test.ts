import assert from 'node:assert/strict';
import { mock, suite, test } from 'node:test';
import { Latest } from '../../src/latest.ts';

suite('work that only its latest run counts of', () => {
  test('waits until nobody asks any more', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const work = mock.fn(async () => 'drawn');
    const done = mock.fn();
    const latest = new Latest(100, work, done);
    for (let keystroke = 0; keystroke < 5; keystroke++) {
      latest.ask();
      context.mock.timers.tick(99);
    }
    assert.equal(work.mock.callCount(), 0);
    context.mock.timers.tick(1);
    await settled();
    assert.equal(work.mock.callCount(), 1);
    assert.deepEqual(done.mock.calls[0]?.arguments, ['drawn']);
  });

  test('drops an answer that comes after the next question', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const answers: ((text: string) => void)[] = [];
    const stops: AbortSignal[] = [];
    const done = mock.fn();
    const latest = new Latest(
      100,
      (stop) => {
        stops.push(stop);
        return new Promise<string>((resolve) => answers.push(resolve));
      },
      done,
    );
    latest.ask(0);
    context.mock.timers.tick(0);
    latest.ask(0);
    context.mock.timers.tick(0);
    assert.deepEqual(
      stops.map(({ aborted }) => aborted),
      [true, false],
    );
    answers[1]?.('new');
    await settled();
    answers[0]?.('old');
    await settled();
    assert.deepEqual(
      done.mock.calls.map((call) => call.arguments),
      [['new']],
    );
  });

  test('ends without a result when it is stopped', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const done = mock.fn();
    const latest = new Latest(100, async () => 'drawn', done);
    latest.ask();
    latest.stop();
    context.mock.timers.tick(1000);
    latest.ask(0);
    context.mock.timers.tick(0);
    latest.stop();
    await settled();
    assert.equal(done.mock.callCount(), 0);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
