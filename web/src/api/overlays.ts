import { get, write } from './client';

export const overlayKinds = ['orthophoto', 'thermal', 'drone', 'other'] as const;
export type OverlayKind = (typeof overlayKinds)[number];

/** What people say of a picture laid over the map. */
export interface OverlayWords {
  readonly name: string;
  readonly kind: OverlayKind;
  /** the day of the picture; null when nobody knows */
  readonly taken_on: string | null;
  readonly source: string;
  /** percent, for whoever has not chosen */
  readonly opacity: number;
  /** whether it lies on the map of somebody who has not chosen */
  readonly shown: boolean;
}

export interface Overlay extends OverlayWords {
  readonly id: string;
  readonly tiles: string;
  readonly stored: boolean;
  readonly tile_size: number;
  readonly bounds: [number, number, number, number] | null;
  readonly min_zoom: number;
  readonly max_zoom: number;
  readonly metres_per_pixel: number | null;
  readonly bytes: number;
  readonly added_by: string;
}

/** From the lowest to the one on top. */
export async function listOverlays(): Promise<Overlay[]> {
  return (await get<{ items: Overlay[] }>('overlays')).items;
}

export function addGeoTiff(file: Blob, words: Omit<OverlayWords, 'shown'>): Promise<Overlay> {
  const query = new URLSearchParams({
    name: words.name,
    kind: words.kind,
    taken_on: words.taken_on ?? '',
    source: words.source,
    opacity: String(words.opacity),
  });
  const tiff = file.slice(0, file.size, 'image/tiff');
  return write<Overlay>('POST', `overlays/geotiff?${query.toString()}`, tiff);
}

export function addTileAddress(
  tiles: string,
  maxZoom: number,
  words: Omit<OverlayWords, 'shown'>,
): Promise<Overlay> {
  return write<Overlay>('POST', 'overlays', { ...words, tiles, max_zoom: maxZoom });
}

export function changeOverlay(id: string, words: OverlayWords): Promise<Overlay> {
  const { name, kind, taken_on, source, opacity, shown } = words;
  const path = `overlays/${encodeURIComponent(id)}`;
  return write<Overlay>('PUT', path, { name, kind, taken_on, source, opacity, shown });
}

export async function orderOverlays(ids: readonly string[]): Promise<void> {
  await write('PUT', 'overlays/order', { ids });
}

export async function removeOverlay(id: string): Promise<void> {
  await write('DELETE', `overlays/${encodeURIComponent(id)}`);
}
