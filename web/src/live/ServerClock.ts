/** Small errors are of no use to anybody; this much makes other programs of the same computer tell another time. */
const WORTH_SAYING_MS = 5_000;
const REMEMBERED = 8;

/**
 * The server's time as this page knows it, from the times in its messages.
 *
 * A message that took long makes the server seem behind, never ahead; so the newest few are remembered and the one that came
 * quickest counts. Where both are wrong it errs to the older side: a value then looks stale too early, not too late.
 */
export class ServerClock {
  #aheadMs: number[] = [];

  hear(serverMs: number, localMs: number): void {
    this.#aheadMs = [...this.#aheadMs.slice(1 - REMEMBERED), serverMs - localMs];
  }

  nowMs(localMs: number): number {
    return localMs + this.#bestMs();
  }

  /** Whole seconds that the local clock is fast (negative: slow); 0 within five seconds, which a slow line may make. */
  fastS(): number {
    const fastMs = -this.#bestMs();
    return Math.abs(fastMs) > WORTH_SAYING_MS ? Math.round(fastMs / 1000) : 0;
  }

  #bestMs(): number {
    return this.#aheadMs.length === 0 ? 0 : Math.max(...this.#aheadMs);
  }
}
