import type { GeoJSONSource } from 'maplibre-gl';
import type { ParkModel, ParkObject, Station } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import { FeatureFeed } from './FeatureFeed';
import { middleOf } from './middle';
import { quietKinds } from './layers/stations';
import {
  stationProperties,
  tankLevel,
  tankProperties,
  type FeatureProperties,
} from './stationLook';
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
  readonly #isNear: (at: readonly [number, number]) => boolean;
  readonly #stations: FeatureFeed;
  readonly #tanks: FeatureFeed;
  readonly #tankNames: FeatureFeed;
  readonly #levels: FeatureFeed;
  /** stations whose number is written on the map */
  readonly #near = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #levelShapes = new Map<string, { level: number; shape: GeoJSON.Polygon | null }>();
  readonly #middles = new Map<string, GeoJSON.Point>();
  #timers: ReturnType<typeof setInterval>[] = [];
  #unlisten: () => void = () => undefined;
  #resting = false;

  constructor(
    from: {
      model: ParkModel;
      state: ParkState;
      drillWord: string;
      /** whether a place is looked at from near */
      isNear: (at: readonly [number, number]) => boolean;
    },
    sourceOf: (id: string) => GeoJSONSource,
  ) {
    this.#model = from.model;
    this.#state = from.state;
    this.#drillWord = from.drillWord;
    this.#isNear = from.isNear;
    this.#stations = new FeatureFeed(sourceOf('stations'));
    this.#tanks = new FeatureFeed(sourceOf('tanks'));
    this.#tankNames = new FeatureFeed(sourceOf('tank_names'));
    this.#levels = new FeatureFeed(sourceOf('tank_levels'));
  }

  start(): void {
    this.#reviewAll();
    this.moved();
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

  /** The camera has moved: other stations may be near now. */
  moved(): void {
    for (const station of this.#model.stations.values()) {
      if (!quietKinds.includes(station.kind)) continue;
      const near = this.#isNear(station.at);
      if (near === this.#near.has(station.code)) continue;
      if (near) this.#near.add(station.code);
      else this.#near.delete(station.code);
      this.#changed.add(station.code);
    }
    this.#flush();
  }

  /** While nobody looks, what changed is remembered and not drawn. */
  rest(on: boolean): void {
    this.#resting = on;
    if (on) return;
    this.#reviewAll();
    this.#flush();
  }

  stop(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
  }

  #reviewAll(): void {
    if (this.#resting) return;
    for (const code of this.#model.stations.keys()) this.#changed.add(code);
    for (const tank of this.#model.tanks.keys()) this.#showTank(tank);
  }

  #flush(): void {
    if (this.#resting) return;
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
    const properties = this.#propertiesOf(station);
    this.#stations.put(station.code, properties, station.geometry);
    if (station.kind === 'tank_instrument')
      this.#showTank(String(station.properties['asset'] ?? ''));
  }

  /** A number that is not written anywhere is left out: then the map has nothing to cut and draw anew when it changes. */
  #propertiesOf(station: Station): FeatureProperties {
    const properties = stationProperties(station, this.#state, this.#drillWord);
    const isQuiet = quietKinds.includes(station.kind) && properties['alarm'] !== true;
    return isQuiet && !this.#near.has(station.code) ? { ...properties, label: '' } : properties;
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
