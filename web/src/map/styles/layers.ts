import type { LayerSpecification } from 'maplibre-gl';
import { land, landLabels, peopleAreas } from '../layers/land';
import { draft, drawings } from '../layers/drawings';
import { help, overhead, rail } from '../layers/lines';
import { fences, parcelLabels, parcels } from '../layers/parcels';
import { roadLabels, roads } from '../layers/roads';
import { signLayers } from '../layers/signs';
import { cameras, cameraViews, selection, stations } from '../layers/stations';
import { pools, water, waterLabels } from '../layers/water';
import { tankNames, works } from '../layers/works';
import { planLayers } from '../planLayers';
import type { Look } from './paint';

/** What stands still, from the ground up; external tiles, where a park has some, lie right above the background. */
const ground = [
  land,
  water,
  parcels,
  pools,
  peopleAreas,
  roads,
  fences,
  rail,
  works,
  overhead,
  cameraViews,
];

/**
 * What changes by itself or lies above what does, and every name, since names give way to each other. There is no fill and no
 * line here that always stands: for the source of each the whole screen would be prepared in each frame.
 */
const above = [
  tankNames,
  planLayers,
  cameras,
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
