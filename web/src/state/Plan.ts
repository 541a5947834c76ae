import { exportRun, runConsequence } from '../api/planner';
import type {
  HazardAnswer,
  PrefilledValue,
  RunAnswer,
  RunQuestion,
  SourceInput,
  WeatherInput,
} from '../protocol/consequence';
import { Cell } from './Cell';
import { FirstMinutes } from './FirstMinutes';
import { Probability } from './Probability';

const REST_MS = 120;
/** Fronts that are drawn on the map as dotted lines. */
export const FRONTS_S = [300, 600, 1200, 2400];
/** Moments for which the cloud is drawn while somebody scrubs through time. */
const TIMES_S = [60, 120, 180, 300, 450, 600, 900, 1200, 1800, 2400, 2700, 3600];

/** What is asked: a source at a place, in a weather. */
export interface PlanInput {
  readonly substance: string;
  readonly tank: string | null;
  readonly at: readonly [number, number];
  readonly source: SourceInput;
  readonly weather: WeatherInput;
  readonly mode: 'screening' | 'accurate';
  /** how the tank's values were got; gone once somebody types others */
  readonly prefilled?: readonly PrefilledValue[];
}

/** An answer with the question that it belongs to. */
export interface KeptPlan {
  readonly input: PlanInput;
  readonly answer: RunAnswer;
}

/** A what-if: asks the server at each change, shows the newest answer, and keeps one earlier answer to compare with. */
export class Plan {
  readonly input: Cell<PlanInput>;
  readonly answer = new Cell<RunAnswer | null>(null);
  readonly compared = new Cell<KeptPlan | null>(null);
  readonly busy = new Cell(false);
  readonly failure = new Cell<unknown>(null);
  readonly hazard = new Cell<string | null>(null);
  /** the level that is drawn where only one can be; null takes the middle one */
  readonly level = new Cell<string | null>(null);
  /** null shows the greatest extent over all time */
  readonly timeS = new Cell<number | null>(null);
  readonly overTime = new Cell(false);
  readonly probe = new Cell<readonly [number, number] | null>(null);
  /** the next click on the map puts the source there */
  readonly placing = new Cell(false);
  /** counts the wishes to bring all zones onto the screen */
  readonly fits = new Cell(0);
  readonly probability: Probability;
  readonly firstMinutes: FirstMinutes;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dragging = false;

  constructor(first: PlanInput) {
    this.input = new Cell(first);
    this.probability = new Probability(() => this.#basics());
    this.firstMinutes = new FirstMinutes();
    this.#ask();
    this.firstMinutes.look(first.substance, first.at);
  }

  change(part: Partial<PlanInput>): void {
    this.input.set({ ...this.input.value, ...part });
    this.#askSoon();
  }

  changeSource(source: SourceInput): void {
    // values that somebody typed are no longer the tank's
    this.change({ source, prefilled: [] });
  }

  changeWeather(part: Partial<WeatherInput>): void {
    this.change({ weather: { ...this.input.value.weather, ...part } });
  }

  /** While the source is dragged only its zones are asked for; the rest follows when it lies still. */
  drag(at: readonly [number, number]): void {
    this.#dragging = true;
    this.change({ at, tank: null });
  }

  drop(): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    this.#askSoon();
  }

  /** A click on the map: the new place of the source when one is awaited, else a question about that place. */
  pointAt(point: readonly [number, number]): void {
    if (this.placing.value) {
      this.placing.set(false);
      this.change({ at: point, tank: null });
      return;
    }
    this.probe.set(point);
    this.#askSoon();
  }

  fit(): void {
    this.fits.set(this.fits.value + 1);
  }

  scrub(on: boolean): void {
    this.overTime.set(on);
    this.timeS.set(null);
    if (on) this.#askSoon();
  }

  keepToCompare(): void {
    const answer = this.answer.value;
    if (answer !== null) this.compared.set({ input: this.input.value, answer });
  }

  stopComparing(): void {
    this.compared.set(null);
  }

  export(format: 'geojson' | 'kml'): Promise<Blob> {
    return exportRun(this.question(), format);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.probability.end();
    this.firstMinutes.end();
  }

  question(): RunQuestion {
    if (this.#dragging) return { ...this.#basics(), detail: 'drag' };
    const probe = this.probe.value;
    return {
      ...this.#basics(),
      ...(probe === null ? {} : { receptors: [{ id: 'probe', position: [probe[0], probe[1]] }] }),
      times: (this.overTime.value ? TIMES_S : FRONTS_S).map((s) => ({ s })),
    };
  }

  #basics(): RunQuestion {
    const { substance, at, source, weather, mode, tank } = this.input.value;
    return {
      substance,
      at: [at[0], at[1]],
      source,
      weather,
      mode,
      ...(tank === null ? {} : { tank }),
    };
  }

  /** A drag asks many times a second; only the last place before a short rest is worth a run. */
  #askSoon(): void {
    clearTimeout(this.#timer);
    this.busy.set(true);
    this.#timer = setTimeout(() => {
      this.#ask();
    }, REST_MS);
  }

  #ask(): void {
    this.#asking.abort();
    const mine = new AbortController();
    this.#asking = mine;
    this.busy.set(true);
    const { substance, at } = this.input.value;
    if (!this.#dragging) this.firstMinutes.look(substance, at);
    runConsequence(this.question(), mine.signal)
      .then((answer) => {
        if (mine.signal.aborted) return;
        this.failure.set(null);
        this.#chooseHazard(answer);
        this.answer.set(answer);
        if (!this.#dragging) this.probability.refresh();
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        // an old picture under new inputs would be taken for their answer
        this.answer.set(null);
        this.failure.set(error);
      })
      .finally(() => {
        if (!mine.signal.aborted) this.busy.set(false);
      });
  }

  /** Stays with the hazard that is looked at; at first the one whose gravest level reaches farthest. */
  #chooseHazard(answer: RunAnswer): void {
    const all = answer.cases.flatMap((one) => one.hazards);
    const now = this.hazard.value;
    if (now !== null && all.some((one) => one.hazard === now)) return;
    this.hazard.set(gravestOf(all));
  }
}

/** What would kill farthest away; where nothing does, the first hazard that was computed. */
export function gravestOf(hazards: readonly HazardAnswer[]): string | null {
  const reach = (one: HazardAnswer): number => one.zones?.[0]?.reach_m ?? -1;
  const first = hazards[0];
  if (first === undefined) return null;
  return hazards.reduce((most, one) => (reach(one) > reach(most) ? one : most), first).hazard;
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
