import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Cell } from '../state/Cell';

/** A cell as something Vue can watch. */
export function useCell<Value>(cell: Cell<Value>): Readonly<ShallowRef<Value>> {
  const ref = shallowRef(cell.value);
  onScopeDispose(
    cell.listen((value) => {
      ref.value = value;
    }),
  );
  return ref;
}
