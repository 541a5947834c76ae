import {
  Map as MapLibreMap,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LayerSpecification,
  type PaddingOptions,
  type Point,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { ParkModel, ParkObject } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import type { MapView } from '../state/address';
import type { LaidOverlay } from '../state/Overlays';
import type { Plan } from '../state/Plan';
import type { Sketch } from '../state/Sketch';
import type { Language } from '../text/language';
import { readColours } from './colours';
import { filterFor, isShown, type GroupName } from './layerGroups';
import { FilledSources } from './FilledSources';
import { GroundMap } from './GroundMap';
import { LiveFeatures } from './LiveFeatures';
import { LiveMarks } from './marks/LiveMarks';
import { allDrawn } from './allDrawn';
import { middleOf } from './middle';
import { dayLight, sharpPicture } from './picture';
import { pickObject } from './picking';
import { SketchLayer, type SketchWords } from './SketchLayer';
import type { PlanWords } from './planFeatures';
import { OverlayLayers } from './OverlayLayers';
import { PlanLayer } from './PlanLayer';
import { planSources } from './planLayers';
import { sketchSources } from './layers/drawings';
import { aboveLayersOf, groundLayersOf, layersOf } from './styles/layers';
import type { Look } from './styles/paint';
import { VALUES_FROM_ZOOM } from './layers/stations';
import { fromJoined } from './styles/joined';
import { styleOf } from './styles/sources';
import { giveStill } from './stillData';
import { drawImage } from './symbols/images';
import { withoutSky } from './withoutSky';
import { loadLabelFonts } from './labelFonts';

setWorkerUrl(workerUrl);

/** How often the pointer asks what lies under it. */
const POINT_EVERY_MS = 50;
/** Numbers are prepared a little outside of the view, so that a pan finds them there. */
const NEAR_PX = 300;

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
  readonly #ground: GroundMap;
  readonly #marks: LiveMarks;
  readonly #filled: FilledSources;
  #language: Language;
  #live: LiveFeatures | null = null;
  #selected: string | null = null;
  #layers: LayerSpecification[] = [];
  #hidden: ReadonlySet<GroupName> = new Set();
  #plan: PlanLayer | null = null;
  #sketch: SketchLayer | null = null;
  #overlays: OverlayLayers | null = null;
  #signs = false;
  /** where the colours are read from; print reads them by day */
  #lamp: Element = document.documentElement;

  constructor(options: ParkMapOptions) {
    this.#options = options;
    this.#language = options.language;
    const { bounds } = options.model.info;
    const sharpness =
      options.pixelRatio === undefined
        ? {}
        : { pixelRatio: options.pixelRatio, maxCanvasSize: [8192, 8192] as [number, number] };
    const zooms = { minZoom: 8, maxZoom: 20 };
    this.#map = new MapLibreMap({
      container: options.container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      fadeDuration: options.stillness ? 0 : 300,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      ...zooms,
      ...sharpness,
      ...(options.view === null
        ? { bounds, fitBoundsOptions: { padding: options.firstPadding ?? options.padding } }
        : { center: [options.view.lon, options.view.lat], zoom: options.view.zoom }),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 160 }), 'bottom-left');
    this.#filled = new FilledSources(this.#map, [...planSources, ...sketchSources, 'selection']);
    this.#marks = new LiveMarks(this.#map, options.container, () => readColours(this.#lamp));
    this.#ground = new GroundMap(this.#map, options.container, { ...zooms, ...sharpness });
    for (const map of this.#both()) {
      withoutSky(map);
      map.setMissingStyleImageResolver((name) => {
        const image = drawImage(readColours(this.#lamp), name);
        if (image !== null && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
      });
    }
    this.#map.on('moveend', () => {
      const { lng, lat } = this.#map.getCenter();
      options.onView({ lon: lng, lat, zoom: this.#map.getZoom() });
      this.#live?.moved();
    });
    this.#map.on('click', (event) => {
      if (this.#sketch?.click(event) === true) return;
      if (this.#plan !== null) {
        options.onProbe([event.lngLat.lng, event.lngLat.lat]);
        return;
      }
      const code = this.#pick(event.point);
      if (code !== null) options.onPick(code);
    });
    let looked = 0;
    this.#map.on('mousemove', (event) => {
      // many a mouse speaks a thousand times a second
      if (this.#map.isMoving() || event.originalEvent.timeStamp - looked < POINT_EVERY_MS) return;
      looked = event.originalEvent.timeStamp;
      this.#map.getCanvas().style.cursor = this.#sketch?.isActive
        ? 'crosshair'
        : this.#pick(event.point) === null
          ? ''
          : 'pointer';
    });
  }

  /** Draws the park; resolves when the first complete picture stands. */
  async draw(): Promise<void> {
    await loadLabelFonts(this.#options.model);
    this.#layers = layersOf(this.#look());
    const styled = this.#both().map((map) => once(map, 'styledata'));
    this.#ground.setStyle(styleOf(this.#groundLayers(), this.#options.model.info));
    this.#map.setStyle(
      styleOf(this.#filled.hideEmpty(aboveLayersOf(this.#look())), this.#options.model.info),
      {
        diff: false,
        validate: false,
      },
    );
    await Promise.all(styled);
    this.#live = new LiveFeatures(
      { ...this.#options, isNear: (at) => this.#isNear(at), marks: this.#marks },
      (source) => this.#geoSource(source),
    );
    this.#live.start();
    this.select(this.#selected);
    this.hide(this.#hidden);
    await giveStill(this.#options.model, (source, data) => {
      this.#setData(source, data);
    });
    await this.#standsComplete();
  }

  /** Every source has been drawn once and its labels placed. Not `idle`: a park that reports each second is never idle. */
  async #standsComplete(): Promise<void> {
    await Promise.all(this.#both().map(allDrawn));
    this.#ground.arrive();
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
    this.#marks.hide(hidden);
    for (const layer of this.#layers) {
      const map = this.#mapOf(layer.id);
      if ('source' in layer && this.#filled.isEmpty(layer.source)) continue;
      const visibility = isShown(layer.id, hidden, this.#signs) ? 'visible' : 'none';
      if (map.getLayoutProperty(layer.id, 'visibility') !== visibility) {
        map.setLayoutProperty(layer.id, 'visibility', visibility, { validate: false });
      }
      const filter = filterFor(layer, hidden);
      if (filter !== null) map.setFilter(layer.id, filter, { validate: false });
    }
  }

  /** Lays pictures over the ground, once the park is drawn. */
  showOverlays(laid: readonly LaidOverlay[]): void {
    if (this.#live === null) return;
    this.#overlays ??= new OverlayLayers(this.#ground.map);
    this.#overlays.show(laid);
  }

  /** Draws an open plan; null takes it away. */
  showPlan(plan: Plan | null, words: PlanWords): void {
    this.#plan?.remove();
    this.#plan = plan === null ? null : new PlanLayer(this.#map, this.#filled, plan, words);
  }

  /** Only on the user's own wish: opening a plan, or its key. */
  fitPlan(padding: PaddingOptions): void {
    this.#plan?.fit(padding, this.#options.stillness ? 0 : 600);
  }

  /** For tests: where the drawn zones lie from their source, degrees from north. */
  planBearing(): number | null {
    return this.#plan?.bearing() ?? null;
  }

  /** For tests: where the source of the open plan stands on the screen. */
  planSource(): { x: number; y: number } | null {
    return this.#plan?.source() ?? null;
  }

  /** Shows what is measured and drawn, and gives it the map's clicks while a tool is open. */
  showSketch(sketch: Sketch, words: () => SketchWords): void {
    this.#sketch = new SketchLayer(this.#map, this.#filled, sketch, words);
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
    for (const map of this.#both()) {
      for (const name of map.listImages()) {
        const image = drawImage(colours, name);
        if (image !== null) map.updateImage(name, image);
      }
    }
    const before = new Map(this.#layers.map((layer) => [layer.id, layer]));
    this.#layers = layersOf(this.#look());
    for (const layer of this.#layers) this.#restyleLayer(before.get(layer.id), layer);
    this.#marks.restyle();
    this.#sketch?.draw();
  }

  /** Touches only what differs: a changed expression makes the worker cut its tiles anew. */
  #restyleLayer(before: LayerSpecification | undefined, layer: LayerSpecification): void {
    type Named = Record<string, unknown>;
    const map = this.#mapOf(layer.id);
    const [oldPaint, oldLayout] = [(before?.paint ?? {}) as Named, (before?.layout ?? {}) as Named];
    for (const [name, value] of Object.entries((layer.paint ?? {}) as Named)) {
      if (JSON.stringify(oldPaint[name]) === JSON.stringify(value)) continue;
      map.setPaintProperty(layer.id, name as never, value as never, { validate: false });
    }
    for (const name of ['text-field', 'icon-image', 'text-offset'] as const) {
      const value = ((layer.layout ?? {}) as Named)[name];
      if (JSON.stringify(oldLayout[name]) === JSON.stringify(value)) continue;
      map.setLayoutProperty(layer.id, name, value as never, { validate: false });
    }
  }

  /** Draws nothing new while a page lies over the map. */
  rest(on: boolean): void {
    this.#live?.rest(on);
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
    this.#ground.arrive();
    const picture = await sharpPicture(this.#ground.map, this.#marks, this.#map);
    onSight?.(this.kindsInSight());
    this.#lamp = document.documentElement;
    day.remove();
    this.showSigns(signs);
    return picture;
  }

  /** The kinds of things in sight, by the layer that draws them: for the legend of a printed page. */
  kindsInSight(): ReadonlySet<string> {
    const kinds = new Set<string>(this.#marks.inSight());
    for (const map of this.#both()) {
      const layers = this.#layers.map((layer) => layer.id).filter((id) => map.getLayer(id));
      for (const feature of map.queryRenderedFeatures({ layers })) {
        kinds.add(feature.layer.id);
        const kind: unknown = feature.properties['kind'];
        if (typeof kind === 'string') kinds.add(`${feature.source}/${kind}`);
      }
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
    const object = code === null ? undefined : this.#objectOf(code);
    const features: GeoJSON.Feature[] =
      object === undefined ? [] : [{ type: 'Feature', properties: {}, geometry: object.geometry }];
    this.#filled.set('selection', features);
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
    const object = this.#objectOf(code);
    if (object === undefined) return;
    const [lon = 0, lat = 0] = middleOf(object.geometry).coordinates;
    const zoom = Math.max(
      this.#map.getZoom(),
      this.#options.model.enterprises.has(code) ? 15.2 : 16.6,
    );
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
    const map = this.#mapOf(layerId);
    return map.getLayer(layerId) === undefined
      ? 0
      : map.queryRenderedFeatures({ layers: [layerId] }).length;
  }

  /** For tests: where an object stands on the screen. */
  screenPositionOf(code: string): { x: number; y: number } | null {
    const object = this.#options.model.stations.get(code);
    return object === undefined ? null : this.#map.project([object.at[0], object.at[1]]);
  }

  remove(): void {
    this.#live?.stop();
    this.#sketch?.remove();
    this.#marks.remove();
    this.#ground.remove();
    this.#map.remove();
  }

  #objectOf(code: string): ParkObject | undefined {
    const { stations, tanks, enterprises, units, places } = this.#options.model;
    return (
      stations.get(code) ??
      tanks.get(code) ??
      enterprises.get(code) ??
      units.get(code) ??
      places.get(code)
    );
  }

  #both(): [MapLibreMap, MapLibreMap] {
    return [this.#ground.map, this.#map];
  }

  /** The map that draws this layer. */
  #mapOf(layerId: string): MapLibreMap {
    const ground = this.#ground.map;
    return ground.getLayer(layerId) === undefined ? this.#map : ground;
  }

  /** Near enough that its number is written beside a station: from this zoom on, and in sight. */
  #isNear([lon, lat]: readonly [number, number]): boolean {
    if (this.#map.getZoom() < VALUES_FROM_ZOOM) return false;
    const { x, y } = this.#map.project([lon, lat]);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return x > -NEAR_PX && x < clientWidth + NEAR_PX && y > -NEAR_PX && y < clientHeight + NEAR_PX;
  }

  #pick(point: Point): string | null {
    return pickObject({ above: this.#map, ground: this.#ground.map, marks: this.#marks }, point);
  }

  /** Gives a source its data in whichever map draws from it. */
  #setData(id: string, data: GeoJSON.FeatureCollection): void {
    for (const map of this.#both()) void map.getSource<GeoJSONSource>(id)?.setData(data);
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

  #groundLayers(): LayerSpecification[] {
    const layers = groundLayersOf(this.#look()).map(fromJoined);
    if (this.#options.model.info.tiles) {
      layers.splice(1, 0, { id: 'tiles', type: 'raster', source: 'tiles' });
    }
    return layers;
  }
}

function once(map: MapLibreMap, event: 'styledata' | 'render'): Promise<void> {
  return new Promise((resolve) => {
    void map.once(event, () => {
      resolve();
    });
  });
}
