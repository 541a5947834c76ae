import type { Map as MapLibreMap } from 'maplibre-gl';

/** A slow computer that is still catching up after this has drawn what it has; the rest comes in before the user's eyes. */
const LONGEST_MS = 10_000;

/** When every source has been drawn once. Not `idle`: a park that reports each second is never idle. */
export async function allDrawn(map: MapLibreMap): Promise<void> {
  const awaited = new Set(Object.keys(map.getStyle().sources));
  const look = (): void => {
    for (const id of awaited) if (map.isSourceLoaded(id)) awaited.delete(id);
  };
  // looked at whenever a source reports too: what changes each second may never be loaded at the moment of a frame
  map.on('sourcedata', look);
  const untilMs = performance.now() + LONGEST_MS;
  while (awaited.size > 0 && performance.now() < untilMs) {
    map.triggerRepaint();
    await new Promise((resolve) => void map.once('render', resolve));
    look();
  }
  map.off('sourcedata', look);
}
