import type { GeoJSONSource } from 'maplibre-gl';
import type { ParkModel, ParkObject, Station } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import { FeatureFeed } from './FeatureFeed';
import { middleOf } from './middle';
import { quietKinds } from './layers/stations';
import { stationProperties, tankLevel, tankProperties } from './stationLook';
import { dotKinds } from './marks/Dots';
import type { LiveMarks } from './marks/LiveMarks';

const UPDATE_EVERY_MS = 800;
/** Ages move on without a message, so everything is looked at again this often. */
const REVIEW_EVERY_MS = 5000;

/** Mirrors the live state onto the map: stations with their symbol and value, tanks with their level. */
export class LiveFeatures {
  readonly #model: ParkModel;
  readonly #state: ParkState;
  readonly #drillWord: string;
  readonly #isNear: (at: readonly [number, number]) => boolean;
  readonly #marks: LiveMarks;
  readonly #stations: FeatureFeed;
  readonly #tankNames: FeatureFeed;
  /** stations whose number is written on the map */
  readonly #near = new Set<string>();
  readonly #changed = new Set<string>();
  /** stations that are drawn */
  readonly #drawn = new Set<string>();
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
      marks: LiveMarks;
    },
    sourceOf: (id: string) => GeoJSONSource,
  ) {
    this.#model = from.model;
    this.#state = from.state;
    this.#drillWord = from.drillWord;
    this.#isNear = from.isNear;
    this.#marks = from.marks;
    this.#stations = new FeatureFeed(sourceOf('stations'));
    this.#tankNames = new FeatureFeed(sourceOf('tank_names'));
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
    for (const code of this.#drawn) if (!this.#model.stations.has(code)) this.#takeAway(code);
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
    this.#tankNames.flush();
    this.#marks.flush();
  }

  /** A device was retired. */
  #takeAway(code: string): void {
    this.#drawn.delete(code);
    this.#marks.dots.remove(code);
    this.#stations.put(code, {}, null);
  }

  /** A normal detector is a dot; of those only what has its number beside it is drawn by the map as well. */
  #showStation(station: Station): void {
    this.#drawn.add(station.code);
    const look = stationProperties(station, this.#state, this.#drillWord);
    const isNear = this.#near.has(station.code);
    const isDot = dotKinds.includes(station.kind) && !look.abnormal;
    if (isDot) this.#marks.dots.put(station, look.icon);
    else this.#marks.dots.remove(station.code);
    // a number that is not written anywhere is left out: then the map has nothing to draw anew when it changes
    const isWritten = look.alarm || isNear || !quietKinds.includes(station.kind);
    const properties = isWritten ? look : { ...look, label: '' };
    this.#stations.put(station.code, properties, isDot && !isNear ? null : station.geometry);
    if (station.kind === 'tank_instrument')
      this.#showTank(String(station.properties['asset'] ?? ''));
  }

  #showTank(code: string): void {
    const tank = this.#model.tanks.get(code);
    if (tank === undefined) return;
    const level = tankLevel(tank, this.#model, this.#state);
    this.#marks.tanks.put(tank, level);
    this.#tankNames.put(code, tankProperties(tank, level), this.#middleOf(tank));
  }

  /** The same object each time, since a feed takes another one for a move. */
  #middleOf(tank: ParkObject): GeoJSON.Point {
    const known = this.#middles.get(tank.code) ?? middleOf(tank.geometry);
    this.#middles.set(tank.code, known);
    return known;
  }
}
