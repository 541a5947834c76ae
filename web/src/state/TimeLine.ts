import { getMoment, listAlarms } from '../api/alarms';
import { alarmsAt, RETURNED_FOR_MS } from '../live/pastAlarms';
import type { ParkModel } from '../live/parkModel';
import type { Moment, ParkState } from '../live/ParkState';
import { Cell } from './Cell';

/** A drag passes many moments; only where it rests is read. */
const REST_MS = 120;
const MOST_KEPT = 40;
/** What is younger than this may still get late data, so it is read again each time. */
const SETTLED_AFTER_MS = 120_000;
/** This near to now, a moment is now. */
const LIVE_WITHIN_MS = 15_000;

/**
 * Which moment the page shows. The map goes back only when the moment is read whole; until then it stays where it is, so that a
 * frame of the past never stands around values of another time.
 */
export class TimeLine {
  /** where the handle is; null at the live end */
  readonly wanted = new Cell<number | null>(null);
  readonly busy = new Cell(false);
  readonly failure = new Cell<unknown>(null);
  readonly #model: ParkModel;
  readonly #state: ParkState;
  readonly #kept = new Map<number, Moment>();
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(model: ParkModel, state: ParkState) {
    this.#model = model;
    this.#state = state;
  }

  /** Goes to a moment at once, or after a short rest while somebody drags. */
  goTo(atMs: number | null, mayChangeSoon = false): void {
    const nowMs = this.#state.liveNowMs();
    if (atMs === null || atMs > nowMs - LIVE_WITHIN_MS) {
      this.live();
      return;
    }
    const fullMs = Math.floor(atMs / 1000) * 1000;
    this.wanted.set(fullMs);
    this.failure.set(null);
    this.#stopAsking();
    if (this.#state.past.value?.atMs === fullMs) {
      this.busy.set(false);
      return;
    }
    const kept = this.#kept.get(fullMs);
    if (kept !== undefined) {
      this.#show(kept);
      return;
    }
    this.busy.set(true);
    if (mayChangeSoon) {
      this.#timer = setTimeout(() => {
        void this.#read(fullMs);
      }, REST_MS);
    } else void this.#read(fullMs);
  }

  /** One step from where the handle is. */
  step(byMs: number): void {
    const fromMs = this.wanted.value ?? this.#state.liveNowMs();
    if (this.wanted.value === null && byMs > 0) return;
    this.goTo(fromMs + byMs, true);
  }

  live(): void {
    this.#stopAsking();
    this.wanted.set(null);
    this.failure.set(null);
    this.busy.set(false);
    this.#state.showPast(null);
  }

  async #read(atMs: number): Promise<void> {
    const mine = new AbortController();
    this.#asking = mine;
    try {
      const [readings, records] = await Promise.all([
        getMoment(atMs, mine.signal),
        listAlarms(atMs - RETURNED_FOR_MS, atMs + 1, mine.signal).catch(() => null),
      ]);
      if (mine.signal.aborted) return;
      const alarms = records === null ? null : alarmsAt(atMs, records.items, readings, this.#model);
      const moment: Moment = { atMs, readings, alarms };
      if (atMs < this.#state.liveNowMs() - SETTLED_AFTER_MS && alarms !== null) this.#keep(moment);
      this.#show(moment);
    } catch (error) {
      if (mine.signal.aborted) return;
      this.busy.set(false);
      this.failure.set(error);
    }
  }

  #show(moment: Moment): void {
    this.busy.set(false);
    this.#state.showPast(moment);
  }

  #keep(moment: Moment): void {
    this.#kept.set(moment.atMs, moment);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  #stopAsking(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }
}
