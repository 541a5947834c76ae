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
  random?: () => number;
}

/** Heartbeats come every 5 s; two missing ones mean that the link is dead even if the socket says otherwise. */
export const SILENCE_LIMIT_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

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
  #lastTriedMs: number;
  #unreadable = 0;
  #ended = false;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
    this.#lastHeardMs = this.#now();
    this.#lastTriedMs = this.#lastHeardMs;
  }

  /** Messages that did not keep the contract. */
  get unreadable(): number {
    return this.#unreadable;
  }

  start(): void {
    this.#watch = setInterval(() => {
      this.#checkSilence();
    }, 1000);
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
    this.#lastTriedMs = this.#now();
    const openedMs = this.#lastTriedMs;
    socket.onopen = () => {
      this.#subscribe(this.#options.layers);
    };
    socket.onmessage = (event) => {
      this.#receive(String(event.data));
    };
    socket.onclose = (event) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#closed(event.code, event.reason, openedMs);
    };
  }

  #receive(text: string): void {
    this.#lastHeardMs = this.#now();
    this.#lastTriedMs = this.#lastHeardMs;
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

  #closed(code: number, reason: string, openedMs: number): void {
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
    this.#sayCut();
    const doubled = FIRST_RETRY_MS * 2 ** Math.min(this.#attempt - 1, 6);
    const spread = 0.5 + (this.#options.random ?? Math.random)();
    const wait = Math.min(LONGEST_RETRY_MS, doubled * spread);
    const elapsed = this.#now() - openedMs;
    this.#retry = setTimeout(
      () => {
        this.#connect();
      },
      Math.max(0, wait - elapsed),
    );
  }

  /** A socket may hang open for minutes after its cable is pulled; silence is what tells. */
  #checkSilence(): void {
    if (this.#socket === null) return;
    if (this.#now() - this.#lastTriedMs < SILENCE_LIMIT_MS) return;
    this.#drop();
    this.#sayCut();
    this.#connect();
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

  #now(): number {
    return (this.#options.nowMs ?? Date.now)();
  }
}
