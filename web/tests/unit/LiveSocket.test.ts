import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveSocket, type LinkState, type SocketLike } from '../../src/live/LiveSocket';
import type { ServerMessage } from '../../src/protocol/messages';

class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: unknown[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  accept(): void {
    this.onopen?.();
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  end(code: number, reason = ''): void {
    this.onclose?.({ code, reason });
  }
}

const sockets: FakeSocket[] = [];
const links: LinkState[] = [];
const messages: ServerMessage[] = [];
let live: LiveSocket;

const newest = (): FakeSocket => sockets.at(-1)!;
const snapshot = {
  type: 'snapshot',
  layer: 'readings',
  cursor: 'r-7',
  at: 1,
  upserts: { id: [], v: [], at: [], q: [] },
  removals: [],
};

beforeEach(() => {
  vi.useFakeTimers();
  for (const list of [sockets, links, messages]) list.length = 0;
  live = new LiveSocket({
    open: () => {
      sockets.push(new FakeSocket());
      return newest();
    },
    layers: ['readings', 'scenarios'],
    onMessage: (message) => messages.push(message),
    onLink: (link) => links.push(link),
    random: () => 0.5,
  });
  live.start();
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

test('subscribes when the socket opens', () => {
  newest().accept();
  expect(newest().sent).toEqual([{ type: 'subscribe', layers: ['readings', 'scenarios'] }]);
});

test('resumes from the last cursor after the line was cut', () => {
  newest().accept();
  newest().say(snapshot);
  newest().end(1006);
  vi.advanceTimersByTime(1000);
  newest().accept();
  expect(sockets).toHaveLength(2);
  expect(newest().sent).toEqual([
    { type: 'subscribe', layers: ['readings', 'scenarios'], since: { readings: 'r-7' } },
  ]);
});

test('says since when it is cut: the last word of the server, not the last attempt', () => {
  newest().accept();
  newest().say(snapshot);
  const heardMs = Date.now();
  newest().end(1006);
  vi.advanceTimersByTime(600);
  newest().end(1006);
  expect(links.at(-1)).toEqual({ kind: 'cut', sinceMs: heardMs, attempt: 2 });
});

test('waits longer after each failure, and never longer than fifteen seconds', () => {
  const waits: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    newest().end(1006);
    const before = Date.now();
    const count = sockets.length;
    while (sockets.length === count) vi.advanceTimersByTime(50);
    waits.push(Date.now() - before);
  }
  expect(waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
});

test('a socket that is open but silent for ten seconds is dropped and dialled anew', () => {
  newest().accept();
  newest().say(snapshot);
  vi.advanceTimersByTime(11_000);
  expect(sockets[0]?.closed).toBe(true);
  expect(sockets).toHaveLength(2);
  expect(links.some((link) => link.kind === 'cut')).toBe(true);
});

test('heartbeats keep the line alive', () => {
  newest().accept();
  for (let beat = 0; beat < 6; beat += 1) {
    newest().say({ type: 'heartbeat', at: Date.now(), cursor: 'r-7' });
    vi.advanceTimersByTime(5000);
  }
  expect(sockets).toHaveLength(1);
  expect(links.every((link) => link.kind !== 'cut')).toBe(true);
});

test('a resync asks for that layer from the beginning', () => {
  newest().accept();
  newest().say(snapshot);
  newest().say({ type: 'resync', layer: 'readings' });
  expect(newest().sent.at(-1)).toEqual({ type: 'subscribe', layers: ['readings'] });
});

test('a signed-out user is not dialled back in', () => {
  newest().accept();
  newest().end(4401);
  vi.advanceTimersByTime(60_000);
  expect(links.at(-1)).toEqual({ kind: 'signed-out' });
  expect(sockets).toHaveLength(1);
});

test('a message that breaks the contract is counted and not passed on', () => {
  newest().accept();
  newest().say({ ...snapshot, upserts: { id: ['a'], v: [], at: [], q: [] } });
  expect(messages).toHaveLength(0);
  expect(live.unreadable).toBe(1);
});
