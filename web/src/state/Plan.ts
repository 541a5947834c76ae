import { exportRun, runConsequence } from '../api/planner';
import type { RunAnswer, RunQuestion, SourceInput, WeatherInput } from '../protocol/consequence';
import { Cell } from './Cell';

const REST_MS = 120;
/** Moments for which the cloud is drawn while somebody scrubs through time. */
const TIMES_S = [60, 120, 180, 300, 450, 600, 900, 1200, 1800, 2700, 3600];

/** What is asked: a source at a place, in a weather. */
export interface PlanInput {
  readonly substance: string;
  readonly tank: string | null;
  readonly at: readonly [number, number];
  readonly source: SourceInput;
  readonly weather: WeatherInput;
  readonly mode: 'screening' | 'accurate';
}

/** A what-if: asks the server at each change, shows the newest answer, and keeps one earlier answer to compare with. */
export class Plan {
  readonly input: Cell<PlanInput>;
  readonly answer = new Cell<RunAnswer | null>(null);
  readonly compared = new Cell<RunAnswer | null>(null);
  readonly busy = new Cell(false);
  readonly failure = new Cell<unknown>(null);
  readonly hazard = new Cell<string | null>(null);
  /** null shows the greatest extent over all time */
  readonly timeS = new Cell<number | null>(null);
  readonly overTime = new Cell(false);
  readonly probe = new Cell<readonly [number, number] | null>(null);
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(first: PlanInput) {
    this.input = new Cell(first);
    this.#ask();
  }

  change(part: Partial<PlanInput>): void {
    this.input.set({ ...this.input.value, ...part });
    this.#askSoon();
  }

  changeSource(part: Record<string, unknown>): void {
    this.change({ source: { ...this.input.value.source, ...part } });
  }

  changeWeather(part: Partial<WeatherInput>): void {
    this.change({ weather: { ...this.input.value.weather, ...part } });
  }

  lookAt(point: readonly [number, number] | null): void {
    this.probe.set(point);
    this.#askSoon();
  }

  scrub(on: boolean): void {
    this.overTime.set(on);
    this.timeS.set(null);
    if (on) this.#askSoon();
  }

  keepToCompare(): void {
    this.compared.set(this.compared.value === null ? this.answer.value : null);
  }

  refresh(): void {
    this.#askSoon();
  }

  export(format: 'geojson' | 'kml'): Promise<Blob> {
    return exportRun(this.question(), format);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }

  question(): RunQuestion {
    const { substance, at, source, weather, mode } = this.input.value;
    const probe = this.probe.value;
    return {
      substance,
      at: [at[0], at[1]],
      source,
      weather,
      mode,
      ...(probe === null ? {} : { receptors: [{ id: 'probe', position: [probe[0], probe[1]] }] }),
      ...(this.overTime.value ? { times: TIMES_S.map((s) => ({ s })) } : {}),
    };
  }

  /** A drag asks many times a second; only the last place before a short rest is worth a run. */
  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#ask();
    }, REST_MS);
  }

  #ask(): void {
    this.#asking.abort();
    const mine = new AbortController();
    this.#asking = mine;
    this.busy.set(true);
    runConsequence(this.question(), mine.signal)
      .then((answer) => {
        if (mine.signal.aborted) return;
        this.failure.set(null);
        this.answer.set(answer);
        this.#chooseHazard(answer);
      })
      .catch((error: unknown) => {
        if (!mine.signal.aborted) this.failure.set(error);
      })
      .finally(() => {
        if (!mine.signal.aborted) this.busy.set(false);
      });
  }

  /** Stays with the hazard that is looked at; at first the one that has zones. */
  #chooseHazard(answer: RunAnswer): void {
    const all = answer.cases.flatMap((one) => one.hazards);
    const now = this.hazard.value;
    if (now !== null && all.some((one) => one.hazard === now)) return;
    const first = all.find((one) => (one.zones ?? []).some((zone) => zone.reach_m !== undefined));
    this.hazard.set(first?.hazard ?? all[0]?.hazard ?? null);
  }
}

/** The plan that is open, if any; the map draws it and the panel changes it. */
export const plan = new Cell<Plan | null>(null);

export function openPlan(input: PlanInput): void {
  plan.value?.end();
  plan.set(new Plan(input));
}

export function closePlan(): void {
  plan.value?.end();
  plan.set(null);
}
