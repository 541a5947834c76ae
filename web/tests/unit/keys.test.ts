import { expect, test, vi } from 'vitest';
import { KeyBoard, keyNames, keyTable } from '../../src/state/keys';
import { textsIn } from '../../src/text/texts';

const onMap = (): KeyBoard => new KeyBoard(() => true);

test('no two rows ask for the same key', () => {
  const all = keyNames.flatMap((name) => {
    const row: { press: readonly string[]; ctrl?: true } = keyTable[name];
    return row.press.map((key) => `${row.ctrl === true ? 'ctrl ' : ''}${key}`);
  });
  expect(new Set(all).size).toBe(all.length);
});

test.each(keyNames)('%s says in both languages what it does', (name) => {
  for (const language of ['zh-CN', 'en'] as const) {
    expect(textsIn(language)[`key_${name}`]).not.toBe('');
  }
});

test('the list holds the keys that something listens to, and no others', () => {
  const keys = onMap();
  expect(keys.bound.value).toEqual([]);
  const forget = keys.listen('measure', () => undefined);
  keys.listen('help', () => undefined);
  expect(keys.bound.value).toEqual(['help', 'measure']);
  forget();
  expect(keys.bound.value).toEqual(['help']);
});

test('a letter counts in both sizes, and not together with Ctrl', () => {
  const keys = onMap();
  const act = vi.fn();
  keys.listen('measure', act);
  expect(keys.press({ key: 'm' })).toBe(true);
  expect(keys.press({ key: 'M' })).toBe(true);
  expect(keys.press({ key: 'm', ctrlKey: true })).toBe(false);
  expect(act).toHaveBeenCalledTimes(2);
});

test('who came last is asked first, and may pass the key on', () => {
  const keys = onMap();
  const order: string[] = [];
  keys.listen('escape', () => order.push('map'));
  keys.listen('escape', () => {
    order.push('tool');
    return order.length > 2;
  });
  keys.press({ key: 'Escape' });
  expect(order).toEqual(['tool', 'map']);
  keys.press({ key: 'Escape' });
  expect(order).toEqual(['tool', 'map', 'tool']);
});

test('a key of the map is silent on another page', () => {
  const keys = new KeyBoard(() => false);
  keys.listen('fit', () => undefined);
  keys.listen('search', () => undefined);
  expect(keys.press({ key: 'f' })).toBe(false);
  expect(keys.press({ key: '/' })).toBe(true);
});

test('single letters can be switched off; Esc and Ctrl keys stay', () => {
  const keys = onMap();
  for (const name of ['measure', 'escape', 'undo'] as const) keys.listen(name, () => undefined);
  keys.lettersOn.set(false);
  expect(keys.press({ key: 'm' })).toBe(false);
  expect(keys.press({ key: 'Escape' })).toBe(true);
  expect(keys.press({ key: 'z', ctrlKey: true })).toBe(true);
});
