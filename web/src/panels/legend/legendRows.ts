import type { Condition } from '../../live/status';
import { drawingKindNames, drawingKinds, type DrawingKind } from '../../map/tools/drawingKinds';
import { signs } from '../../map/symbols/signs';
import type { Language } from '../../text/language';
import type { Texts } from '../../text/texts';
import { kindText, placeText } from '../objects/kindText';

/** How a row of the legend is drawn: a mark of severity, a symbol of the map, a sample of ground, a drawn sign. */
export type Sample =
  | { readonly as: 'condition'; readonly condition: Condition }
  | { readonly as: 'symbol'; readonly name: string }
  | { readonly as: 'ground'; readonly name: GroundName }
  | { readonly as: 'drawing'; readonly kind: DrawingKind };

export interface LegendRow {
  readonly key: string;
  readonly sample: Sample;
  readonly text: string;
}

export interface LegendPart {
  readonly title: string;
  readonly rows: readonly LegendRow[];
}

export const grounds = [
  'park',
  'enterprise',
  'unit',
  'tank',
  'tank_unknown',
  'bund',
  'pipe_rack',
  'road',
  'rail',
  'power',
  'water',
  'people_area',
  'camera_view',
  'hydrant',
] as const;
export type GroundName = (typeof grounds)[number];

/** The layer that must be in sight for a sample of ground to stand in a printed legend. */
const layerOf: Record<GroundName, string> = {
  park: 'park-line',
  enterprise: 'enterprise',
  unit: 'unit',
  tank: 'tank-level',
  tank_unknown: 'tank-line-unknown',
  bund: 'bund-wall',
  pipe_rack: 'pipe-rack',
  road: 'road-main',
  rail: 'rail',
  power: 'power-line',
  water: 'water',
  people_area: 'people-area',
  camera_view: 'camera-view',
  hydrant: 'hydrant',
};

const conditions: readonly Condition[] = [
  'p1',
  'p2',
  'p3',
  'normal',
  'unknown',
  'fault',
  'service',
];
const stations = [
  'gas_detector',
  'weather_mast',
  'air_standard',
  'air_micro',
  'water_level',
  'water_quality',
  'cctv',
  'gate',
  'hazmat_parking',
  'gateway',
];
const quiet: readonly [string, keyof Texts][] = [
  ['fire_station', 'legend_fire_station'],
  ['depot', 'legend_depot'],
  ['shelter', 'legend_shelter'],
  ['care', 'legend_care'],
];

/**
 * All that the map may show, or only what is in sight. With signs on, the full-colour signs stand for the grey outlines. `inSight`
 * holds layers and `source/kind` pairs.
 */
export function legendParts(
  texts: Texts,
  language: Language,
  withSigns: boolean,
  inSight: ReadonlySet<string> | null,
): LegendPart[] {
  const seen = (...names: string[]): boolean =>
    inSight === null || names.some((name) => inSight.has(name));
  const tail = language === 'en' ? 'en' : 'zh';
  const places = ['resources', 'shelters', 'people', 'units'];
  const signRows = Object.keys(signs)
    .filter((kind) => seen(...places.map((source) => `${source}/${kind}`)))
    .map((kind) => symbol(`sign-${kind}-${tail}`, signText(texts, kind)));
  const quietRows = quiet.map(([name, key]) => symbol(name, String(texts[key])));
  const parts: LegendPart[] = [
    {
      title: texts.legendState,
      rows: conditions.map((condition) => ({
        key: condition,
        sample: { as: 'condition', condition },
        text: texts[`condition_${condition}`],
      })),
    },
    {
      title: texts.legendStations,
      rows: stations
        .filter((kind) => seen(`stations/${kind}`))
        .map((kind) => symbol(`${kind}-normal`, kindText(texts, kind))),
    },
    { title: texts.legendHelp, rows: withSigns ? signRows : quietRows },
    {
      title: texts.legendGround,
      rows: grounds
        .filter((name) => seen(layerOf[name]) && !(withSigns && name === 'hydrant'))
        .map((name) => ({
          key: name,
          sample: { as: 'ground', name },
          text: texts[`ground_${name}`],
        })),
    },
    {
      title: texts.drawTitle,
      rows: drawingKindNames
        .filter((kind) => drawingKinds[kind].sign !== null && seen(`drawings/${kind}`))
        .map((kind) => ({
          key: kind,
          sample: { as: 'drawing', kind },
          text: texts[`draw_${kind}`],
        })),
    },
  ];
  return parts.filter((part) => part.rows.length > 0);
}

function symbol(name: string, text: string): LegendRow {
  return { key: name, sample: { as: 'symbol', name }, text };
}

function signText(texts: Texts, kind: string): string {
  const unit = (texts as unknown as Record<string, unknown>)[`unit_${kind}`];
  return typeof unit === 'string' ? unit : placeText(texts, kind);
}
