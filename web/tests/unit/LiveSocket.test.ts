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
let luck = 0.5;

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
  luck = 0.5;
  for (const list of [sockets, links, messages]) list.length = 0;
  live = new LiveSocket({
    open: () => {
      sockets.push(new FakeSocket());
      return newest();
    },
    layers: ['readings', 'scenarios'],
    onMessage: (message) => messages.push(message),
    onLink: (link) => links.push(link),
    random: () => luck,
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

/** How long it waits after each of `rounds` failures. */
function waits(rounds: number, code = 1006): number[] {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    newest().end(code);
    const before = Date.now();
    const count = sockets.length;
    while (sockets.length === count) vi.advanceTimersByTime(50);
    all.push(Date.now() - before);
  }
  return all;
}

test('tries again soon, then waits longer after each failure, and never longer than thirty seconds', () => {
  expect(waits(4)).toEqual([500, 1000, 2000, 4000]);
  luck = 1;
  expect(Math.max(...waits(6))).toBe(30_000);
});

test('pages that were cut off together do not come back together', () => {
  luck = 0.1;
  expect(waits(1)).toEqual([100]);
  luck = 0.9;
  live.reconnectNow();
  expect(waits(2)).toEqual([3600, 7200]);
});

test('after the first retry it never comes sooner than a second', () => {
  luck = 0;
  expect(waits(3)).toEqual([0, 1000, 1000].map((wait) => Math.max(50, wait)));
});

test('leaves a server alone that is full', () => {
  expect(waits(1, 1013)).toEqual([4000]);
});

test('a socket that is open but silent is dropped within nine seconds and dialled anew', () => {
  newest().accept();
  newest().say(snapshot);
  vi.advanceTimersByTime(9000);
  expect(sockets[0]?.closed).toBe(true);
  expect(sockets).toHaveLength(2);
  expect(links.some((link) => link.kind === 'cut')).toBe(true);
});

test('a computer that slept says at once what it does not know, and dials at once', () => {
  newest().accept();
  newest().say(snapshot);
  const heardMs = Date.now();
  vi.setSystemTime(heardMs + 3_600_000);
  vi.advanceTimersByTime(1000);
  expect(links.at(-1)).toEqual({ kind: 'cut', sinceMs: heardMs, attempt: 1 });
  expect(sockets).toHaveLength(2);
});

test('a computer that slept while it waited for the next attempt does not wait on', () => {
  luck = 1;
  waits(4);
  newest().end(1006);
  const count = sockets.length;
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(1000);
  expect(sockets).toHaveLength(count + 1);
});

test('a clock that is set back does not hide a dead link', () => {
  newest().accept();
  newest().say(snapshot);
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(9000);
  expect(sockets).toHaveLength(2);
});

test('a page that comes to the front looks at its link without waiting for a timer', () => {
  newest().accept();
  newest().say(snapshot);
  vi.setSystemTime(Date.now() + 60_000);
  live.check();
  expect(links.at(-1)?.kind).toBe('cut');
  expect(sockets).toHaveLength(2);
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
