import { MercatorCoordinate } from 'maplibre-gl';
import type { Station, StationKind } from '../../live/parkModel';
import { quietKinds } from '../layers/stations';
import { PIXEL_RATIO, type SymbolImage } from '../symbols/canvas';
import { between, type Frame } from './frame';

/** Kinds that are a small mark while they are normal; a large park has thousands of them. */
export const dotKinds: readonly string[] = [...quietKinds, 'gateway'];
const FROM_ZOOM = 14;
/** size of a mark by zoom, as a share of its full size */
const sizes = [
  [14, 0.45],
  [15.5, 0.7],
  [17, 1],
] as const;

interface Dot {
  readonly code: string;
  readonly kind: StationKind;
  readonly icon: string;
  readonly at: Station['at'];
  /** Mercator, 0 to 1 */
  readonly x: number;
  readonly y: number;
}

/** The small marks of normal stations. */
export class Dots {
  readonly #imageOf: (icon: string) => SymbolImage | null;
  readonly #dots = new Map<string, Dot>();
  /** marks in the size they were last drawn in */
  readonly #marks = new Map<string, HTMLCanvasElement | null>();
  #scale = 0;
  #hidden: ReadonlySet<string> = new Set();
  hasChanged = false;

  constructor(imageOf: (icon: string) => SymbolImage | null) {
    this.#imageOf = imageOf;
  }

  put({ code, kind, at }: Station, icon: string): void {
    const known = this.#dots.get(code);
    const isThere = known?.at === at;
    if (isThere && known.icon === icon) return;
    const { x, y } = isThere ? known : MercatorCoordinate.fromLngLat([at[0], at[1]]);
    this.#dots.set(code, { code, kind, icon, at, x, y });
    this.hasChanged = true;
  }

  remove(code: string): void {
    if (this.#dots.delete(code)) this.hasChanged = true;
  }

  hide(kinds: ReadonlySet<string>): void {
    this.#hidden = kinds;
    this.hasChanged = true;
  }

  restyle(): void {
    this.#marks.clear();
    this.hasChanged = true;
  }

  paint(pen: CanvasRenderingContext2D, frame: Frame): void {
    this.hasChanged = false;
    const scale = (between(sizes, frame.zoom) * frame.ratio) / PIXEL_RATIO;
    if (scale !== this.#scale) this.#marks.clear();
    this.#scale = scale;
    this.#each(frame, ({ icon }, x, y) => {
      const mark = this.#markOf(icon);
      if (mark !== null)
        pen.drawImage(mark, Math.round(x - mark.width / 2), Math.round(y - mark.height / 2));
    });
  }

  /** The mark nearest to a point, at most `reach` pixels away. */
  pick(point: { x: number; y: number }, reach: number, frame: Frame): string | null {
    let code: string | null = null;
    let nearest = reach;
    this.#each(frame, (dot, x, y) => {
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance > nearest) return;
      nearest = distance;
      code = dot.code;
    });
    return code;
  }

  kindsIn(frame: Frame): Set<StationKind> {
    const kinds = new Set<StationKind>();
    this.#each(frame, (dot) => kinds.add(dot.kind));
    return kinds;
  }

  /** Every mark in the frame, and its middle. */
  #each(frame: Frame, look: (dot: Dot, x: number, y: number) => void): void {
    if (frame.zoom < FROM_ZOOM) return;
    for (const dot of this.#dots.values()) {
      const x = frame.left + dot.x * frame.world;
      const y = frame.top + dot.y * frame.world;
      const isIn = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
      if (isIn && !this.#hidden.has(dot.kind)) look(dot, x, y);
    }
  }

  /** Scaled once and then only copied. */
  #markOf(icon: string): HTMLCanvasElement | null {
    const known = this.#marks.get(icon);
    if (known !== undefined) return known;
    const image = this.#imageOf(icon);
    const mark = image === null ? null : scaled(image, this.#scale);
    this.#marks.set(icon, mark);
    return mark;
  }
}

function scaled(image: SymbolImage, scale: number): HTMLCanvasElement {
  const full = document.createElement('canvas');
  full.width = image.width;
  full.height = image.height;
  const data = new ImageData(Uint8ClampedArray.from(image.data), image.width);
  full.getContext('2d')?.putImageData(data, 0, 0);
  const mark = document.createElement('canvas');
  mark.width = Math.ceil(image.width * scale);
  mark.height = Math.ceil(image.height * scale);
  const pen = mark.getContext('2d');
  if (pen !== null) {
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(full, 0, 0, mark.width, mark.height);
  }
  return mark;
}
