import { MercatorCoordinate } from 'maplibre-gl';
import type { ParkObject } from '../../live/parkModel';
import type { Colours } from '../colours';
import { between, type Frame } from './frame';
import { levelShape } from './tankLevel';

const FROM_ZOOM = 12.8;
const LEVEL_FROM_ZOOM = 13.5;
/** A mark fades in over half a zoom level. */
const FADE = 0.5;
/** width of an outline by zoom, in pixels of the screen */
const widths = [
  [13, 0.75],
  [16, 1.25],
  [19, 2],
] as const;
/** A level shape is drawn anew when the level moved by this many percent. */
const LEVEL_STEP = 0.5;
/** Paths are kept in units of the world at a high zoom, from a corner of their tank, so that they stay exact. */
const UNITS = 512 * 2 ** 20;

interface Tank {
  readonly code: string;
  /** Mercator, 0 to 1 */
  readonly x: number;
  readonly y: number;
  /** reach in Mercator */
  readonly size: number;
  readonly outline: Path2D;
  /** percent; null where it is not known */
  readonly level: number | null;
  readonly filled: Path2D | null;
}

/** Tanks fill to their measured level; a tank whose level is not known stays empty behind a dashed line. */
export class Tanks {
  readonly #tanks = new Map<string, Tank>();
  #areLevelsHidden = false;
  hasChanged = false;

  put({ code, geometry }: ParkObject, level: number | null): void {
    const known = this.#tanks.get(code);
    if (known !== undefined && isSameLevel(known.level, level)) return;
    const corners = cornersOf(geometry);
    const [x, y] = corners.reduce(
      ([left, top], corner) => [Math.min(left, corner.x), Math.min(top, corner.y)],
      [1, 1],
    );
    const size = Math.max(...corners.map((corner) => Math.max(corner.x - x, corner.y - y)));
    const shape = level === null ? null : levelShape(geometry, level / 100);
    this.#tanks.set(code, {
      code,
      x,
      y,
      size,
      outline: known?.outline ?? pathOf(geometry, x, y),
      level,
      filled: shape === null ? null : pathOf(shape, x, y),
    });
    this.hasChanged = true;
  }

  hideLevels(on: boolean): void {
    this.#areLevelsHidden = on;
    this.hasChanged = true;
  }

  paint(pen: CanvasRenderingContext2D, frame: Frame, colours: Colours): void {
    this.hasChanged = false;
    const scale = frame.world / UNITS;
    const px = frame.ratio / scale;
    const shown = fade(frame.zoom, FROM_ZOOM);
    const width = between(widths, frame.zoom) * px;
    for (const tank of this.#in(frame)) {
      pen.setTransform(scale, 0, 0, scale, ...placeOf(tank, frame));
      pen.globalAlpha = shown;
      pen.fillStyle = colours.tank;
      pen.fill(tank.outline);
      if (tank.filled !== null && !this.#areLevelsHidden) {
        pen.globalAlpha = fade(frame.zoom, LEVEL_FROM_ZOOM);
        pen.fillStyle = colours['tank-fill'];
        pen.fill(tank.filled);
      }
      const isUnknown = tank.level === null;
      if (isUnknown && this.#areLevelsHidden) continue;
      pen.globalAlpha = isUnknown ? 1 : shown;
      pen.strokeStyle = isUnknown ? colours.text : colours['tank-line'];
      pen.lineWidth = isUnknown ? px : width;
      pen.setLineDash(isUnknown ? [2 * px, 1.5 * px] : []);
      pen.stroke(tank.outline);
    }
    pen.resetTransform();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }

  pick(
    point: { x: number; y: number },
    pen: CanvasRenderingContext2D,
    frame: Frame,
  ): string | null {
    const scale = frame.world / UNITS;
    for (const tank of this.#in(frame)) {
      const [x, y] = placeOf(tank, frame);
      if (pen.isPointInPath(tank.outline, (point.x - x) / scale, (point.y - y) / scale)) {
        return tank.code;
      }
    }
    return null;
  }

  /** Whether tanks of known and of unknown level are in the frame. */
  levelsIn(frame: Frame): { known: boolean; unknown: boolean } {
    const tanks = [...this.#in(frame)];
    return {
      known: tanks.some((one) => one.level !== null),
      unknown: tanks.some((one) => one.level === null),
    };
  }

  *#in(frame: Frame): Generator<Tank> {
    if (frame.zoom < FROM_ZOOM) return;
    for (const tank of this.#tanks.values()) {
      const [x, y] = placeOf(tank, frame);
      const size = tank.size * frame.world;
      if (x + size >= 0 && y + size >= 0 && x <= frame.width && y <= frame.height) yield tank;
    }
  }
}

function placeOf({ x, y }: Tank, frame: Frame): [number, number] {
  return [frame.left + x * frame.world, frame.top + y * frame.world];
}

function isSameLevel(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < LEVEL_STEP;
}

function fade(zoom: number, from: number): number {
  return Math.min(1, Math.max(0, (zoom - from) / FADE));
}

function ringsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function cornersOf(geometry: GeoJSON.Geometry): MercatorCoordinate[] {
  return ringsOf(geometry).flat().map(mercatorOf);
}

function mercatorOf([lon = 0, lat = 0]: GeoJSON.Position): MercatorCoordinate {
  return MercatorCoordinate.fromLngLat([lon, lat]);
}

function pathOf(geometry: GeoJSON.Geometry, left: number, top: number): Path2D {
  const path = new Path2D();
  for (const ring of ringsOf(geometry)) {
    for (const [index, corner] of ring.map(mercatorOf).entries()) {
      const [x, y] = [(corner.x - left) * UNITS, (corner.y - top) * UNITS];
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}
