import type { GeoJSONSource } from 'maplibre-gl';
import type { ParkModel, ParkObject, Station } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import { cameraView } from './cameraView';
import { FeatureFeed } from './FeatureFeed';
import { middleOf } from './middle';
import { stationProperties, tankLevel, tankProperties } from './stationLook';
import { levelShape } from './tankLevel';

const UPDATE_EVERY_MS = 800;
/** Ages move on without a message, so everything is looked at again this often. */
const REVIEW_EVERY_MS = 5000;
/** A level shape is drawn anew when the level moved by this many percent. */
const LEVEL_STEP = 0.5;

/** Mirrors the live state onto the map: stations with their symbol and value, tanks with their level. */
export class LiveFeatures {
  readonly #model: ParkModel;
  readonly #state: ParkState;
  readonly #drillWord: string;
  readonly #stations: FeatureFeed;
  readonly #tanks: FeatureFeed;
  readonly #tankNames: FeatureFeed;
  readonly #levels: FeatureFeed;
  readonly #changed = new Set<string>();
  readonly #levelShapes = new Map<string, { level: number; shape: GeoJSON.Polygon | null }>();
  readonly #middles = new Map<string, GeoJSON.Point>();
  #timers: ReturnType<typeof setInterval>[] = [];
  #unlisten: () => void = () => undefined;

  constructor(
    from: { model: ParkModel; state: ParkState; drillWord: string },
    sourceOf: (id: string) => GeoJSONSource,
  ) {
    this.#model = from.model;
    this.#state = from.state;
    this.#drillWord = from.drillWord;
    this.#stations = new FeatureFeed(sourceOf('stations'));
    this.#tanks = new FeatureFeed(sourceOf('tanks'));
    this.#tankNames = new FeatureFeed(sourceOf('tank_names'));
    this.#levels = new FeatureFeed(sourceOf('tank_levels'));
    void sourceOf('enterprises').setData(collection(from.model.enterprises.values()));
    void sourceOf('enterprise_names').setData(
      collection(from.model.enterprises.values(), middleOf),
    );
    void sourceOf('units').setData(collection(from.model.units.values()));
    void sourceOf('camera_views').setData(cameraViews(from.model));
  }

  start(): void {
    this.#reviewAll();
    this.#flush();
    this.#unlisten = this.#state.onReadings((changed) => {
      for (const id of changed) this.#changed.add(this.#model.series.get(id)?.station ?? '');
    });
    this.#timers = [
      setInterval(() => {
        this.#flush();
      }, UPDATE_EVERY_MS),
      setInterval(() => {
        this.#reviewAll();
      }, REVIEW_EVERY_MS),
    ];
  }

  stop(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
  }

  #reviewAll(): void {
    for (const code of this.#model.stations.keys()) this.#changed.add(code);
    for (const tank of this.#model.tanks.keys()) this.#showTank(tank);
  }

  #flush(): void {
    for (const code of this.#changed) {
      const station = this.#model.stations.get(code);
      if (station !== undefined) this.#showStation(station);
    }
    this.#changed.clear();
    this.#stations.flush();
    this.#tanks.flush();
    this.#tankNames.flush();
    this.#levels.flush();
  }

  #showStation(station: Station): void {
    const properties = stationProperties(station, this.#state, this.#drillWord);
    this.#stations.put(station.code, properties, station.geometry);
    if (station.kind === 'tank_instrument')
      this.#showTank(String(station.properties['asset'] ?? ''));
  }

  #showTank(code: string): void {
    const tank = this.#model.tanks.get(code);
    if (tank === undefined) return;
    const level = tankLevel(tank, this.#model, this.#state);
    this.#tanks.put(code, { code, known: level !== null }, tank.geometry);
    this.#tankNames.put(code, tankProperties(tank, level), this.#middleOf(tank));
    this.#levels.put(code, {}, level === null ? null : this.#shapeOf(code, tank.geometry, level));
  }

  /** The same object each time, since a feed takes another one for a move. */
  #middleOf(tank: ParkObject): GeoJSON.Point {
    const known = this.#middles.get(tank.code) ?? middleOf(tank.geometry);
    this.#middles.set(tank.code, known);
    return known;
  }

  #shapeOf(code: string, outline: GeoJSON.Geometry, level: number): GeoJSON.Polygon | null {
    const known = this.#levelShapes.get(code);
    if (known !== undefined && Math.abs(known.level - level) < LEVEL_STEP) return known.shape;
    const shape = levelShape(outline, level / 100);
    this.#levelShapes.set(code, { level, shape });
    return shape;
  }
}

function cameraViews(model: ParkModel): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  for (const station of model.stations.values()) {
    const geometry = station.kind === 'cctv' ? cameraView(station) : null;
    if (geometry !== null) features.push({ type: 'Feature', properties: {}, geometry });
  }
  return { type: 'FeatureCollection', features };
}

function collection(
  objects: Iterable<ParkObject>,
  shape: (geometry: GeoJSON.Geometry) => GeoJSON.Geometry = (geometry) => geometry,
): GeoJSON.FeatureCollection {
  const features = [...objects].map((object): GeoJSON.Feature => ({
    type: 'Feature',
    id: object.code,
    properties: { ...object.properties, code: object.code },
    geometry: shape(object.geometry),
  }));
  return { type: 'FeatureCollection', features };
}
