import { computed, inject, type ComputedRef, type InjectionKey } from 'vue';
import type { LivePark } from '../state/LivePark';
import { useCell } from './useCell';

export const livePark: InjectionKey<LivePark> = Symbol('live park');

/** The park that the map page holds. */
export function useLivePark(): LivePark {
  const park = inject(livePark);
  if (park === undefined) throw new Error('outside of the map page');
  return park;
}

/** A value that is computed anew each second, for everything that moves or ages. */
export function useEachSecond<Value>(compute: (park: LivePark) => Value): ComputedRef<Value> {
  const park = useLivePark();
  const tick = useCell(park.tick);
  return computed(() => {
    void tick.value;
    return compute(park);
  });
}
