import { shallowRef, type ShallowRef } from 'vue';
import { ProblemError } from '../api/client';
import { explain } from './explain';
import { useTexts } from './useTexts';

export interface Step {
  readonly busy: Readonly<ShallowRef<boolean>>;
  /** what went wrong at the last try, field by field where the server says so */
  readonly trouble: Readonly<ShallowRef<string>>;
  readonly run: (action: () => Promise<void>) => Promise<boolean>;
}

/** One thing a person does: busy while it runs, and in plain words why it did not work. */
export function useStep(): Step {
  const texts = useTexts();
  const busy = shallowRef(false);
  const trouble = shallowRef('');

  async function run(action: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    trouble.value = '';
    try {
      await action();
      return true;
    } catch (error) {
      trouble.value = wordsOf(error, explain(error, texts.value).text);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, trouble, run };
}

function wordsOf(error: unknown, general: string): string {
  if (!(error instanceof ProblemError)) return general;
  const fields = (error.problem.errors ?? []).map((one) =>
    [one.pointer, one.detail].filter((part) => part !== undefined).join(': '),
  );
  return [general, ...fields].join(' · ');
}
