import { CloseCode, type LayerName, type ServerMessage } from '../protocol/messages';
import { parseMessage } from '../protocol/parse';

/** What the page must know about its link; times are epoch milliseconds of this computer. */
export type LinkState =
  | { kind: 'connecting'; sinceMs: number; attempt: number }
  | { kind: 'live'; lastHeardMs: number }
  | { kind: 'cut'; sinceMs: number; attempt: number }
  | { kind: 'signed-out' }
  | { kind: 'refused'; detail: string };

/** The few things of a browser's WebSocket that we use, so that a test can play one. */
export interface SocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LiveSocketOptions {
  open: () => SocketLike;
  layers: readonly LayerName[];
  onMessage: (message: ServerMessage) => void;
  onLink: (link: LinkState) => void;
  nowMs?: () => number;
  /** milliseconds that only ever go forward; unlike `nowMs` nobody can set them */
  steadyMs?: () => number;
  random?: () => number;
}

/**
 * Heartbeats come every 5 s; one that is this late means that the link is dead even if the socket says otherwise. With the watch it
 * makes at most 9 s, so that the map is grey within 10 s of a cut.
 */
export const SILENCE_LIMIT_MS = 8_000;
const WATCH_EVERY_MS = 1_000;
/** A watch that comes this late was not late: the computer slept, or the page was frozen. */
const SLEPT_MS = 5_000;
/** The first retry is soon, spread over this long, so that a thousand pages do not come back in one moment. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** A server that is full or finds us too slow is left alone for a while. */
const BUSY_ATTEMPT = 4;

/** A moment by both clocks: one may be set by hand, the other may stand still while the computer sleeps. */
interface Moment {
  readonly nowMs: number;
  readonly steadyMs: number;
}

/** Keeps one live stream: connects, subscribes, resumes by cursor, and backs off while the server is away. */
export class LiveSocket {
  readonly #options: LiveSocketOptions;
  readonly #cursors: Partial<Record<LayerName, string>> = {};
  #socket: SocketLike | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #attempt = 0;
  /** when the server last said anything */
  #lastHeardMs: number;
  /** when it last said anything or we last dialled */
  #lastTried: Moment;
  #lastWatchMs: number;
  #unreadable = 0;
  #ended = false;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
    this.#lastHeardMs = this.#now();
    this.#lastTried = this.#moment();
    this.#lastWatchMs = this.#lastHeardMs;
  }

  /** Messages that did not keep the contract. */
  get unreadable(): number {
    return this.#unreadable;
  }

  start(): void {
    this.#watch = setInterval(() => {
      this.check();
    }, WATCH_EVERY_MS);
    this.#connect();
  }

  stop(): void {
    this.#ended = true;
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** Tries again at once; for the button of the banner and for a computer that woke up. */
  reconnectNow(): void {
    if (this.#ended) return;
    clearTimeout(this.#retry);
    this.#drop();
    this.#connect();
  }

  #connect(): void {
    this.#attempt += 1;
    if (this.#attempt === 1) {
      this.#options.onLink({ kind: 'connecting', sinceMs: this.#now(), attempt: 1 });
    }
    const socket = this.#options.open();
    this.#socket = socket;
    this.#lastTried = this.#moment();
    socket.onopen = () => {
      this.#subscribe(this.#options.layers);
    };
    socket.onmessage = (event) => {
      this.#receive(String(event.data));
    };
    socket.onclose = (event) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#closed(event.code, event.reason);
    };
  }

  #receive(text: string): void {
    this.#lastHeardMs = this.#now();
    this.#lastTried = this.#moment();
    this.#attempt = 1;
    this.#options.onLink({ kind: 'live', lastHeardMs: this.#lastHeardMs });
    let message: ServerMessage | null;
    try {
      message = parseMessage(text);
    } catch {
      this.#unreadable += 1;
      return;
    }
    if (message === null) return;
    if (message.type === 'snapshot' || message.type === 'patch') {
      this.#cursors[message.layer] = message.cursor;
    } else if (message.type === 'alarm') {
      this.#cursors.alarms = message.cursor;
    } else if (message.type === 'resync') {
      Reflect.deleteProperty(this.#cursors, message.layer);
      this.#subscribe([message.layer]);
    }
    this.#options.onMessage(message);
  }

  /**
   * Looks at the link now: after a sleep, when the page comes to the front, when the network is back, and each second. A socket may
   * hang open for minutes after its cable is pulled; silence is what tells.
   */
  check(): void {
    if (this.#ended) return;
    const nowMs = this.#now();
    const slept = nowMs - this.#lastWatchMs > SLEPT_MS;
    this.#lastWatchMs = nowMs;
    if (this.#socket === null) {
      if (slept) this.reconnectNow();
      return;
    }
    if (this.#silentMs() < SILENCE_LIMIT_MS) return;
    this.#drop();
    this.#sayCut();
    this.#connect();
  }

  #closed(code: number, reason: string): void {
    if (code === CloseCode.SIGNED_OUT) {
      this.stop();
      this.#options.onLink({ kind: 'signed-out' });
      return;
    }
    if (code === CloseCode.NOT_ALLOWED) {
      this.stop();
      this.#options.onLink({ kind: 'refused', detail: reason });
      return;
    }
    if (code === CloseCode.TOO_SLOW) this.#attempt = Math.max(this.#attempt, BUSY_ATTEMPT);
    this.#sayCut();
    this.#retry = setTimeout(() => {
      this.#connect();
    }, this.#waitMs());
  }

  /** Full jitter: anywhere between one second and a limit that doubles; only the first retry may come sooner. */
  #waitMs(): number {
    const limit = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(this.#attempt - 1, 10));
    const wait = (this.#options.random ?? Math.random)() * limit;
    return this.#attempt === 1 ? wait : Math.max(FIRST_RETRY_MS, wait);
  }

  /** By whichever clock says more. */
  #silentMs(): number {
    const { nowMs, steadyMs } = this.#moment();
    return Math.max(nowMs - this.#lastTried.nowMs, steadyMs - this.#lastTried.steadyMs);
  }

  #sayCut(): void {
    this.#options.onLink({ kind: 'cut', sinceMs: this.#lastHeardMs, attempt: this.#attempt });
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #subscribe(layers: readonly LayerName[]): void {
    const known = layers.filter((layer) => this.#cursors[layer] !== undefined);
    const since = Object.fromEntries(known.map((layer) => [layer, this.#cursors[layer]]));
    const message = { type: 'subscribe', layers, ...(known.length === 0 ? {} : { since }) };
    this.#socket?.send(JSON.stringify(message));
  }

  #moment(): Moment {
    return {
      nowMs: this.#now(),
      steadyMs: (this.#options.steadyMs ?? (() => performance.now()))(),
    };
  }

  #now(): number {
    return (this.#options.nowMs ?? Date.now)();
  }
}
