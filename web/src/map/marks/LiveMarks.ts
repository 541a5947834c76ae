import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Colours } from '../colours';
import { kindsIn, type GroupName } from '../layerGroups';
import { drawImage } from '../symbols/images';
import { MARGIN_PX, TrailingPicture } from '../TrailingPicture';
import { Dots } from './Dots';
import { frameOf, type Frame } from './frame';
import { Tanks } from './Tanks';

/**
 * Tanks with their levels and the marks of normal stations, on a picture of their own between the ground and the names. They are
 * many and change their look seldom, so that the readings of a large park cost the map nothing.
 */
export class LiveMarks {
  readonly tanks = new Tanks();
  readonly dots: Dots;
  readonly #map: MapLibreMap;
  readonly #colours: () => Colours;
  readonly #picture: TrailingPicture;
  readonly #pen: CanvasRenderingContext2D;
  #costMs = 0;

  constructor(map: MapLibreMap, container: HTMLElement, colours: () => Colours) {
    this.#map = map;
    this.#colours = colours;
    this.dots = new Dots((icon) => drawImage(colours(), icon));
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser has no canvas');
    this.#pen = pen;
    this.#picture = new TrailingPicture(map, container, {
      draw: () => {
        this.#draw();
      },
      costMs: () => this.#costMs,
      isPending: () => false,
    });
    Object.assign(canvas.style, { width: '100%', height: '100%' });
    this.#picture.box.append(canvas);
  }

  hide(groups: ReadonlySet<GroupName>): void {
    this.dots.hide(kindsIn(groups));
    this.tanks.hideLevels(groups.has('tanks'));
    this.flush();
  }

  /** Draws what has changed; a moving camera draws it anyway. */
  flush(): void {
    const hasChanged = this.dots.hasChanged || this.tanks.hasChanged;
    if (hasChanged && !this.#map.isMoving()) this.#picture.draw();
  }

  /** Takes the colours anew. */
  restyle(): void {
    this.dots.restyle();
    this.#picture.draw();
  }

  /** Draws what the map shows with `ratio` pixels for one of the screen, reaching `margin` over each of its edges. */
  paint(pen: CanvasRenderingContext2D, ratio: number, margin = 0): void {
    const frame = frameOf(this.#map, ratio, margin);
    this.tanks.paint(pen, frame, this.#colours());
    this.dots.paint(pen, frame);
  }

  /** The mark under a point of the screen, or at most `reach` pixels from it. */
  pick(point: { x: number; y: number }, reach: number): string | null {
    const frame = this.#seen();
    return this.dots.pick(point, reach, frame) ?? this.tanks.pick(point, this.#pen, frame);
  }

  /** What is in sight, by the names that the legend knows. */
  inSight(): string[] {
    const frame = this.#seen();
    const { known, unknown } = this.tanks.levelsIn(frame);
    return [
      ...[...this.dots.kindsIn(frame)].map((kind) => `stations/${kind}`),
      ...(known ? ['tank-level'] : []),
      ...(unknown ? ['tank-line-unknown'] : []),
    ];
  }

  remove(): void {
    this.#picture.remove();
  }

  #seen(): Frame {
    return frameOf(this.#map, 1, 0);
  }

  #draw(): void {
    const fromMs = performance.now();
    const { canvas } = this.#pen;
    const ratio = this.#map.getPixelRatio();
    const { clientWidth, clientHeight } = this.#picture.box;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.#pen.clearRect(0, 0, width, height);
    this.paint(this.#pen, ratio, MARGIN_PX);
    this.#costMs = performance.now() - fromMs;
  }
}
