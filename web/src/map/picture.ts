import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LiveMarks } from './marks/LiveMarks';
import { MARGIN_PX } from './TrailingPicture';

/** Pixels of a printed picture for one of the screen. */
const PRINT_RATIO = 2;
/** A picture waits this long for the drawing to be complete; after that it takes what stands. */
const PATIENCE_MS = 6000;

/** All that is drawn as one PNG, sharper than on the screen, as a `data:` address. */
export async function sharpPicture(
  ground: MapLibreMap,
  marks: LiveMarks,
  above: MapLibreMap,
): Promise<string> {
  const maps = [ground, above];
  const ratio = above.getPixelRatio();
  for (const map of maps) map.setPixelRatio(PRINT_RATIO);
  await Promise.all(maps.map(settled));
  const paper = document.createElement('canvas');
  const { clientWidth, clientHeight } = above.getContainer();
  paper.width = clientWidth * PRINT_RATIO;
  paper.height = clientHeight * PRINT_RATIO;
  const pen = paper.getContext('2d');
  await drawOn(pen, ground, MARGIN_PX);
  if (pen !== null) marks.paint(pen, PRINT_RATIO);
  await drawOn(pen, above, 0);
  for (const map of maps) map.setPixelRatio(ratio);
  return paper.toDataURL('image/png');
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
function drawOn(
  pen: CanvasRenderingContext2D | null,
  map: MapLibreMap,
  margin: number,
): Promise<void> {
  return new Promise((resolve) => {
    void map.once('render', () => {
      const { clientWidth, clientHeight } = map.getContainer();
      const at = -margin * PRINT_RATIO;
      const [width, height] = [clientWidth * PRINT_RATIO, clientHeight * PRINT_RATIO];
      pen?.drawImage(map.getCanvas(), at, at, width, height);
      resolve();
    });
    map.triggerRepaint();
  });
}
