import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue';

/** The width under which the page is a phone's; the style sheets use the same figure. */
const NARROW = '(max-width: 760px)';

/** Whether the page is as narrow as a phone, now and after each turn of it. */
export function useNarrow(): Readonly<ShallowRef<boolean>> {
  const query = matchMedia(NARROW);
  const narrow = shallowRef(query.matches);
  const look = (): void => {
    narrow.value = query.matches;
  };
  query.addEventListener('change', look);
  onBeforeUnmount(() => {
    query.removeEventListener('change', look);
  });
  return narrow;
}
