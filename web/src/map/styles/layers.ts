import type { LayerSpecification } from 'maplibre-gl';
import { land, landLabels } from '../layers/land';
import { draft, drawings } from '../layers/drawings';
import { help, overhead, rail } from '../layers/lines';
import { fences, parcelLabels, parcels } from '../layers/parcels';
import { roadLabels, roads } from '../layers/roads';
import { signLayers } from '../layers/signs';
import { cameraViews, selection, stationDots, stations } from '../layers/stations';
import { pools, water, waterLabels } from '../layers/water';
import { tanks, works } from '../layers/works';
import { planLayers } from '../planLayers';
import type { Look } from './paint';

/** The order of drawing, from the ground up; external tiles, where a park has some, lie right above the background. */
const order = [
  land,
  water,
  parcels,
  pools,
  roads,
  fences,
  rail,
  works,
  overhead,
  tanks,
  cameraViews,
  planLayers,
  stationDots,
  waterLabels,
  roadLabels,
  landLabels,
  parcelLabels,
  help,
  signLayers,
  stations,
  drawings,
  selection,
  draft,
];

export function layersOf(look: Look): LayerSpecification[] {
  return order.flatMap((build) => build(look));
}

/** Below it pictures are laid: they hide the drawing of the ground, never a tank, a symbol or a name. */
export function lowestTankLayer(look: Look): string {
  const [lowest] = tanks(look);
  if (lowest === undefined) throw new Error('no layer draws tanks');
  return lowest.id;
}
