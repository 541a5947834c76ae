import type { ShallowRef } from 'vue';
import type { ParkMap } from '../../map/ParkMap';
import type { LivePark } from '../../state/LivePark';
import type { MapCondition } from './useParkMap';

/** What a test, or an engineer at the console, may look at; nothing can be changed through it. */
export interface StateHook {
  readonly map: () => MapCondition;
  readonly renderedCount: (layerId: string) => number;
  /** what is in sight, by the names that the legend knows */
  readonly inSight: () => string[];
  readonly screenPositionOf: (stationCode: string) => { x: number; y: number } | null;
  /** where the zones of an open plan lie from their source, degrees from north */
  readonly planBearing: () => number | null;
  /** where the source of an open plan stands on the screen, which may be dragged */
  readonly planSource: () => { x: number; y: number } | null;
  readonly link: () => string;
  readonly readings: () => number;
  readonly reading: (seriesId: string) => { value: number | null; atMs: number } | undefined;
  readonly drills: () => string[];
}

export function publishHook(
  park: LivePark,
  map: ShallowRef<ParkMap | null>,
  condition: ShallowRef<MapCondition>,
): void {
  const hook: StateHook = {
    map: () => condition.value,
    renderedCount: (layerId) => map.value?.renderedCount(layerId) ?? 0,
    inSight: () => [...(map.value?.kindsInSight() ?? [])],
    screenPositionOf: (code) => map.value?.screenPositionOf(code) ?? null,
    planBearing: () => map.value?.planBearing() ?? null,
    planSource: () => map.value?.planSource() ?? null,
    link: () => park.link.value.kind,
    readings: () => park.state.readingCount,
    reading: (seriesId) => park.state.findReading(seriesId),
    drills: () => park.state.drills.value.map((drill) => drill.id),
  };
  (window as unknown as { __windrose: StateHook }).__windrose = Object.freeze(hook);
}
