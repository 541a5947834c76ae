/** A running WHEP session: what stops it, and how far behind it is. */
export interface WhepSession {
  stop(): void;
  /** null while the browser does not know it yet */
  delayMs(): Promise<number | null>;
}

const GATHERING_LIMIT_MS = 2000;

/**
 * Receives a camera by WHEP (draft-ietf-wish-whep): one POST with our offer, one answer, then RTP straight from the media server.
 * The session is deleted at its Location when it ends, so that the server need not wait for silence.
 */
export async function playWhep(url: string, video: HTMLVideoElement): Promise<WhepSession> {
  const peer = new RTCPeerConnection();
  peer.addTransceiver('video', { direction: 'recvonly' });
  peer.ontrack = (event) => {
    video.srcObject = event.streams[0] ?? new MediaStream([event.track]);
  };
  try {
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer);
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/sdp' },
      body: peer.localDescription?.sdp ?? '',
    });
    if (!answer.ok) throw new Error(`WHEP answered ${String(answer.status)}`);
    const location = answer.headers.get('location');
    await peer.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
    return {
      stop: () => {
        peer.close();
        if (location === null) return;
        void fetch(new URL(location, url), { method: 'DELETE' }).catch(() => undefined);
      },
      delayMs: () => delayOf(peer),
    };
  } catch (error) {
    peer.close();
    throw error;
  }
}

function gathered(peer: RTCPeerConnection): Promise<void> {
  if (peer.iceGatheringState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, GATHERING_LIMIT_MS);
    peer.onicegatheringstatechange = () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(limit);
      resolve();
    };
  });
}

/** What the browser itself adds: half a round trip and the time pictures wait to be shown in order. */
async function delayOf(peer: RTCPeerConnection): Promise<number | null> {
  let delay: number | null = null;
  const stats = await peer.getStats();
  stats.forEach((report: Record<string, unknown>) => {
    if (report['type'] === 'inbound-rtp') {
      const [held, shown] = [report['jitterBufferDelay'], report['jitterBufferEmittedCount']];
      if (typeof held === 'number' && typeof shown === 'number' && shown > 0) {
        delay = (delay ?? 0) + (held / shown) * 1000;
      }
    }
    if (report['type'] === 'candidate-pair' && report['nominated'] === true) {
      const trip = report['currentRoundTripTime'];
      if (typeof trip === 'number') delay = (delay ?? 0) + trip * 500;
    }
  });
  return delay;
}
