import { getLayer } from '../api/park';
import type { ParkModel } from '../live/parkModel';
import type { LayerCode } from '../protocol/http';
import { hasChineseFont, provideChineseFont } from '../theme/fonts';

/** Layers whose names stand on the map. */
const namedLayers: LayerCode[] = ['park', 'roads', 'river', 'landuse', 'people'];

/** Makes sure that the fonts of the labels are there before the first label is drawn. */
export async function loadLabelFonts(model: ParkModel): Promise<void> {
  await document.fonts.load('500 24px "Inter Variable"').catch(() => []);
  if (hasChineseFont()) return;
  await provideChineseFont();
  const text = [...new Set(await allNames(model))].join('');
  await document.fonts.load('500 24px "Noto Sans SC Variable"', text).catch(() => []);
}

async function allNames(model: ParkModel): Promise<string> {
  const layers = await Promise.all(namedLayers.map((code) => getLayer(code).catch(() => null)));
  const features = layers.flatMap((layer) => layer?.features ?? []);
  const objects = [model.enterprises, model.units, model.tanks].flatMap((map) => [...map.values()]);
  const names = features.map((feature) => String(feature.properties?.['name_zh'] ?? ''));
  return (
    names.join('') + objects.map((object) => Object.values(object.properties).join('')).join('')
  );
}
