import { findPark, getLayer, listSeries } from '../api/park';
import { listStations } from '../api/registry';
import { LiveSocket, type LinkState, type SocketLike } from '../live/LiveSocket';
import { buildParkModel, mergePlaces, mergeRegister, type ParkModel } from '../live/parkModel';
import { ParkState } from '../live/ParkState';
import { Cell } from './Cell';
import { TimeLine } from './TimeLine';

const TICK_MS = 1000;
/** The live picture comes first; what is slow waits for it, but not longer than this. */
const FIRST_WORD_MS = 1500;

/** The park as the page holds it: its model, its live state, its link, and a tick a second for everything that ages. */
export class LivePark {
  readonly link: Cell<LinkState>;
  /** counts seconds; whoever shows an age listens to it */
  readonly tick = new Cell(0);
  /** moves on when the model learned of other objects */
  readonly registerStamp = new Cell(0);
  readonly state: ParkState;
  readonly time: TimeLine;
  readonly #socket: LiveSocket;
  /** Timers of a hidden page come seldom, and those of a sleeping computer not at all: what is shown must not wait for them. */
  readonly #lookNow = (): void => {
    this.#socket.check();
    this.tick.set(this.tick.value + 1);
  };
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly model: ParkModel,
    openSocket: () => SocketLike = openLiveSocket,
  ) {
    this.state = new ParkState(model);
    this.time = new TimeLine(model, this.state);
    this.link = new Cell<LinkState>({ kind: 'connecting', sinceMs: Date.now(), attempt: 1 });
    this.#socket = new LiveSocket({
      open: openSocket,
      layers: ['alarms', 'readings', 'scenarios'],
      onMessage: (message) => {
        this.state.apply(message);
      },
      onLink: (link) => {
        this.link.set(link);
      },
    });
  }

  start(): void {
    this.#socket.start();
    for (const [target, event] of wakeUps()) target.addEventListener(event, this.#lookNow);
    this.#timer = setInterval(() => {
      this.tick.set(this.tick.value + 1);
    }, TICK_MS);
  }

  stop(): void {
    this.#socket.stop();
    for (const [target, event] of wakeUps()) target.removeEventListener(event, this.#lookNow);
    clearInterval(this.#timer);
  }

  /** When the first word has come from the server, or will not come soon. */
  firstWord(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(patience);
        unlisten();
        resolve();
      };
      const patience = setTimeout(done, FIRST_WORD_MS);
      const unlisten = this.link.listen(({ kind }) => {
        if (kind === 'live') done();
      });
      if (this.link.value.kind === 'live') done();
    });
  }

  /** Looks at the register again after somebody changed it. */
  async refreshRegister(): Promise<void> {
    const [stations, series] = await Promise.all([listStations(), listSeries()]);
    mergeRegister(this.model, stations, series);
    this.#changed();
  }

  /** Fetches what only search and cards need, after the map stands. */
  async loadPlaces(): Promise<void> {
    const codes = ['people', 'resources', 'shelters'] as const;
    mergePlaces(this.model, await Promise.all(codes.map(getLayer)));
    this.#changed();
  }

  #changed(): void {
    this.registerStamp.set(this.registerStamp.value + 1);
    this.tick.set(this.tick.value + 1);
  }

  reconnectNow(): void {
    this.#socket.reconnectNow();
  }
}

/** Reads the park from the server; null when none was imported yet. */
export async function loadParkModel(): Promise<ParkModel | null> {
  const [info, stations, tanks, enterprises, units, series] = await Promise.all([
    findPark(),
    getLayer('stations'),
    getLayer('tanks'),
    getLayer('enterprises'),
    getLayer('units'),
    listSeries(),
  ]);
  if (info === null) return null;
  return buildParkModel(info, { stations, tanks, enterprises, units }, series);
}

/** Moments at which a page may have slept. */
function wakeUps(): [EventTarget, string][] {
  if (typeof document === 'undefined') return [];
  return [
    [document, 'visibilitychange'],
    [window, 'pageshow'],
    [window, 'online'],
    [window, 'focus'],
  ];
}

function openLiveSocket(): SocketLike {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(`${scheme}//${location.host}/api/v1/live`) as unknown as SocketLike;
}
