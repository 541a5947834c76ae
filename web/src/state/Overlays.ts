import { listOverlays, type Overlay } from '../api/overlays';
import { Cell } from './Cell';
import { recall, remember } from './store';

/** What this browser chose for one picture. */
interface Choice {
  readonly on: boolean;
  /** percent */
  readonly opacity: number;
}

/** A picture as it lies on this map. */
export interface LaidOverlay extends Overlay {
  readonly on: boolean;
  /** percent, as chosen here or else as its keeper set it */
  readonly seen: number;
}

const KEY = 'overlays';

/** The pictures that can be laid over the map, and what this browser chose of them. */
class Overlays {
  /** from the lowest to the one on top; null until the server has answered */
  readonly laid = new Cell<readonly LaidOverlay[] | null>(null);
  #known: readonly Overlay[] = [];
  #choices = readChoices(recall(KEY));

  /** Asks the server anew; what is on the map stays when it does not answer. */
  async refresh(): Promise<void> {
    this.#known = await listOverlays();
    this.#lay();
  }

  choose(id: string, choice: Partial<Choice>): void {
    const before = this.laid.value?.find((one) => one.id === id);
    if (before === undefined) return;
    this.#choices.set(id, { on: before.on, opacity: before.seen, ...choice });
    remember(KEY, JSON.stringify([...this.#choices]));
    this.#lay();
  }

  #lay(): void {
    this.laid.set(
      this.#known.map((one) => {
        const choice = this.#choices.get(one.id);
        return { ...one, on: choice?.on ?? one.shown, seen: choice?.opacity ?? one.opacity };
      }),
    );
  }
}

/** What an older page or a hand wrote there may be anything. */
export function readChoices(text: string | null): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  try {
    for (const [id, choice] of JSON.parse(text ?? '[]') as [unknown, Partial<Choice>][]) {
      const { on, opacity } = choice;
      if (typeof id !== 'string' || typeof on !== 'boolean' || typeof opacity !== 'number')
        continue;
      choices.set(id, { on, opacity: Math.min(100, Math.max(0, opacity)) });
    }
  } catch {
    // chosen anew
  }
  return choices;
}

export const overlays = new Overlays();
