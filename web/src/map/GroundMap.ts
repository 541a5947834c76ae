import { Map as MapLibreMap, type MapOptions, type StyleSpecification } from 'maplibre-gl';
import { FrameCost } from './FrameCost';
import { QUICK_MS, TrailingPicture } from './TrailingPicture';

/** A picture that is only passed by has this many pixels for each of a sharp one, across and down. */
const ROUGH = 0.25;

/** The still drawing beneath the live one, on a canvas of its own: what changes each second draws none of it again. */
export class GroundMap {
  readonly map: MapLibreMap;
  readonly #picture: TrailingPicture;
  readonly #cost: FrameCost;

  constructor(above: MapLibreMap, container: HTMLElement, options: Partial<MapOptions>) {
    this.#picture = new TrailingPicture(above, container, {
      draw: (isRough) => {
        const ratio = above.getPixelRatio() * (isRough ? ROUGH : 1);
        if (this.map.getPixelRatio() !== ratio) this.map.setPixelRatio(ratio);
        this.map.jumpTo({ center: above.getCenter(), zoom: above.getZoom() });
        this.map.redraw();
        this.#cost.measure();
      },
      costMs: () => this.#cost.lastMs,
      isPending: () => this.#cost.isPending,
    });
    this.map = new MapLibreMap({
      ...options,
      container: this.#picture.box,
      style: { version: 8, sources: {}, layers: [] },
      center: above.getCenter(),
      zoom: above.getZoom(),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    this.#cost = new FrameCost(this.map);
    this.map.on('render', this.#hurry);
  }

  setStyle(style: StyleSpecification): void {
    this.map.setStyle(style, { diff: false, validate: false });
  }

  /** Draws what the camera sees now, if it has not arrived yet; all that it is drawn from must be there. */
  arrive(): void {
    this.map.off('render', this.#hurry);
    this.#picture.arrive();
  }

  /** Each part that comes in at the start draws all of it again: what is slow is drawn roughly until then. */
  readonly #hurry = (): void => {
    if (this.#cost.isPending) return;
    if (this.#cost.lastMs <= QUICK_MS) {
      this.#cost.measure();
      return;
    }
    this.map.off('render', this.#hurry);
    this.#picture.hurry();
  };

  remove(): void {
    this.#picture.remove();
    this.#cost.end();
    this.map.remove();
  }
}
