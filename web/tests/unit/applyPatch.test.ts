import { expect, test } from 'vitest';
import { applyReadings, applyScenarios, type LiveReading } from '../../src/live/applyPatch';
import type { ReadingPatch } from '../../src/protocol/messages';

const at = 1_795_262_587_000;

function patch(
  type: 'snapshot' | 'patch',
  rows: [string, number | null, number][],
  removals: string[] = [],
): ReadingPatch {
  const upserts = {
    id: rows.map(([id]) => id),
    v: rows.map(([, v]) => v),
    at: rows.map(([, , ms]) => ms),
    q: rows.map(() => 0),
  };
  return { type, layer: 'readings', cursor: 'c', at, upserts, removals };
}

const before = new Map<string, LiveReading>([
  ['A/cl2', { value: 0.1, atMs: at, quality: 0 }],
  ['B/lel', { value: 3, atMs: at, quality: 0 }],
]);

test('a patch changes what it names and nothing else', () => {
  const after = applyReadings(before, patch('patch', [['A/cl2', 0.2, at + 1]]));
  expect(after.items.get('A/cl2')?.value).toBe(0.2);
  expect(after.items.get('B/lel')).toBe(before.get('B/lel'));
  expect([...after.changed]).toEqual(['A/cl2']);
});

test('the state before is left as it was', () => {
  applyReadings(before, patch('patch', [['A/cl2', 9, at + 1]], ['B/lel']));
  expect(before.get('A/cl2')?.value).toBe(0.1);
  expect(before.has('B/lel')).toBe(true);
});

test('a snapshot forgets what it does not name', () => {
  const after = applyReadings(before, patch('snapshot', [['B/lel', 4, at + 1]]));
  expect([...after.items.keys()]).toEqual(['B/lel']);
  expect([...after.changed].sort()).toEqual(['A/cl2', 'B/lel']);
});

test('an older reading never replaces a newer one', () => {
  const after = applyReadings(before, patch('patch', [['A/cl2', 99, at - 1]]));
  expect(after.items.get('A/cl2')?.value).toBe(0.1);
  expect(after.changed.size).toBe(0);
});

test('no value stays no value and does not become zero', () => {
  const after = applyReadings(before, patch('patch', [['A/cl2', null, at + 1]]));
  expect(after.items.get('A/cl2')?.value).toBeNull();
});

test('a removal takes a series away and says so', () => {
  const after = applyReadings(before, patch('patch', [], ['A/cl2', 'never/there']));
  expect(after.items.has('A/cl2')).toBe(false);
  expect([...after.changed]).toEqual(['A/cl2']);
});

test('a drill comes and goes', () => {
  const columns = {
    id: ['leak'],
    name_zh: ['泄漏'],
    name_en: ['Leak'],
    started: [at],
    phase: ['release'],
  };
  const base = { layer: 'scenarios', cursor: 's', at, removals: [] as string[] } as const;
  const running = applyScenarios(new Map(), { ...base, type: 'snapshot', upserts: columns });
  expect(running.items.get('leak')).toMatchObject({ name_en: 'Leak', startedMs: at });
  const none = { id: [], name_zh: [], name_en: [], started: [], phase: [] };
  const ended = applyScenarios(running.items, {
    ...base,
    type: 'patch',
    upserts: none,
    removals: ['leak'],
  });
  expect(ended.items.size).toBe(0);
});
