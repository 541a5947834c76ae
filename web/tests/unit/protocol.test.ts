import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMessage, UnreadableMessage } from '../../src/protocol/parse';
import { hasQuality, qualityNames } from '../../src/protocol/quality';
import type { ParkInfo, ReadingHistory, Scenarios, Session } from '../../src/protocol/http';

const folder = new URL('../../../src/test/resources/protocol/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const fromServer = [
  'readings-snapshot.json',
  'readings-patch.json',
  'scenarios-snapshot.json',
  'scenarios-patch.json',
  'heartbeat.json',
  'stale.json',
  'error.json',
  'resync.json',
];

test.each(fromServer)('reads the message %s that the Java side writes', (name) => {
  expect(parseMessage(read(name))).toEqual(JSON.parse(read(name)));
});

test('every fixture of the stream is read by this test', () => {
  const ofTheStream = readdirSync(folder).filter(
    (name) => name.includes('-snapshot') || name.includes('-patch'),
  );
  expect(fromServer).toEqual(expect.arrayContaining(ofTheStream));
});

test('refuses columns of different length', () => {
  const broken = read('readings-patch.json').replace('"v": [2.6]', '"v": [2.6, 1]');
  expect(() => parseMessage(broken)).toThrow(UnreadableMessage);
});

test('refuses a value that is not a number', () => {
  const broken = read('readings-patch.json').replace('"v": [2.6]', '"v": ["2.6"]');
  expect(() => parseMessage(broken)).toThrow('column v');
});

test('keeps the difference between no value and zero', () => {
  const message = parseMessage(read('readings-snapshot.json'));
  expect(message).toMatchObject({ upserts: { v: [0.04, 53.2, 3.2, null] } });
});

test('lets a message of a newer server pass by', () => {
  expect(parseMessage('{"type":"weather","id":"1"}')).toBeNull();
  expect(parseMessage('{"type":"patch","layer":"plumes","upserts":{}}')).toBeNull();
});

test('names all quality bits of a reading', () => {
  expect(qualityNames(1 | 64 | 512)).toEqual(['LATE', 'CALIBRATION', 'DRILL']);
  expect(hasQuality(256, 'STUCK', 'DEVICE_FAULT')).toBe(true);
  expect(hasQuality(256, 'STUCK')).toBe(false);
});

test('HTTP fixtures carry what the page reads', () => {
  const session = JSON.parse(read('session.json')) as Session;
  expect(session.actions).toContain('RUN_SCENARIO');
  const park = JSON.parse(read('park.json')) as ParkInfo;
  expect(park.bounds[0]).toBeLessThan(park.bounds[2]);
  const history = JSON.parse(read('readings-history.json')) as ReadingHistory;
  expect([history.v.length, history.q.length]).toEqual([history.at.length, history.at.length]);
  const scenarios = JSON.parse(read('scenarios.json')) as Scenarios;
  expect(scenarios.items[0]?.id).toBe(scenarios.running?.id);
});
