import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useKeys } from '../../controls/useKeys';
import type { ParkMap } from '../../map/ParkMap';
import { Drawings } from '../../state/Drawings';
import { language } from '../../state/preferences';
import { Sketch } from '../../state/Sketch';
import { textsIn } from '../../text/texts';
import type { MapCondition } from '../livemap/useParkMap';

export type ToolPanelName = 'measure' | 'draw' | 'bookmarks' | 'print' | null;

export interface Tools {
  readonly sketch: Sketch;
  readonly panel: ShallowRef<ToolPanelName>;
  readonly close: () => void;
}

/** The tools over the map: one panel at a time, and the keys that open them. */
export function useTools(
  user: string,
  map: ShallowRef<ParkMap | null>,
  condition: ShallowRef<MapCondition>,
): Tools {
  const sketch = new Sketch(new Drawings(user));
  const panel = shallowRef<ToolPanelName>(null);

  function open(name: Exclude<ToolPanelName, null>): void {
    const closes = panel.value === name;
    sketch.close();
    panel.value = closes ? null : name;
    if (panel.value === 'measure') sketch.take('distance');
    if (panel.value === 'draw') sketch.open();
  }

  function close(): void {
    sketch.close();
    panel.value = null;
  }

  const canDraw = (): boolean => condition.value === 'drawn';
  useKeys({
    measure: () => canDraw() && (open('measure'), true),
    draw: () => canDraw() && (open('draw'), true),
    bookmarks: () => {
      open('bookmarks');
    },
    print: () => canDraw() && (open('print'), true),
    undo: () => sketch.active.value && (sketch.undo(), true),
    remove: () => sketch.chosen.value !== null && (sketch.remove(), true),
    escape: () => {
      if (panel.value === null) return false;
      if (sketch.active.value) sketch.escape();
      if (!sketch.active.value) panel.value = null;
      return true;
    },
  });

  watch(condition, (now) => {
    if (now !== 'drawn') return;
    map.value?.showSketch(sketch, () => {
      const texts = textsIn(language.value);
      return { kindName: (kind) => texts[`draw_${kind}`] };
    });
  });
  onScopeDispose(close);
  return { sketch, panel, close };
}
