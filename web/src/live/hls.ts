/** A running HLS player: what stops it, and how far behind the camera it is. */
export interface HlsPlayer {
  stop(): void;
  /** null while it is not known */
  delayMs(): number | null;
}

/** Plays an HLS address: by hls.js where it can, else by the browser itself (Safari). */
export async function playHls(
  url: string,
  video: HTMLVideoElement,
  onFailure: () => void,
): Promise<HlsPlayer> {
  const { default: Hls } = await import('hls.js/light');
  if (!Hls.isSupported()) {
    if (video.canPlayType('application/vnd.apple.mpegurl') === '') throw new Error('no HLS here');
    video.src = url;
    video.onerror = onFailure;
    return {
      stop: () => {
        video.removeAttribute('src');
        video.load();
      },
      delayMs: () => null,
    };
  }
  const hls = new Hls({ lowLatencyMode: true, backBufferLength: 10 });
  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (data.fatal) onFailure();
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return {
    stop: () => {
      hls.destroy();
    },
    delayMs: () => (hls.latency > 0 ? hls.latency * 1000 : null),
  };
}
