import { getLayer } from '../api/park';
import type { ParkModel } from '../live/parkModel';
import { cameraViewsOf, collectionOf } from './collections';
import { middleOf, pointsOf } from './middle';
import { nameAlongFlow } from './riverName';
import { joinRoadsByName } from './roadNames';
import { joinLayers, type JoinedLayer } from './styles/joined';

type Give = (source: string, data: GeoJSON.FeatureCollection) => void;

/** Gives the maps what stands still: from the page where it holds it anyway, else from the server. */
export async function giveStill(model: ParkModel, give: Give): Promise<void> {
  const enterprises = collectionOf(model.enterprises.values());
  const units = collectionOf(model.units.values());
  give('enterprise_names', collectionOf(model.enterprises.values(), middleOf));
  give('units', units);
  const [roads, river, park] = [getLayer('roads'), getLayer('river'), getLayer('park')];
  const read = (layer: JoinedLayer): Promise<GeoJSON.FeatureCollection> => {
    const held = { enterprises, units, camera_views: cameraViewsOf(model), roads, river, park };
    return layer in held
      ? Promise.resolve(held[layer as keyof typeof held])
      : getLayer(layer as Exclude<JoinedLayer, keyof typeof held>);
  };
  await Promise.allSettled([
    joinLayers(read).then((ground) => {
      give('ground', ground);
    }),
    roads.then((data) => {
      give('road_names', joinRoadsByName(data));
    }),
    river.then((data) => {
      give('river_names', nameAlongFlow(data));
    }),
    park.then((data) => {
      give('plot_names', pointsOf(data));
    }),
  ]);
}
