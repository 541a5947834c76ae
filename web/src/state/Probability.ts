import { cancelRun, getRun, runEnsemble, startRun } from '../api/planner';
import type { RunQuestion } from '../protocol/consequence';
import type { BackgroundRun, ProbabilityAnswer } from '../protocol/probability';
import { Cell } from './Cell';

const POLL_MS = 700;
const MEMBERS_OF_A_RUN = 30;

/** How probable each level is: a quick ensemble at each change while it is looked at, and a long one in the background on wish. */
export class Probability {
  readonly on = new Cell(false);
  readonly answer = new Cell<ProbabilityAnswer | null>(null);
  readonly busy = new Cell(false);
  readonly failure = new Cell<unknown>(null);
  /** the run in the background, while it is at work or has failed */
  readonly run = new Cell<BackgroundRun | null>(null);
  readonly #question: () => RunQuestion;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(question: () => RunQuestion) {
    this.#question = question;
  }

  show(on: boolean): void {
    this.on.set(on);
    if (on) this.refresh();
    else this.#asking.abort();
  }

  /** The inputs have changed: what was computed for the old ones is thrown away. */
  refresh(): void {
    this.answer.set(null);
    if (!this.on.value) return;
    this.#asking.abort();
    const mine = new AbortController();
    this.#asking = mine;
    this.busy.set(true);
    runEnsemble(this.#question(), mine.signal)
      .then((answer) => {
        if (mine.signal.aborted) return;
        this.failure.set(null);
        this.answer.set(answer);
      })
      .catch((error: unknown) => {
        if (!mine.signal.aborted) this.failure.set(error);
      })
      .finally(() => {
        if (!mine.signal.aborted) this.busy.set(false);
      });
  }

  async startRun(): Promise<void> {
    const question = { ...this.#question(), ensemble: { members: MEMBERS_OF_A_RUN } };
    const run = await startRun(question);
    this.run.set(run);
    this.#follow(run.id);
  }

  async cancelRun(): Promise<void> {
    const run = this.run.value;
    clearTimeout(this.#timer);
    this.run.set(null);
    if (run !== null) await cancelRun(run.id);
  }

  end(): void {
    this.#ended = true;
    this.#asking.abort();
    const run = this.run.value;
    if (run !== null && (run.state === 'waiting' || run.state === 'running')) {
      void this.cancelRun().catch(() => undefined);
    }
  }

  #follow(id: string): void {
    this.#timer = setTimeout(() => {
      getRun(id)
        .then((run) => {
          if (this.#ended || this.run.value?.id !== id) return;
          if (run.state === 'done' && run.result !== undefined) {
            this.run.set(null);
            this.answer.set(run.result);
            return;
          }
          this.run.set(run);
          if (run.state === 'waiting' || run.state === 'running') this.#follow(id);
        })
        .catch((error: unknown) => {
          if (this.#ended) return;
          this.run.set(null);
          this.failure.set(error);
        });
    }, POLL_MS);
  }
}
