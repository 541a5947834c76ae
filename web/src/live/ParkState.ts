import type { ServerMessage } from '../protocol/messages';
import { Cell } from '../state/Cell';
import {
  applyAlarm,
  applyAlarms,
  isOpen,
  newsBetween,
  type AlarmNews,
  type LiveAlarm,
} from './alarms';
import {
  applyReadings,
  applyScenarios,
  type Applied,
  type LiveReading,
  type RunningDrill,
} from './applyPatch';
import type { ParkModel, Station } from './parkModel';
import type { SeriesInfo } from '../protocol/http';
import { ServerClock } from './ServerClock';
import { statusOfSeries, statusOfStation, type SeriesStatus, type StationStatus } from './status';

type ChangeListener = (changedSeries: ReadonlySet<string>) => void;
type NewsListener = (news: readonly AlarmNews[]) => void;

/** The park as it was at one moment. */
export interface Moment {
  readonly atMs: number;
  readonly readings: ReadonlyMap<string, LiveReading>;
  /** null: they could not be read */
  readonly alarms: readonly LiveAlarm[] | null;
}

/**
 * The one owner of what is shown: newest readings, alarms, running drills, stale sources, the server's clock. While a moment of
 * the past is shown, everything asked for is of that moment, and what is live goes on unseen behind it.
 */
export class ParkState {
  readonly drills = new Cell<readonly RunningDrill[]>([]);
  /** sources the server itself calls stale, with the time since when */
  readonly staleSources = new Cell<ReadonlyMap<string, number>>(new Map());
  /** what is an alarm now, whatever moment is shown; for sound and banner */
  readonly liveAlarms = new Cell<readonly LiveAlarm[]>([]);
  /** the alarms of the moment shown; null while they are not known */
  readonly alarms = new Cell<readonly LiveAlarm[] | null>(null);
  /** the moment shown, null for now */
  readonly past = new Cell<Moment | null>(null);
  readonly #model: ParkModel;
  readonly #listeners = new Set<ChangeListener>();
  readonly #newsListeners = new Set<NewsListener>();
  #readings: ReadonlyMap<string, LiveReading> = new Map();
  #drills: ReadonlyMap<string, RunningDrill> = new Map();
  readonly #clock = new ServerClock();
  /** how far this computer's clock is wrong, in whole seconds and positive where it is fast; 0 while it hardly matters */
  readonly clockFastS = new Cell(0);
  #alarms: ReadonlyMap<string, LiveAlarm> = new Map();
  #alarmsKnown = false;
  #alarmOfSeries: ReadonlyMap<string, LiveAlarm> = new Map();

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
    if (message.type === 'alarm') this.#takeAlarms(applyAlarm(this.#alarms, message));
    if (message.type !== 'snapshot' && message.type !== 'patch') return;
    if (message.layer === 'alarms') {
      this.#takeAlarms(applyAlarms(this.#alarms, message));
      return;
    }
    if (message.layer === 'scenarios') {
      this.#drills = applyScenarios(this.#drills, message).items;
      this.drills.set([...this.#drills.values()]);
      return;
    }
    const applied = applyReadings(this.#readings, message);
    this.#readings = applied.items;
    if (this.past.value === null) this.#tell(applied.changed);
  }

  /** Shows the park as it was; null shows it as it is. */
  showPast(moment: Moment | null): void {
    if (moment === this.past.value) return;
    this.past.set(moment);
    this.#showAlarms();
    this.#tell(new Set(this.#model.series.keys()));
  }

  /** Calls `listener` with the ids of changed series until the returned function is called. */
  onReadings(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` with alarms that are new, worse or back, also when the first snapshot brings them. */
  onAlarmNews(listener: NewsListener): () => void {
    this.#newsListeners.add(listener);
    return () => this.#newsListeners.delete(listener);
  }

  /** The moment shown, by the server's time, so that an age is right on a computer whose clock is not. */
  nowMs(): number {
    return this.past.value?.atMs ?? this.liveNowMs();
  }

  /** The server's time now. */
  liveNowMs(): number {
    return this.#clock.nowMs(Date.now());
  }

  findReading(seriesId: string): LiveReading | undefined {
    return (this.past.value?.readings ?? this.#readings).get(seriesId);
  }

  statusOfSeries(series: SeriesInfo): SeriesStatus {
    return statusOfSeries(
      series,
      this.findReading(series.id),
      this.nowMs(),
      this.#alarmOfSeries.get(series.id),
    );
  }

  statusOf(station: Station): StationStatus {
    return statusOfStation(station.series.map((series) => this.statusOfSeries(series)));
  }

  statusOfAll(): Map<string, StationStatus> {
    const all = [...this.#model.stations.values()];
    return new Map(all.map((station) => [station.code, this.statusOf(station)]));
  }

  /** The open alarms of a station in the moment shown, the worst first, then those that have returned. */
  alarmsOf(station: string): LiveAlarm[] {
    return (this.alarms.value ?? []).filter((one) => one.station === station);
  }

  get readingCount(): number {
    return this.#readings.size;
  }

  #takeAlarms(applied: Applied<LiveAlarm>): void {
    const before = this.#alarms;
    this.#alarms = applied.items;
    this.#alarmsKnown = true;
    this.liveAlarms.set([...this.#alarms.values()]);
    this.#showAlarms();
    if (this.past.value === null && applied.changed.size > 0) {
      const both = [...applied.changed].flatMap((id) => [before.get(id), this.#alarms.get(id)]);
      this.#tell(new Set(both.flatMap((one) => (one === undefined ? [] : [one.series]))));
    }
    const news = newsBetween(before, this.#alarms);
    if (news.length > 0) for (const listener of this.#newsListeners) listener(news);
  }

  #showAlarms(): void {
    const past = this.past.value;
    const live = this.#alarmsKnown ? this.liveAlarms.value : null;
    const shown = past === null ? live : past.alarms;
    this.#alarmOfSeries = new Map(
      (shown ?? []).filter(isOpen).map((one) => [one.series, one] as const),
    );
    this.alarms.set(shown);
  }

  #tell(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    for (const listener of this.#listeners) listener(changed);
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
