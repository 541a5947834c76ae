import {
  Map as MapLibreMap,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LayerSpecification,
  type PaddingOptions,
  type StyleSpecification,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { getLayer, layerPath } from '../api/park';
import type { ParkModel } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import type { LayerCode } from '../protocol/http';
import type { MapView } from '../state/address';
import type { Plan } from '../state/Plan';
import type { Sketch } from '../state/Sketch';
import type { Language } from '../text/language';
import { readColours } from './colours';
import { filterFor, isShown, type GroupName } from './layerGroups';
import { LiveFeatures } from './LiveFeatures';
import { middleOf, pointsOf } from './middle';
import { dayLight, sharpPicture } from './picture';
import { pickObject } from './picking';
import { SketchLayer, type SketchWords } from './SketchLayer';
import { sketchSources } from './layers/drawings';
import type { PlanWords } from './planFeatures';
import { PlanLayer } from './PlanLayer';
import { planSources } from './planLayers';
import { nameAlongFlow } from './riverName';
import { joinRoadsByName } from './roadNames';
import { layersOf } from './styles/layers';
import type { Look } from './styles/paint';
import { drawImage } from './symbols/images';
import { loadLabelFonts } from './labelFonts';

setWorkerUrl(workerUrl);

/** A slow computer that is still catching up after this has drawn what it has; the rest comes in before the user's eyes. */
const LONGEST_FIRST_MS = 10_000;

const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Layers that MapLibre's worker fetches and reads by itself, since the page never looks into them. */
const drawnOnly: LayerCode[] = [
  'bunds',
  'pipe_racks',
  'rail',
  'power_lines',
  'landuse',
  'buildings',
  'equipment',
  'drainage',
  'people',
  'shelters',
  'resources',
];

export interface ParkMapOptions {
  container: HTMLElement;
  model: ParkModel;
  state: ParkState;
  language: Language;
  drillWord: string;
  view: MapView | null;
  padding: PaddingOptions;
  /** room for a card that is open from the start */
  firstPadding: PaddingOptions | null;
  stillness: boolean;
  /** for a map that is drawn small and shown large; the screen's own otherwise */
  pixelRatio?: number;
  onPick: (code: string) => void;
  /** a place was pointed at while a plan is open */
  onProbe: (at: [number, number]) => void;
  onView: (view: MapView) => void;
}

/** Owns the MapLibre map: the park's drawing, the live symbols on it, the selection. The camera belongs to the user. */
export class ParkMap {
  readonly #options: ParkMapOptions;
  readonly #map: MapLibreMap;
  #language: Language;
  #live: LiveFeatures | null = null;
  #selected: string | null = null;
  #layers: LayerSpecification[] = [];
  #hidden: ReadonlySet<GroupName> = new Set();
  #plan: PlanLayer | null = null;
  #sketch: SketchLayer | null = null;
  #signs = false;
  /** where the colours are read from; print reads them by day */
  #lamp: Element = document.documentElement;

  constructor(options: ParkMapOptions) {
    this.#options = options;
    this.#language = options.language;
    const { bounds } = options.model.info;
    this.#map = new MapLibreMap({
      container: options.container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      fadeDuration: options.stillness ? 0 : 300,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      minZoom: 8,
      maxZoom: 20,
      ...(options.pixelRatio === undefined
        ? {}
        : { pixelRatio: options.pixelRatio, maxCanvasSize: [8192, 8192] }),
      ...(options.view === null
        ? { bounds, fitBoundsOptions: { padding: options.firstPadding ?? options.padding } }
        : { center: [options.view.lon, options.view.lat], zoom: options.view.zoom }),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 160 }), 'bottom-left');
    this.#map.setMissingStyleImageResolver((name) => {
      const image = drawImage(readColours(this.#lamp), name);
      if (image !== null && !this.#map.hasImage(name))
        this.#map.addImage(name, image, { pixelRatio: 2 });
    });
    this.#map.on('moveend', () => {
      const { lng, lat } = this.#map.getCenter();
      options.onView({ lon: lng, lat, zoom: this.#map.getZoom() });
    });
    this.#map.on('click', (event) => {
      if (this.#sketch?.click(event) === true) return;
      if (this.#plan !== null) {
        options.onProbe([event.lngLat.lng, event.lngLat.lat]);
        return;
      }
      const code = pickObject(this.#map, event.point);
      if (code !== null) options.onPick(code);
    });
    this.#map.on('mousemove', (event) => {
      this.#map.getCanvas().style.cursor = this.#sketch?.isActive
        ? 'crosshair'
        : pickObject(this.#map, event.point) === null
          ? ''
          : 'pointer';
    });
  }

  /** Draws the park; resolves when the first complete picture stands. */
  async draw(): Promise<void> {
    await loadLabelFonts(this.#options.model);
    this.#map.setStyle(this.#style(), { diff: false, validate: false });
    await once(this.#map, 'styledata');
    this.#live = new LiveFeatures(this.#options, (source) => this.#geoSource(source));
    this.#live.start();
    this.select(this.#selected);
    this.hide(this.#hidden);
    const joinRoads = getLayer('roads').then((roads) => {
      void this.#geoSource('roads').setData(roads);
      void this.#geoSource('road_names').setData(joinRoadsByName(roads));
    });
    const nameRiver = getLayer('river').then((river) => {
      void this.#geoSource('river').setData(river);
      void this.#geoSource('river_names').setData(nameAlongFlow(river));
    });
    const namePlots = getLayer('park').then((park) => {
      void this.#geoSource('park').setData(park);
      void this.#geoSource('plot_names').setData(pointsOf(park));
    });
    await Promise.allSettled([joinRoads, nameRiver, namePlots]);
    await this.#standsComplete();
  }

  /** Every source has been drawn once and its labels placed. Not `idle`: a park that reports each second is never idle. */
  async #standsComplete(): Promise<void> {
    const awaited = new Set(Object.keys(this.#map.getStyle().sources));
    const look = (): void => {
      for (const id of awaited) if (this.#map.isSourceLoaded(id)) awaited.delete(id);
    };
    // looked at whenever a source reports too: what changes each second may never be loaded at the moment of a frame
    this.#map.on('sourcedata', look);
    const untilMs = performance.now() + LONGEST_FIRST_MS;
    while (awaited.size > 0 && performance.now() < untilMs) {
      this.#map.triggerRepaint();
      await once(this.#map, 'render');
      look();
    }
    this.#map.off('sourcedata', look);
    // the labels of what came last are placed in the frames after it
    for (let frame = 0; frame < 3; frame++) {
      this.#map.triggerRepaint();
      await once(this.#map, 'render');
    }
  }

  /** Leaves these groups out; whatever is over a limit is drawn all the same. */
  hide(hidden: ReadonlySet<GroupName>): void {
    this.#hidden = hidden;
    if (this.#live === null) return;
    for (const layer of this.#layers) {
      const visibility = isShown(layer.id, hidden, this.#signs) ? 'visible' : 'none';
      if (this.#map.getLayoutProperty(layer.id, 'visibility') !== visibility) {
        this.#map.setLayoutProperty(layer.id, 'visibility', visibility, { validate: false });
      }
      const filter = filterFor(layer, hidden);
      if (filter !== null) this.#map.setFilter(layer.id, filter, { validate: false });
    }
  }

  /** Draws an open plan; null takes it away. */
  showPlan(plan: Plan | null, words: PlanWords): void {
    this.#plan?.remove();
    this.#plan = plan === null ? null : new PlanLayer(this.#map, plan, words);
  }

  /** Only on the user's own wish: opening a plan, or its key. */
  fitPlan(padding: PaddingOptions): void {
    this.#plan?.fit(padding, this.#options.stillness ? 0 : 600);
  }

  /** For tests: where the drawn zones lie from their source, degrees from north. */
  planBearing(): number | null {
    return this.#plan?.bearing() ?? null;
  }

  /** Shows what is measured and drawn, and gives it the map's clicks while a tool is open. */
  showSketch(sketch: Sketch, words: () => SketchWords): void {
    this.#sketch = new SketchLayer(this.#map, sketch, words);
  }

  /** The middle of what is seen. */
  middle(): [number, number] {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.restyle();
  }

  /** Takes the colours and texts anew; sources, camera and selection stay as they are. */
  restyle(): void {
    if (this.#live === null) return;
    const { colours } = this.#look();
    for (const name of this.#map.listImages()) {
      const image = drawImage(colours, name);
      if (image !== null) this.#map.updateImage(name, image);
    }
    const before = new Map(this.#layers.map((layer) => [layer.id, layer]));
    this.#layers = layersOf(this.#look());
    for (const layer of this.#layers) this.#restyleLayer(before.get(layer.id), layer);
    this.#sketch?.draw();
  }

  /** Touches only what differs: a changed expression makes the worker cut its tiles anew. */
  #restyleLayer(before: LayerSpecification | undefined, layer: LayerSpecification): void {
    type Named = Record<string, unknown>;
    const [oldPaint, oldLayout] = [(before?.paint ?? {}) as Named, (before?.layout ?? {}) as Named];
    for (const [name, value] of Object.entries((layer.paint ?? {}) as Named)) {
      if (JSON.stringify(oldPaint[name]) === JSON.stringify(value)) continue;
      this.#map.setPaintProperty(layer.id, name as never, value as never, { validate: false });
    }
    for (const name of ['text-field', 'icon-image', 'text-offset'] as const) {
      const value = ((layer.layout ?? {}) as Named)[name];
      if (JSON.stringify(oldLayout[name]) === JSON.stringify(value)) continue;
      this.#map.setLayoutProperty(layer.id, name, value as never, { validate: false });
    }
  }

  /** Full-colour signs instead of the grey outlines of daily work. */
  showSigns(on: boolean): void {
    this.#signs = on;
    this.restyle();
    this.hide(this.#hidden);
  }

  /** The picture of what is seen, by day and with full-colour signs; then all is as before. */
  async printPicture(onSight?: (kinds: ReadonlySet<string>) => void): Promise<string> {
    const signs = this.#signs;
    const day = dayLight();
    this.#lamp = day;
    this.showSigns(true);
    const picture = await sharpPicture(this.#map);
    onSight?.(this.kindsInSight());
    this.#lamp = document.documentElement;
    day.remove();
    this.showSigns(signs);
    return picture;
  }

  /** The kinds of things in sight, by the layer that draws them: for the legend of a printed page. */
  kindsInSight(): ReadonlySet<string> {
    const layers = this.#layers.map((layer) => layer.id).filter((id) => this.#map.getLayer(id));
    const kinds = new Set<string>();
    for (const feature of this.#map.queryRenderedFeatures({ layers })) {
      kinds.add(feature.layer.id);
      const kind: unknown = feature.properties['kind'];
      if (typeof kind === 'string') kinds.add(`${feature.source}/${kind}`);
    }
    return kinds;
  }

  widthPx(): number {
    return this.#map.getContainer().clientWidth;
  }

  /** Metres on the ground for one pixel in the middle of the map. */
  metresPerPixel(): number {
    const { lat } = this.#map.getCenter();
    return (
      (2 * Math.PI * 6378137 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** this.#map.getZoom())
    );
  }

  /** Marks the object with this code; null marks nothing. */
  select(code: string | null): void {
    this.#selected = code;
    if (this.#live === null) return;
    const { stations, tanks, enterprises, units, places } = this.#options.model;
    const object =
      code === null
        ? undefined
        : (stations.get(code) ??
          tanks.get(code) ??
          enterprises.get(code) ??
          units.get(code) ??
          places.get(code));
    const features: GeoJSON.Feature[] =
      object === undefined ? [] : [{ type: 'Feature', properties: {}, geometry: object.geometry }];
    void this.#geoSource('selection').setData({ type: 'FeatureCollection', features });
  }

  fitPark(): void {
    const duration = this.#options.stillness ? 0 : 600;
    this.#map.fitBounds(this.#options.model.info.bounds, {
      padding: this.#options.padding,
      duration,
    });
  }

  /** Only on the user's own wish, such as a click in a list. */
  goTo(code: string): void {
    const { stations, tanks, enterprises, units, places } = this.#options.model;
    const object =
      stations.get(code) ??
      tanks.get(code) ??
      enterprises.get(code) ??
      units.get(code) ??
      places.get(code);
    if (object === undefined) return;
    const [lon = 0, lat = 0] = middleOf(object.geometry).coordinates;
    const zoom = Math.max(this.#map.getZoom(), enterprises.has(code) ? 15.2 : 16.6);
    this.#map.easeTo({ center: [lon, lat], zoom, duration: this.#options.stillness ? 0 : 600 });
  }

  /** Brings these places into sight, on the user's own wish. */
  showPlaces(places: readonly (readonly [number, number])[]): void {
    const lons = places.map(([lon]) => lon);
    const lats = places.map(([, lat]) => lat);
    const [west, east] = [Math.min(...lons), Math.max(...lons)];
    const [south, north] = [Math.min(...lats), Math.max(...lats)];
    if (!Number.isFinite(west + east + south + north)) return;
    this.#map.fitBounds([west, south, east, north], {
      padding: 120,
      maxZoom: Math.max(this.#map.getZoom(), 16),
      duration: this.#options.stillness ? 0 : 600,
    });
  }

  /** Where a bookmark or a link says to look. */
  jumpTo(view: MapView): void {
    this.#map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({
      zoom: this.#map.getZoom() + steps,
      duration: this.#options.stillness ? 0 : 200,
    });
  }

  /** For tests and for the state hook: how many features of a layer are on the screen. */
  renderedCount(layerId: string): number {
    return this.#map.getLayer(layerId) === undefined
      ? 0
      : this.#map.queryRenderedFeatures({ layers: [layerId] }).length;
  }

  /** For tests: where an object stands on the screen. */
  screenPositionOf(code: string): { x: number; y: number } | null {
    const object = this.#options.model.stations.get(code);
    return object === undefined ? null : this.#map.project([object.at[0], object.at[1]]);
  }

  remove(): void {
    this.#live?.stop();
    this.#sketch?.remove();
    this.#map.remove();
  }

  #geoSource(id: string): GeoJSONSource {
    const source = this.#map.getSource<GeoJSONSource>(id);
    if (source === undefined) throw new Error(`the style has no source ${id}`);
    return source;
  }

  #look(): Look {
    const latitude = (this.#options.model.info.center[1] * Math.PI) / 180;
    const metresPerPixel = (2 * Math.PI * 6378137 * Math.cos(latitude)) / 512;
    return {
      colours: readColours(this.#lamp),
      language: this.#language,
      signs: this.#signs,
      pixelsPerMetreAtZoom0: 1 / metresPerPixel,
    };
  }

  #style(): StyleSpecification {
    const sources: StyleSpecification['sources'] = {};
    for (const code of drawnOnly) {
      const data = new URL(layerPath(code), location.href).href;
      sources[code] = { type: 'geojson', data, promoteId: 'id', tolerance: 0.2, maxzoom: 16 };
    }
    const { tiles } = this.#options.model.info;
    for (const id of [
      'park',
      'plot_names',
      'roads',
      'road_names',
      'river',
      'river_names',
      'enterprises',
      'enterprise_names',
      'units',
      'tank_levels',
      'tank_names',
      'tanks',
      'stations',
      'camera_views',
      ...planSources,
      ...sketchSources,
    ]) {
      sources[id] = { type: 'geojson', data: empty, tolerance: 0.2, maxzoom: 16 };
    }
    sources['selection'] = { type: 'geojson', data: empty };
    this.#layers = layersOf(this.#look());
    const layers = [...this.#layers];
    if (tiles !== null && tiles !== undefined) {
      const { url, attribution = '', maxzoom = 18 } = tiles;
      sources['tiles'] = { type: 'raster', tiles: [url], tileSize: 256, attribution, maxzoom };
      layers.splice(1, 0, { id: 'tiles', type: 'raster', source: 'tiles' });
    }
    return { version: 8, sources, layers };
  }
}

function once(map: MapLibreMap, event: 'styledata' | 'render'): Promise<void> {
  return new Promise((resolve) => {
    void map.once(event, () => {
      resolve();
    });
  });
}
