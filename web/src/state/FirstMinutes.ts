import { getDistances } from '../api/planner';
import type { ProtectiveDistances } from '../protocol/distances';
import { Cell } from './Cell';

/** Isolation and protective distances for the first minutes, before anybody has seen the source. */
export class FirstMinutes {
  readonly spill = new Cell<'small' | 'large'>('large');
  readonly answer = new Cell<ProtectiveDistances | null>(null);
  readonly failure = new Cell<unknown>(null);
  readonly drawn = new Cell(false);
  #asked = '';
  #last: readonly [string, readonly [number, number]] | null = null;
  #asking = new AbortController();

  /** Asks when substance, spill or place are others than at the last time; 20 m are no other place. */
  look(substance: string, at: readonly [number, number]): void {
    this.#last = [substance, at];
    const key = [substance, this.spill.value, at[0].toFixed(4), at[1].toFixed(4)].join(' ');
    if (key === this.#asked) return;
    this.#asked = key;
    this.#asking.abort();
    const mine = new AbortController();
    this.#asking = mine;
    getDistances(substance, this.spill.value, at, mine.signal)
      .then((answer) => {
        if (mine.signal.aborted) return;
        this.failure.set(null);
        this.answer.set(answer);
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        this.answer.set(null);
        this.failure.set(error);
      });
  }

  choose(spill: 'small' | 'large'): void {
    this.spill.set(spill);
    if (this.#last !== null) this.look(...this.#last);
  }

  end(): void {
    this.#asking.abort();
  }
}
