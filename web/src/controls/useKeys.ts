import { onScopeDispose } from 'vue';
import { isTyping, KeyBoard, type KeyAct, type KeyName } from '../state/keys';
import { place } from '../state/place';
import { preferences } from '../state/preferences';

/** The one keyboard of the page. */
export const keyBoard = new KeyBoard(() => place.value.page === 'map');

/** Listens to these keys as long as the component lives. */
export function useKeys(acts: Partial<Record<KeyName, KeyAct>>): void {
  for (const [name, act] of Object.entries(acts) as [KeyName, KeyAct][]) {
    onScopeDispose(keyBoard.listen(name, act));
  }
}

/** Hands the browser's keys to the keyboard until the returned function is called. */
export function startKeys(): () => void {
  keyBoard.lettersOn.set(preferences.usesLetters);
  const hear = (event: KeyboardEvent): void => {
    if (isTyping(event.target)) return;
    if (keyBoard.press(event)) event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return () => {
    document.removeEventListener('keydown', hear);
  };
}
