import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Direction, nextBox } from '../../webview/walk.ts';

/** Boxes as they are drawn: each word is one, where it stands. */
function boxes(drawing: string) {
  return drawing.split('\n').flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: name, index }) => ({
      name,
      left: index * 10,
      right: (index + name.length) * 10,
      top: row * 20,
      bottom: row * 20 + 12,
    })),
  );
}

function walk(drawing: string, from: string, direction: Direction): string | undefined {
  const all = boxes(drawing);
  const start = all.find(({ name }) => name === from);
  assert.ok(start, from);
  return nextBox(
    start,
    all.filter((box) => box !== start),
    direction,
  )?.name;
}

suite('walking from box to box', () => {
  const FLOW = `
  tickets            sft      after
            before
  qwen               dpo      release
`;

  test('goes on to the nearest straight ahead', () => {
    assert.equal(walk(FLOW, 'sft', 'right'), 'after');
    assert.equal(walk(FLOW, 'after', 'left'), 'sft');
    assert.equal(walk(FLOW, 'sft', 'down'), 'dpo');
    assert.equal(walk(FLOW, 'release', 'up'), 'after');
  });

  test('takes what is a little aside when nothing nearer is ahead', () => {
    assert.equal(walk(FLOW, 'tickets', 'right'), 'before');
    assert.equal(walk(FLOW, 'before', 'left'), 'tickets');
  });

  test('stays at the edge', () => {
    assert.equal(walk(FLOW, 'tickets', 'up'), undefined);
    assert.equal(walk(FLOW, 'tickets', 'left'), undefined);
    assert.equal(walk(FLOW, 'release', 'right'), undefined);
  });
});
