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

/** What stands still, from the ground up; external tiles, where a park has some, lie right above the background. */
const ground = [land, water, parcels, pools, roads, fences, rail, works, overhead];

/** What changes by itself or lies above what does, and every name, since names give way to each other. */
const above = [
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

export function groundLayersOf(look: Look): LayerSpecification[] {
  return ground.flatMap((build) => build(look));
}

export function aboveLayersOf(look: Look): LayerSpecification[] {
  return above.flatMap((build) => build(look));
}

/** All, in the order in which they cover each other. */
export function layersOf(look: Look): LayerSpecification[] {
  return [...groundLayersOf(look), ...aboveLayersOf(look)];
}
