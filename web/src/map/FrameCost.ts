import type { Map as MapLibreMap } from 'maplibre-gl';

/** How long the graphics card, or the processor in its place, takes for a frame: from its last command until it is done. */
export class FrameCost {
  readonly #gl: WebGL2RenderingContext | null;
  #lastMs = 0;
  #fence: WebGLSync | null = null;
  #frame = 0;

  constructor(map: MapLibreMap) {
    this.#gl = map.getCanvas().getContext('webgl2');
  }

  /** Of the frame measured last; 0 before the first. */
  get lastMs(): number {
    return this.#lastMs;
  }

  /** A frame is still being worked on. */
  get isPending(): boolean {
    return this.#fence !== null;
  }

  /** Call right after a frame was drawn. */
  measure(): void {
    const gl = this.#gl;
    if (gl === null || this.#fence !== null) return;
    const from = performance.now();
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (fence === null) return;
    gl.flush();
    this.#fence = fence;
    const look = (): void => {
      const isDone = gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
      if (!isDone && !gl.isContextLost()) {
        this.#frame = requestAnimationFrame(look);
        return;
      }
      this.#lastMs = performance.now() - from;
      gl.deleteSync(fence);
      this.#fence = null;
    };
    this.#frame = requestAnimationFrame(look);
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
  }
}
