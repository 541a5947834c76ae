import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ageText, textsIn } from '../../src/text/texts';
import { formatLimit, formatNumber, formatValue, unitSign } from '../../src/text/format';
import { seriesOf } from './examples';

const chinese = textsIn('zh-CN') as unknown as Record<string, unknown>;
const english = textsIn('en') as unknown as Record<string, unknown>;

test('both languages have the same keys', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

test.each(Object.keys(chinese))('%s is written in both languages', (key) => {
  for (const texts of [chinese, english]) {
    const text = texts[key];
    const words = typeof text === 'function' ? (text as (...of: unknown[]) => string)(1, 2) : text;
    expect(String(words).trim()).not.toBe('');
  }
});

test('every text is used somewhere', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|vue)$/.test(path) && !/(zh-CN|en)\.ts$/.test(path))
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n');
  const words = new Set(sources.match(/\w+/g));
  // a key put together from parts, such as group_${name}, stands for all that fit
  const templates = [...sources.matchAll(/`(\w+)\$\{[^}`]*\}`/g)].map((one) => one[1] ?? '');
  const unused = Object.keys(chinese)
    .filter((key) => !words.has(key))
    .filter((key) => !templates.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

test('no Chinese character stands in an English text but on the language button', () => {
  const chineseInEnglish = Object.entries(english)
    .filter(([key]) => !['otherLanguage', 'switchLanguage'].includes(key))
    .filter(([, text]) => typeof text === 'string' && /\p{Script=Han}/u.test(text));
  expect(chineseInEnglish).toEqual([]);
});

test.each([
  [8_000, '8 秒前', '8 s ago'],
  [180_000, '3 分钟前', '3 min ago'],
  [-500, '0 秒前', '0 s ago'],
])('an age of %d ms reads %s', (ageMs, zh, en) => {
  expect(ageText(textsIn('zh-CN'), ageMs)).toBe(zh);
  expect(ageText(textsIn('en'), ageMs)).toBe(en);
});

test.each([
  [0.0412, '0.04'],
  [36.04, '36.0'],
  [412.6, '413'],
  [-0.001, '0.00'],
])('%f is shown as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('a value carries its unit as people write it', () => {
  expect(formatValue(1.234, seriesOf({ unit: 'mg/m3' }))).toBe('1.23 mg/m³');
  expect(formatValue(0.1234, seriesOf({ unit: 'mg/m3', range_high: 1.5 }))).toBe('0.123 mg/m³');
  expect(unitSign('degC')).toBe('°C');
});

test('a limit keeps the digits it was set with', () => {
  expect([1, 0.6, 1.28].map(formatLimit)).toEqual(['1', '0.6', '1.28']);
});
