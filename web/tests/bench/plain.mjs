// The reference of the frame benchmark: MapLibre, one source of the same points, one circle layer, a quarter of them changing
// four times a second by updateData; no panels, no drawing of a park, no states.
import { Map as MapLibreMap, setWorkerUrl } from '/maplibre-gl.mjs';

setWorkerUrl('/maplibre-gl-worker.mjs');
const { view, places } = await (await fetch('/points.json')).json();
const map = new MapLibreMap({
  container: 'map',
  style: { version: 8, sources: {}, layers: [] },
  center: [view.lon, view.lat],
  zoom: view.zoom,
  attributionControl: false,
  fadeDuration: 0,
});
await map.once('style.load');
map.addSource('points', {
  type: 'geojson',
  data: {
    type: 'FeatureCollection',
    features: places.map((at, id) => ({
      type: 'Feature',
      id,
      properties: { value: 1 },
      geometry: { type: 'Point', coordinates: at },
    })),
  },
});
map.addLayer({
  id: 'points',
  type: 'circle',
  source: 'points',
  paint: {
    'circle-radius': 4,
    'circle-color': ['step', ['get', 'value'], '#67a', 30, '#e90', 60, '#d22'],
  },
});
await map.once('idle');
let frame = 0;
setInterval(() => {
  frame += 1;
  const update = [];
  for (let id = frame % 4; id < places.length; id += 4) {
    const value = 1 + Math.random();
    update.push({ id, addOrUpdateProperties: [{ key: 'value', value }] });
  }
  void map.getSource('points').updateData({ update });
}, 250);
globalThis.__ready = true;
