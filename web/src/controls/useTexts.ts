import { computed, type ComputedRef } from 'vue';
import { language } from '../text/language';
import { textsIn, type Texts } from '../text/texts';
import { useCell } from './useCell';

/** The words of the language that the page speaks now. */
export function useTexts(): ComputedRef<Texts> {
  const now = useCell(language);
  return computed(() => textsIn(now.value));
}
