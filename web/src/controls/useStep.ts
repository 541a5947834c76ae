import { shallowRef, type ShallowRef } from 'vue';
import { explainFields } from './explain';
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
      trouble.value = explainFields(error, texts.value);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, trouble, run };
}
