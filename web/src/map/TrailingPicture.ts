import type { LngLat, Map as MapLibreMap } from 'maplibre-gl';

/** How far the picture reaches over each edge of the map, so that a pan does not bare its rim at once. */
export const MARGIN_PX = 96;
/** A picture that is drawn within this follows the camera in every frame. */
export const QUICK_MS = 12;
/** A slower one is shifted, and drawn anew for at most this share of the time. */
const SHARE = 0.2;
/** While it moves, a rim of this share of the map may stay without picture: drawing it would hold the hand up. */
const BARE_RIM = 1 / 6;
/** A camera that stood still for this long has arrived. */
const REST_MS = 160;

interface Painter {
  /** draws what the camera sees now, at once; while a slow picture moves, a rough one will do */
  readonly draw: (isRough: boolean) => void;
  /** how long the last drawing took */
  readonly costMs: () => number;
  /** the last drawing is still being worked on */
  readonly isPending: () => boolean;
}

/**
 * A picture of its own beneath the map. Where drawing is slow, as without a graphics card, a moving camera shifts and stretches the
 * last picture until there is time for the next.
 */
export class TrailingPicture {
  readonly box: HTMLElement;
  readonly #above: MapLibreMap;
  readonly #painter: Painter;
  #drawn: { center: LngLat; zoom: number };
  #drawnAtMs = 0;
  #isRough = false;
  #isSlow = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  /** Lies beneath all that `container` holds so far. */
  constructor(above: MapLibreMap, container: HTMLElement, painter: Painter) {
    this.#above = above;
    this.#painter = painter;
    this.#drawn = { center: above.getCenter(), zoom: above.getZoom() };
    this.box = document.createElement('div');
    this.box.setAttribute('aria-hidden', 'true');
    Object.assign(this.box.style, {
      position: 'absolute',
      inset: `-${String(MARGIN_PX)}px`,
      pointerEvents: 'none',
    });
    const clip = document.createElement('div');
    Object.assign(clip.style, { position: 'absolute', inset: '0', overflow: 'hidden' });
    clip.append(this.box);
    container.prepend(clip);
    above.on('move', this.#follow);
    above.on('resize', this.draw);
  }

  /** At once and in this frame, so that the picture never swims beneath what stands on it. */
  readonly draw = (): void => {
    this.#draw(false);
  };

  /** Draws roughly until the picture arrives. */
  hurry(): void {
    this.#draw(true);
  }

  /** Draws what the camera sees now, if it has not arrived yet. */
  arrive(): void {
    if (this.#isRough || this.box.style.transform !== '') this.draw();
  }

  remove(): void {
    this.#stay();
    this.#above.off('move', this.#follow);
    this.#above.off('resize', this.draw);
    this.box.parentElement?.remove();
  }

  readonly #follow = (): void => {
    this.#stay();
    const cost = this.#painter.costMs();
    const isPending = this.#painter.isPending();
    if (!this.#isRough && !isPending) this.#isSlow = cost > QUICK_MS;
    if (!this.#isSlow && !isPending) {
      this.draw();
      return;
    }
    const isTime = (performance.now() - this.#drawnAtMs) * SHARE > cost;
    if (isTime && !isPending && this.#isBare()) this.#draw(true);
    else this.#shift();
    this.#rest = setTimeout(this.#arrived, REST_MS);
  };

  /** A hand that still holds the map moves on; and it may only have been waiting for a slow frame. */
  readonly #arrived = (): void => {
    if (this.#above.isMoving()) {
      this.#rest = setTimeout(this.#arrived, REST_MS);
      return;
    }
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(this.draw);
    });
  };

  #draw(isRough: boolean): void {
    this.#stay();
    this.box.style.transform = '';
    this.#drawn = { center: this.#above.getCenter(), zoom: this.#above.getZoom() };
    this.#isRough = isRough;
    this.#painter.draw(isRough);
    this.#drawnAtMs = performance.now();
  }

  #stay(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
  }

  #shift(): void {
    const { x, y, scale } = this.#place();
    this.box.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${scale.toFixed(5)})`;
  }

  /** Whether a wide rim of the map has no picture beneath it, or the picture is stretched out of shape. */
  #isBare(): boolean {
    const { x, y, scale } = this.#place();
    const { clientWidth, clientHeight } = this.box;
    const reach = (size: number): number =>
      (size / 2) * scale - (size / 2 - MARGIN_PX) + size * BARE_RIM;
    return scale > 1.6 || Math.abs(x) > reach(clientWidth) || Math.abs(y) > reach(clientHeight);
  }

  /** How the picture that was drawn last lies under the camera of now. */
  #place(): { x: number; y: number; scale: number } {
    const { clientWidth, clientHeight } = this.#above.getContainer();
    const middle = this.#above.project(this.#drawn.center);
    return {
      x: middle.x - clientWidth / 2,
      y: middle.y - clientHeight / 2,
      scale: 2 ** (this.#above.getZoom() - this.#drawn.zoom),
    };
  }
}
