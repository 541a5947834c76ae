import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  MapMouseEvent,
  MapTouchEvent,
} from 'maplibre-gl';
import type { CaseAnswer, HazardAnswer, RunAnswer, ZoneShape } from '../protocol/consequence';
import type { Plan } from '../state/Plan';
import { labelFont, type LayerBuilder } from './styles/paint';

export const planSources = ['plan_zones', 'plan_band', 'plan_compared', 'plan_points'] as const;

/** Zones of a what-if: citron, nested by strength; three bare outlines while the source is only assumed. */
export const planLayers: LayerBuilder = (look) => {
  const c = look.colours;
  const layers: LayerSpecification[] = [
    {
      id: 'plan-band',
      type: 'line',
      source: 'plan_band',
      paint: {
        'line-color': c.plume,
        'line-width': 1.25,
        'line-dasharray': [4, 3],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'plan-fill',
      type: 'fill',
      source: 'plan_zones',
      filter: ['==', ['get', 'filled'], true],
      paint: {
        'fill-color': c.plume,
        'fill-opacity': ['match', ['get', 'rank'], 0, 0.4, 1, 0.2, 0.12],
      },
    },
    {
      id: 'plan-line',
      type: 'line',
      source: 'plan_zones',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': c.plume,
        'line-width': ['match', ['get', 'case'], 'full', 2.25, 'large', 1.5, 'small', 1, 1.5],
        'line-opacity': ['match', ['get', 'rank'], 0, 1, 1, 0.85, 0.7],
      },
    },
    {
      id: 'plan-compared',
      type: 'line',
      source: 'plan_compared',
      paint: { 'line-color': c.muted, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      id: 'plan-label',
      type: 'symbol',
      source: 'plan_zones',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360,
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': 11,
        'text-padding': 4,
      },
      paint: { 'text-color': c.text, 'text-halo-color': c.panel, 'text-halo-width': 2 },
    },
    {
      id: 'plan-point',
      type: 'circle',
      source: 'plan_points',
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'source', 9, 5],
        'circle-color': ['match', ['get', 'kind'], 'source', c.plume, c.panel],
        'circle-stroke-color': ['match', ['get', 'kind'], 'source', c.ground, c.accent],
        'circle-stroke-width': 2.5,
      },
    },
  ];
  return layers;
};

/** Draws the open plan and lets its source be dragged; a click elsewhere asks for the numbers there. */
export class PlanLayer {
  readonly #map: MapLibreMap;
  readonly #plan: Plan;
  readonly #levelWord: (zone: ZoneShape, one: CaseAnswer, answer: RunAnswer) => string;
  readonly #endings: (() => void)[] = [];
  #dragging = false;

  constructor(
    map: MapLibreMap,
    plan: Plan,
    levelWord: (zone: ZoneShape, one: CaseAnswer, answer: RunAnswer) => string,
  ) {
    this.#map = map;
    this.#plan = plan;
    this.#levelWord = levelWord;
    const draw = (): void => {
      this.draw();
    };
    for (const cell of [plan.answer, plan.hazard, plan.timeS, plan.compared]) {
      this.#endings.push(cell.listen(draw));
    }
    this.#endings.push(plan.input.listen(draw), plan.probe.listen(draw));
    this.#listen();
    this.draw();
  }

  draw(): void {
    const { answer, compared, probe, input } = this.#plan;
    this.#set('plan_zones', this.#zones(answer.value, true));
    this.#set('plan_compared', this.#zones(compared.value, false));
    this.#set('plan_band', this.#band(answer.value));
    const point = (kind: string, at: readonly [number, number]): GeoJSON.Feature => ({
      type: 'Feature',
      properties: { kind },
      geometry: { type: 'Point', coordinates: [at[0], at[1]] },
    });
    const points = [point('source', input.value.at)];
    if (probe.value !== null) points.push(point('probe', probe.value));
    this.#set('plan_points', points);
  }

  remove(): void {
    for (const end of this.#endings) end();
    for (const source of planSources) this.#set(source, []);
  }

  #hazardOf(one: CaseAnswer): HazardAnswer | undefined {
    return one.hazards.find((each) => each.hazard === this.#plan.hazard.value);
  }

  #zones(answer: RunAnswer | null, named: boolean): GeoJSON.Feature[] {
    if (answer === null) return [];
    const assumed = answer.source_assumed;
    return answer.cases.flatMap((one) => {
      const hazard = this.#hazardOf(one);
      const timeS = this.#plan.timeS.value;
      const slice = hazard?.slices?.find((each) => each.s === timeS);
      const zones: ZoneShape[] = (timeS === null ? hazard?.zones : slice?.zones) ?? [];
      // while the size of the hole is assumed, one outline for each size says more than nine
      const chosen = assumed ? zones.slice(Math.min(1, zones.length - 1), 2) : zones;
      return chosen
        .map((zone) => ({ zone, rank: zones.indexOf(zone) }))
        .filter(({ zone }) => zone.geometry.coordinates.length > 0)
        .reverse()
        .map(({ zone, rank }): GeoJSON.Feature => ({
          type: 'Feature',
          properties: {
            rank,
            case: one.id,
            filled: !assumed && named,
            label: named ? this.#levelWord(zone, one, answer) : '',
          },
          geometry: zone.geometry,
        }));
    });
  }

  #band(answer: RunAnswer | null): GeoJSON.Feature[] {
    const last = answer?.cases.at(-1);
    const band = last === undefined ? undefined : this.#hazardOf(last)?.band;
    return band === undefined ? [] : [{ type: 'Feature', properties: {}, geometry: band }];
  }

  #set(source: string, features: GeoJSON.Feature[]): void {
    void this.#map
      .getSource<GeoJSONSource>(source)
      ?.setData({ type: 'FeatureCollection', features });
  }

  #listen(): void {
    const map = this.#map;
    const isSource = (event: MapMouseEvent | MapTouchEvent): boolean =>
      map
        .queryRenderedFeatures(event.point, { layers: ['plan-point'] })
        .some((feature) => feature.properties['kind'] === 'source');
    const begin = (event: MapMouseEvent | MapTouchEvent): void => {
      if (!isSource(event)) return;
      event.preventDefault();
      this.#dragging = true;
    };
    const move = (event: MapMouseEvent | MapTouchEvent): void => {
      if (!this.#dragging) return;
      this.#plan.change({ at: [event.lngLat.lng, event.lngLat.lat], tank: null });
    };
    const end = (): void => {
      this.#dragging = false;
    };
    map.on('mousedown', begin);
    map.on('touchstart', begin);
    map.on('mousemove', move);
    map.on('touchmove', move);
    map.on('mouseup', end);
    map.on('touchend', end);
    this.#endings.push(() => {
      map.off('mousedown', begin);
      map.off('touchstart', begin);
      map.off('mousemove', move);
      map.off('touchmove', move);
      map.off('mouseup', end);
      map.off('touchend', end);
    });
  }
}
