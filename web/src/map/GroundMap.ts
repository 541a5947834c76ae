import { Map as MapLibreMap, type MapOptions, type StyleSpecification } from 'maplibre-gl';
import { FrameCost } from './FrameCost';

/** How far the ground reaches over each edge of the map, so that a pan does not bare its rim at once. */
const MARGIN_PX = 96;
/** A ground that is drawn within this follows the camera in every frame. */
const QUICK_MS = 24;
/** A slower one is shifted as a picture, and drawn anew for at most this share of the time. */
const SHARE = 0.2;
/** A camera that stood still for this long has arrived. */
const REST_MS = 160;

/**
 * The still drawing beneath the live one, on a canvas of its own: what changes each second draws none of it again. Where drawing is
 * slow, as without a graphics card, a moving camera shifts and stretches the last picture until there is time for the next.
 */
export class GroundMap {
  readonly #above: MapLibreMap;
  readonly #box: HTMLElement;
  readonly #cost: FrameCost;
  readonly map: MapLibreMap;
  #drawnAtMs = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(above: MapLibreMap, container: HTMLElement, options: Partial<MapOptions>) {
    this.#above = above;
    this.#box = document.createElement('div');
    this.#box.setAttribute('aria-hidden', 'true');
    Object.assign(this.#box.style, {
      position: 'absolute',
      inset: `-${String(MARGIN_PX)}px`,
      pointerEvents: 'none',
    });
    const clip = document.createElement('div');
    Object.assign(clip.style, { position: 'absolute', inset: '0', overflow: 'hidden' });
    clip.append(this.#box);
    container.prepend(clip);
    this.map = new MapLibreMap({
      ...options,
      container: this.#box,
      style: { version: 8, sources: {}, layers: [] },
      center: above.getCenter(),
      zoom: above.getZoom(),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    this.#cost = new FrameCost(this.map);
    above.on('move', this.#follow);
    above.on('resize', this.#draw);
  }

  setStyle(style: StyleSpecification): void {
    this.map.setStyle(style, { diff: false, validate: false });
  }

  /** Where the map above stands on the ground's canvas, in pixels of the screen. */
  get margin(): number {
    return MARGIN_PX;
  }

  /** Draws what the camera sees now, if it has not arrived yet. */
  arrive(): void {
    if (this.#box.style.transform !== '') this.#draw();
  }

  remove(): void {
    clearTimeout(this.#rest);
    this.#above.off('move', this.#follow);
    this.#above.off('resize', this.#draw);
    this.#cost.end();
    this.map.remove();
    this.#box.parentElement?.remove();
  }

  readonly #follow = (): void => {
    clearTimeout(this.#rest);
    const cost = this.#cost.lastMs;
    const since = performance.now() - this.#drawnAtMs;
    const isTime = cost <= QUICK_MS || (this.#isBare() && since * SHARE > cost);
    if (isTime && !this.#cost.isPending) {
      this.#draw();
      return;
    }
    this.#shift();
    this.#rest = setTimeout(this.#draw, REST_MS);
  };

  /** At once and in this frame, so that the ground never swims beneath what stands on it. */
  readonly #draw = (): void => {
    clearTimeout(this.#rest);
    this.#box.style.transform = '';
    this.map.jumpTo({ center: this.#above.getCenter(), zoom: this.#above.getZoom() });
    this.map.redraw();
    this.#drawnAtMs = performance.now();
    this.#cost.measure();
  };

  #shift(): void {
    const { x, y, scale } = this.#place();
    this.#box.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${scale.toFixed(5)})`;
  }

  /** Whether a rim of the map has no ground beneath it, or the ground is stretched out of shape. */
  #isBare(): boolean {
    const { x, y, scale } = this.#place();
    const { clientWidth, clientHeight } = this.#box;
    const reach = (size: number): number => (size / 2) * scale - (size / 2 - MARGIN_PX);
    return scale > 1.6 || Math.abs(x) > reach(clientWidth) || Math.abs(y) > reach(clientHeight);
  }

  /** How the picture that was drawn last lies under the camera of now. */
  #place(): { x: number; y: number; scale: number } {
    const { clientWidth, clientHeight } = this.#above.getContainer();
    const middle = this.#above.project(this.map.getCenter());
    return {
      x: middle.x - clientWidth / 2,
      y: middle.y - clientHeight / 2,
      scale: 2 ** (this.#above.getZoom() - this.map.getZoom()),
    };
  }
}
