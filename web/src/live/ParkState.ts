import type { ServerMessage } from '../protocol/messages';
import { Cell } from '../state/Cell';
import { applyReadings, applyScenarios, type LiveReading, type RunningDrill } from './applyPatch';
import type { ParkModel, Station } from './parkModel';
import { ServerClock } from './ServerClock';
import { statusOfSeries, statusOfStation, type StationStatus } from './status';

type ChangeListener = (changedSeries: ReadonlySet<string>) => void;

/** The one owner of what is true now: newest readings, running drills, stale sources, the server's clock. */
export class ParkState {
  readonly drills = new Cell<readonly RunningDrill[]>([]);
  /** sources the server itself calls stale, with the time since when */
  readonly staleSources = new Cell<ReadonlyMap<string, number>>(new Map());
  readonly #model: ParkModel;
  readonly #listeners = new Set<ChangeListener>();
  #readings: ReadonlyMap<string, LiveReading> = new Map();
  #drills: ReadonlyMap<string, RunningDrill> = new Map();
  readonly #clock = new ServerClock();
  /** how far this computer's clock is wrong, in whole seconds and positive where it is fast; 0 while it hardly matters */
  readonly clockFastS = new Cell(0);

  constructor(model: ParkModel) {
    this.#model = model;
  }

  apply(message: ServerMessage): void {
    if (message.type === 'snapshot' || message.type === 'patch' || message.type === 'heartbeat') {
      this.#clock.hear(message.at, Date.now());
      this.clockFastS.set(this.#clock.fastS());
    }
    if (message.type === 'stale') {
      this.staleSources.set(withStale(this.staleSources.value, message.source, message.since));
    }
    if (message.type !== 'snapshot' && message.type !== 'patch') return;
    if (message.layer === 'scenarios') {
      this.#drills = applyScenarios(this.#drills, message).items;
      this.drills.set([...this.#drills.values()]);
      return;
    }
    const applied = applyReadings(this.#readings, message);
    this.#readings = applied.items;
    if (applied.changed.size === 0) return;
    for (const listener of this.#listeners) listener(applied.changed);
  }

  /** Calls `listener` with the ids of changed series until the returned function is called. */
  onReadings(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The server's time, so that an age is right on a computer whose clock is not. */
  nowMs(): number {
    return this.#clock.nowMs(Date.now());
  }

  findReading(seriesId: string): LiveReading | undefined {
    return this.#readings.get(seriesId);
  }

  statusOf(station: Station): StationStatus {
    const now = this.nowMs();
    return statusOfStation(
      station.series.map((series) => statusOfSeries(series, this.#readings.get(series.id), now)),
    );
  }

  statusOfAll(): Map<string, StationStatus> {
    const all = [...this.#model.stations.values()];
    return new Map(all.map((station) => [station.code, this.statusOf(station)]));
  }

  get readingCount(): number {
    return this.#readings.size;
  }
}

/** `since` null says that the source is well again. */
function withStale(
  before: ReadonlyMap<string, number>,
  source: string,
  since: number | null,
): ReadonlyMap<string, number> {
  const after = new Map(before);
  if (since === null) after.delete(source);
  else after.set(source, since);
  return after;
}
