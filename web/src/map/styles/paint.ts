import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Language } from '../../text/language';
import type { Colours } from '../colours';

/** What a layer needs to know to draw itself. */
export interface Look {
  readonly colours: Colours;
  readonly language: Language;
  /** full-colour signs, as in incidents and print */
  readonly signs: boolean;
  /** pixels per metre on the ground at zoom 0, in the middle of the park */
  readonly pixelsPerMetreAtZoom0: number;
}

export type LayerBuilder = (look: Look) => LayerSpecification[];

/**
 * The fonts of labels, drawn by the browser itself: without a glyph server MapLibre takes the family names as they
 * stand, and the word Medium in the first name as the weight.
 */
export const labelFont = [
  'Windrose Medium',
  'Inter Variable',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans SC Variable',
];

/** A width that follows real metres from `realFromZoom` on and never falls below `overviewPx` before it. */
export function metres(
  look: Look,
  width: ExpressionSpecification | number,
  overviewPx: ExpressionSpecification | number,
  realFromZoom = 15,
): DataDrivenPropertyValueSpecification<number> {
  const at = (zoom: number): ExpressionSpecification => [
    '*',
    width,
    2 ** zoom * look.pixelsPerMetreAtZoom0,
  ];
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    10,
    ['*', overviewPx, 0.5],
    13,
    overviewPx,
    realFromZoom,
    ['max', overviewPx, at(realFromZoom)],
    21,
    at(21),
  ];
}

/** Fades a layer in over half a zoom level. */
export function fadeIn(fromZoom: number, opacity = 1): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], fromZoom, 0, fromZoom + 0.5, opacity];
}

/** The object's name in the reader's language, by the first of `properties` that the object has. */
export function nameOf(look: Look, ...properties: string[]): ExpressionSpecification {
  const tail = look.language === 'en' ? 'en' : 'zh';
  const names = properties.map((name): ExpressionSpecification => ['get', `${name}_${tail}`]);
  return ['coalesce', ...names, ''] as unknown as ExpressionSpecification;
}

export function isKind(...kinds: string[]): ExpressionSpecification {
  return ['in', ['get', 'kind'], ['literal', kinds]];
}
