import { get, write } from './client';

export type CameraKind = 'hls' | 'whep' | 'snapshot';

/** Where a browser fetches a camera's picture. */
export interface CameraSource {
  readonly code: string;
  readonly kind: CameraKind;
  readonly url: string;
}

export interface Cameras {
  readonly items: readonly CameraSource[];
  /** the demo draws pictures for cameras without address */
  readonly simulated: boolean;
}

const KEPT_MS = 30_000;
let known: { atMs: number; cameras: Promise<Cameras> } | null = null;

/** All cameras with an address; asked at most twice a minute, whatever number of cards is open. */
export function getCameras(): Promise<Cameras> {
  if (known !== null && Date.now() - known.atMs < KEPT_MS) return known.cameras;
  const cameras = get<Cameras>('cameras');
  known = { atMs: Date.now(), cameras };
  cameras.catch(() => {
    known = null;
  });
  return cameras;
}

export async function setCameraSource(code: string, kind: CameraKind, url: string): Promise<void> {
  known = null;
  await write('PUT', `cameras/${encodeURIComponent(code)}/source`, { kind, url });
}

export async function removeCameraSource(code: string): Promise<void> {
  known = null;
  await write('DELETE', `cameras/${encodeURIComponent(code)}/source`);
}
