import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MOST_RESTARTS, Restarts, STABLE } from '../../src/restarts.ts';

suite('starting again after a crash', () => {
  test('waits twice as long each time, and gives up in the end', () => {
    const restarts = new Restarts(() => 0);
    const pauses = Array.from({ length: MOST_RESTARTS + 2 }, () => restarts.crashed());
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, undefined, undefined]);
  });

  test('forgets crashes that are long ago', () => {
    let now = 0;
    const restarts = new Restarts(() => now);
    restarts.crashed();
    assert.equal(restarts.crashed(), 1000);
    now += STABLE + 2000;
    assert.equal(restarts.crashed(), 500);
  });

  test('does not forget crashes between which the server ran for a short while only', () => {
    let now = 0;
    const restarts = new Restarts(() => now);
    for (let i = 0; i < MOST_RESTARTS; i++) {
      now += STABLE / 2;
      assert.notEqual(restarts.crashed(), undefined);
    }
    now += STABLE / 2;
    assert.equal(restarts.crashed(), undefined);
  });

  test('begins anew when somebody asks for a start', () => {
    const restarts = new Restarts(() => 0);
    for (let i = 0; i <= MOST_RESTARTS; i++) {
      restarts.crashed();
    }
    restarts.reset();
    assert.equal(restarts.crashed(), 500);
  });
});
