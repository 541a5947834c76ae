import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { Cell } from '../state/Cell';
import { explain, type Explained } from './explain';
import { useTexts } from './useTexts';

export interface Load<Value> {
  readonly value: Readonly<ShallowRef<Value | null>>;
  readonly failure: Readonly<ShallowRef<Explained | null>>;
  /** asks again; what was there stays until the answer is */
  readonly reload: () => Promise<void>;
}

/** How many first answers are still awaited; a page says so instead of standing empty. */
export const firstAnswersAwaited = new Cell(0);

/** Something asked of the server, now and each `everyMs` while the page is looked at. */
export function useLoad<Value>(
  ask: () => Promise<Value>,
  everyMs: number | null = null,
): Load<Value> {
  const texts = useTexts();
  const value = shallowRef<Value | null>(null);
  const failure = shallowRef<Explained | null>(null);
  let number = 0;
  let awaited = true;
  firstAnswersAwaited.set(firstAnswersAwaited.value + 1);

  function arrived(): void {
    if (awaited) firstAnswersAwaited.set(firstAnswersAwaited.value - 1);
    awaited = false;
  }

  async function reload(): Promise<void> {
    const mine = ++number;
    try {
      const answer = await ask();
      if (mine !== number) return;
      value.value = answer;
      failure.value = null;
    } catch (error) {
      if (mine === number) failure.value = explain(error, texts.value);
    }
    if (mine === number) arrived();
  }

  void reload();
  if (everyMs !== null) {
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, everyMs);
    onScopeDispose(() => {
      clearInterval(timer);
    });
  }
  onScopeDispose(() => {
    number = -1;
    arrived();
  });
  return { value, failure, reload };
}
