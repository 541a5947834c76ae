import type { Map as MapLibreMap } from 'maplibre-gl';

/** Pixels of a printed picture for one of the screen. */
const PRINT_RATIO = 2;
/** A picture waits this long for the drawing to be complete; after that it takes what stands. */
const PATIENCE_MS = 6000;

/** The map as a PNG, sharper than on the screen, as a `data:` address. */
export async function sharpPicture(map: MapLibreMap): Promise<string> {
  const ratio = map.getPixelRatio();
  map.setPixelRatio(PRINT_RATIO);
  await settled(map);
  const picture = await pictureOf(map);
  map.setPixelRatio(ratio);
  return picture;
}

/** An element that stands in daylight, whatever the page stands in: colours can be read from it. */
export function dayLight(): HTMLElement {
  const day = document.createElement('div');
  day.dataset['theme'] = 'light';
  day.hidden = true;
  document.body.append(day);
  return day;
}

/** Idle, or as far as it came: live values keep a busy map from ever resting. */
function settled(map: MapLibreMap): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    void map.once('idle', () => {
      clearTimeout(patience);
      resolve();
    });
  });
}

/** The drawing buffer is only there while a frame is drawn. */
function pictureOf(map: MapLibreMap): Promise<string> {
  return new Promise((resolve) => {
    void map.once('render', () => {
      resolve(map.getCanvas().toDataURL('image/png'));
    });
    map.triggerRepaint();
  });
}
