import {
  cleaned,
  isRecord,
  MOST_DRAWINGS,
  MOST_POINTS,
  newId,
  toPosition,
  type Drawing,
} from '../../state/Drawings';
import {
  drawingKinds,
  isDrawingKind,
  kindOfSign,
  leastPoints,
  type DrawingKind,
  type Shape,
} from './drawingKinds';
import { signedAreaM2, type Position } from './geodesy';

/** Drawings as GeoJSON (RFC 7946) for other maps, and back. */
export const LARGEST_FILE = 1_000_000;

export interface TakenFile {
  readonly drawings: readonly Drawing[];
  /** features that are no drawing: wrong shape, too many points, off the earth */
  readonly leftOut: number;
  /** areas that lost their holes */
  readonly holes: number;
}

export function writeGeoJson(drawings: readonly Drawing[]): string {
  const features = drawings.map((one): GeoJSON.Feature => {
    const { shape, sign } = drawingKinds[one.kind];
    const code = sign === null ? {} : { gb_t_35649: sign };
    return {
      type: 'Feature',
      id: one.id,
      properties: { name: one.name, kind: one.kind, ...code },
      geometry: geometryOf(shape, one.points),
    };
  });
  const file: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features };
  return JSON.stringify(file, null, 1);
}

export function geometryOf(shape: Shape, points: readonly Position[]): GeoJSON.Geometry {
  const places = points.map(([lon, lat]): GeoJSON.Position => [lon, lat]);
  if (shape === 'point') return { type: 'Point', coordinates: places[0] ?? [] };
  if (shape === 'line') return { type: 'LineString', coordinates: places };
  const ring = signedAreaM2(points) < 0 ? [...places].reverse() : places;
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

/** Null for a text that is no GeoJSON at all. */
export function readGeoJson(text: string): TakenFile | null {
  if (text.length > LARGEST_FILE) return null;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const features = featuresOf(found);
  if (features === null) return null;
  const drawings: Drawing[] = [];
  let [leftOut, holes] = [0, 0];
  for (const feature of features) {
    const parts = partsOf(isRecord(feature) ? feature['geometry'] : null);
    const taken = parts.map((part) => toDrawing(feature, part));
    holes += parts.filter((part) => part.holes > 0).length;
    leftOut += parts.length === 0 ? 1 : taken.filter((one) => one === null).length;
    drawings.push(...taken.filter((one) => one !== null));
  }
  const kept = drawings.slice(0, MOST_DRAWINGS);
  return { drawings: kept, leftOut: leftOut + drawings.length - kept.length, holes };
}

function featuresOf(found: unknown): unknown[] | null {
  if (!isRecord(found)) return null;
  if (found['type'] === 'FeatureCollection')
    return Array.isArray(found['features']) ? (found['features'] as unknown[]) : null;
  return found['type'] === 'Feature' ? [found] : null;
}

interface Part {
  readonly shape: Shape;
  readonly places: unknown;
  readonly holes: number;
}

function partsOf(geometry: unknown): Part[] {
  if (!isRecord(geometry)) return [];
  const places = geometry['coordinates'];
  const many = Array.isArray(places) ? (places as unknown[]) : [];
  switch (geometry['type']) {
    case 'Point':
      return [{ shape: 'point', places: [places], holes: 0 }];
    case 'LineString':
      return [{ shape: 'line', places, holes: 0 }];
    case 'Polygon':
      return [polygonOf(many)];
    case 'MultiPoint':
      return many.map((one) => ({ shape: 'point', places: [one], holes: 0 }));
    case 'MultiLineString':
      return many.map((one) => ({ shape: 'line', places: one, holes: 0 }));
    case 'MultiPolygon':
      return many.map((one) => polygonOf(Array.isArray(one) ? (one as unknown[]) : []));
    default:
      return [];
  }
}

function polygonOf(rings: unknown[]): Part {
  const outer = Array.isArray(rings[0]) ? (rings[0] as unknown[]).slice(0, -1) : [];
  return { shape: 'area', places: outer, holes: Math.max(0, rings.length - 1) };
}

function toDrawing(feature: unknown, { shape, places }: Part): Drawing | null {
  if (!Array.isArray(places) || places.length < leastPoints[shape] || places.length > MOST_POINTS)
    return null;
  const points = places.map(toPosition);
  if (points.includes(null)) return null;
  const properties = isRecord(feature) ? feature['properties'] : null;
  const said = isRecord(properties) ? properties : {};
  const name = said['name'] ?? said['name_zh'] ?? said['title'];
  return cleaned({
    id: newId(),
    kind: kindOf(said, shape),
    name: typeof name === 'string' ? name : '',
    points: points as Position[],
  });
}

function kindOf(said: Record<string, unknown>, shape: Shape): DrawingKind {
  const asked = isDrawingKind(said['kind']) ? said['kind'] : kindOfSign(said['gb_t_35649']);
  return asked !== undefined && drawingKinds[asked].shape === shape ? asked : shape;
}
