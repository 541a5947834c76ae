import { expect, test } from 'vitest';
import { commandFields, commandOrder, commandSpan } from '../../src/panels/stations/hj212Orders';

const values = {
  overtime_s: '10',
  retry_count: '3',
  interval_s: ' 30 ',
  interval_min: '10',
  factor: ' w01018 ',
  from: '2026-11-21T08:00',
  to: '2026-11-21T09:00:30',
};

test('a command carries its own fields and no others', () => {
  expect(commandOrder('set-time', values)).toEqual({ command: 'set-time' });
  expect(commandOrder('real-time-interval', values)).toEqual({
    command: 'real-time-interval',
    interval_s: 30,
  });
  expect(commandOrder('take-sample', values)).toEqual({ command: 'take-sample', factor: 'w01018' });
  expect(commandFields('no-such-command')).toEqual([]);
});

test('times are those of Beijing, wherever the browser stands', () => {
  expect(commandOrder('fetch-hour-data', values)).toEqual({
    command: 'fetch-hour-data',
    from: '2026-11-21T08:00:00+08:00',
    to: '2026-11-21T09:00:30+08:00',
  });
});

test('the span offered is the last three full hours in Beijing', () => {
  expect(commandSpan(Date.parse('2026-11-21T00:20:00Z'))).toEqual({
    from: '2026-11-21T05:00',
    to: '2026-11-21T08:00',
  });
});
