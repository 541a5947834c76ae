import type {
  LngLatBoundsLike,
  Map as MapLibreMap,
  MapMouseEvent,
  MapTouchEvent,
  PaddingOptions,
} from 'maplibre-gl';
import type { Plan } from '../state/Plan';
import {
  bandOf,
  firstMinutesOf,
  frontsOf,
  pointsOfPlan,
  probableOf,
  zonesOf,
  type PlanWords,
} from './planFeatures';
import { planSources } from './planLayers';
import type { FilledSources } from './FilledSources';

const TOUCH_RADIUS_PX = 18;
/** A plume may be longer; then its beginning is what must be seen. */
const MOST_SHOWN_M = 6_000;
const METRES_PER_DEGREE = 111_320;

/** Draws the open plan and lets its source be dragged; a click elsewhere asks for the numbers there. */
export class PlanLayer {
  readonly #map: MapLibreMap;
  readonly #sources: FilledSources;
  readonly #plan: Plan;
  readonly #words: PlanWords;
  readonly #endings: (() => void)[] = [];
  #dragging = false;
  #zones: GeoJSON.Feature[] = [];

  constructor(map: MapLibreMap, sources: FilledSources, plan: Plan, words: PlanWords) {
    this.#map = map;
    this.#sources = sources;
    this.#plan = plan;
    this.#words = words;
    const draw = (): void => {
      this.draw();
    };
    const { answer, hazard, level, timeS, compared, input, probe, probability, firstMinutes } =
      plan;
    this.#endings.push(
      answer.listen(draw),
      hazard.listen(draw),
      level.listen(draw),
      timeS.listen(draw),
      compared.listen(draw),
      input.listen(draw),
      probe.listen(draw),
      probability.on.listen(draw),
      probability.answer.listen(draw),
      firstMinutes.answer.listen(draw),
      firstMinutes.drawn.listen(draw),
    );
    this.#listen();
    this.draw();
  }

  draw(): void {
    const plan = this.#plan;
    const words = this.#words;
    const answer = plan.answer.value;
    const probable = plan.probability.on.value ? plan.probability.answer.value : null;
    const asks = plan.probability.on.value;
    this.#zones =
      probable !== null
        ? probableOf(plan, probable, words.probable)
        : answer === null || asks
          ? []
          : zonesOf(plan, answer, plan.timeS.value, words.zone);
    const still = answer !== null && !asks && plan.timeS.value === null;
    const kept = plan.compared.value?.answer;
    this.#sources.set('plan_zones', this.#zones);
    this.#sources.set('plan_fronts', still ? frontsOf(plan, answer, words.front) : []);
    this.#sources.set('plan_band', still ? bandOf(plan, answer) : []);
    this.#sources.set(
      'plan_compared',
      kept === undefined ? [] : zonesOf(plan, kept, null, words.kept),
    );
    this.#sources.set('plan_first', firstMinutesOf(plan, words.first));
    this.#sources.set('plan_points', pointsOfPlan(plan));
  }

  /** Brings the zones onto the screen, those parts at least that lie within some kilometres of the source. */
  fit(padding: PaddingOptions, duration: number): void {
    const [lon, lat] = this.#plan.input.value.at;
    const tall = MOST_SHOWN_M / METRES_PER_DEGREE;
    const wide = tall / Math.cos((lat * Math.PI) / 180);
    const box: [number, number, number, number] = [lon, lat, lon, lat];
    for (const zone of this.#zones) {
      for (const corner of (zone.geometry as GeoJSON.MultiPolygon).coordinates.flat(2)) {
        const x = Math.min(lon + wide, Math.max(lon - wide, corner[0] ?? lon));
        const y = Math.min(lat + tall, Math.max(lat - tall, corner[1] ?? lat));
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
    this.#map.fitBounds(box as LngLatBoundsLike, { padding, duration, maxZoom: 16.5 });
  }

  /** Where the source stands on the screen. */
  source(): { x: number; y: number } {
    const { at } = this.#plan.input.value;
    const { x, y } = this.#map.project([at[0], at[1]]);
    return { x, y };
  }

  /** The bearing from the source to the middle of what is drawn, degrees from north; null while nothing is. */
  bearing(): number | null {
    const [lon, lat] = this.#plan.input.value.at;
    const corners = this.#zones.flatMap((zone) =>
      (zone.geometry as GeoJSON.MultiPolygon).coordinates.flat(2),
    );
    if (corners.length === 0) return null;
    const mean = (axis: 0 | 1): number =>
      corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
    const east = (mean(0) - lon) * Math.cos((lat * Math.PI) / 180);
    return ((Math.atan2(east, mean(1) - lat) * 180) / Math.PI + 360) % 360;
  }

  remove(): void {
    for (const end of this.#endings) end();
    for (const source of planSources) this.#sources.set(source, []);
  }

  #listen(): void {
    const map = this.#map;
    const isSource = (event: MapMouseEvent | MapTouchEvent): boolean => {
      const { at } = this.#plan.input.value;
      return map.project([at[0], at[1]]).dist(event.point) <= TOUCH_RADIUS_PX;
    };
    const begin = (event: MapMouseEvent | MapTouchEvent): void => {
      if (!isSource(event)) return;
      event.preventDefault();
      this.#dragging = true;
    };
    const move = (event: MapTouchEvent): void => {
      if (this.#dragging) this.#plan.drag([event.lngLat.lng, event.lngLat.lat]);
    };
    // a mouse may pass over panels, of which the map hears nothing
    const moveMouse = (event: MouseEvent): void => {
      if (!this.#dragging) return;
      const box = map.getContainer().getBoundingClientRect();
      const { lng, lat } = map.unproject([event.clientX - box.left, event.clientY - box.top]);
      this.#plan.drag([lng, lat]);
    };
    const end = (): void => {
      if (this.#dragging) this.#plan.drop();
      this.#dragging = false;
    };
    map.on('mousedown', begin);
    map.on('touchstart', begin);
    map.on('touchmove', move);
    map.on('touchend', end);
    window.addEventListener('mousemove', moveMouse);
    window.addEventListener('mouseup', end);
    this.#endings.push(() => {
      map.off('mousedown', begin);
      map.off('touchstart', begin);
      map.off('touchmove', move);
      map.off('touchend', end);
      window.removeEventListener('mousemove', moveMouse);
      window.removeEventListener('mouseup', end);
    });
  }
}
