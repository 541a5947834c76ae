import { expect, test } from 'vitest';
import { ServerClock } from '../../src/live/ServerClock';

const local = 1_795_262_577_000;

test('ages follow the server, however wrong the clock of this computer is', () => {
  const clock = new ServerClock();
  clock.hear(local - 3_600_000, local);
  expect(clock.nowMs(local + 10_000)).toBe(local - 3_600_000 + 10_000);
});

test('says by how much the clock of this computer is wrong, from five seconds on', () => {
  const clock = new ServerClock();
  clock.hear(local - 5_000, local);
  expect(clock.fastS()).toBe(0);
  const fast = new ServerClock();
  fast.hear(local - 420_000, local);
  expect(fast.fastS()).toBe(420);
  const slow = new ServerClock();
  slow.hear(local + 90_000, local);
  expect(slow.fastS()).toBe(-90);
});

test('one message that took long makes nobody believe in a wrong clock', () => {
  const clock = new ServerClock();
  clock.hear(local, local + 20);
  clock.hear(local + 1_000, local + 9_000);
  expect(clock.fastS()).toBe(0);
  expect(clock.nowMs(local + 9_000)).toBe(local + 8_980);
});

test('a clock that was put right is believed after a few messages', () => {
  const clock = new ServerClock();
  clock.hear(local + 60_000, local);
  for (let beat = 0; beat < 8; beat += 1) clock.hear(local + beat * 250, local + beat * 250);
  expect(clock.fastS()).toBe(0);
});
