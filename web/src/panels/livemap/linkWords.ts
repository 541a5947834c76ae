import { SILENCE_LIMIT_MS, type LinkState } from '../../live/LiveSocket';

/** Cut: the socket is gone, or nothing was heard for longer than a heartbeat takes. */
export function isCut(link: LinkState, nowMs: number): boolean {
  switch (link.kind) {
    case 'cut':
    case 'refused':
    case 'signed-out':
      return true;
    case 'live':
      return nowMs - link.lastHeardMs > SILENCE_LIMIT_MS;
    case 'connecting':
      return nowMs - link.sinceMs > SILENCE_LIMIT_MS;
  }
}

/** Since when the page knows nothing new. */
export function cutSinceMs(link: LinkState): number | null {
  if (link.kind === 'live') return link.lastHeardMs;
  return link.kind === 'cut' || link.kind === 'connecting' ? link.sinceMs : null;
}
