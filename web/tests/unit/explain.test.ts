import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '../../src/api/client';
import { explain, explainFields } from '../../src/controls/explain';
import { language } from '../../src/text/language';
import { textsIn } from '../../src/text/texts';

const zh = '风速应在 0.1 至 50 m/s 之间，现为 60。';
const en = 'windMps must lie between 0.1 and 50 m/s, not 60.';
const refused = new ProblemError({
  type: 'urn:windrose:problem:invalid',
  title: 'Some fields are not valid',
  status: 422,
  detail: en,
  detail_zh: zh,
  errors: [{ pointer: '/weather/windMps', detail: en, detail_zh: zh }],
});
const onlyEnglish = new ProblemError({ type: '', title: 'Conflict', status: 409, detail: en });

afterEach(() => {
  language.set('zh-CN');
});

test('a refusal is read in the language of the page', () => {
  expect(explain(refused, textsIn('zh-CN')).text).toBe(zh);
  language.set('en');
  expect(explain(refused, textsIn('en')).text).toBe(en);
});

test('a sentence that the server has in English only is better than none', () => {
  expect(explain(onlyEnglish, textsIn('zh-CN')).text).toBe(en);
});

test('a field whose sentence was said already adds only its place', () => {
  expect(explainFields(refused, textsIn('zh-CN'))).toBe(`${zh} · /weather/windMps`);
});

test('fields with sentences of their own are all named', () => {
  const many = new ProblemError({
    type: '',
    title: 'Some fields are not valid',
    status: 422,
    detail: 'Two fields are wrong.',
    detail_zh: '两个字段有误。',
    errors: [
      { pointer: '/a', detail: 'a is wrong', detail_zh: 'a 有误' },
      { pointer: '/b', detail: 'b is wrong' },
    ],
  });
  expect(explainFields(many, textsIn('zh-CN'))).toBe(
    '两个字段有误。 · /a: a 有误 · /b: b is wrong',
  );
});
