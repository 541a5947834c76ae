import { isGroup, type GroupName } from '../map/layerGroups';
import { isLanguage, type Language } from '../text/language';
import { isTheme, type Theme } from '../theme/theme';

export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

/** What a link to this page says: where to look, at what, in which language and light. */
export interface Address {
  view: MapView | null;
  object: string | null;
  /** groups of layers that are left out; null takes the usual choice */
  hidden: readonly GroupName[] | null;
  /** full-colour signs, as in incidents and print */
  signs: boolean;
  language: Language | null;
  theme: Theme | null;
  /** the moment looked at, epoch milliseconds; null is now */
  atMs: number | null;
}

export const noAddress: Address = {
  view: null,
  object: null,
  hidden: null,
  signs: false,
  language: null,
  theme: null,
  atMs: null,
};

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const language = query.get('lang');
  const theme = query.get('theme');
  return {
    view: readView(query),
    object: query.get('object'),
    hidden: query.get('hide')?.split('.').filter(isGroup) ?? null,
    signs: query.get('look') === 'signs',
    language: isLanguage(language) ? language : null,
    theme: isTheme(theme) ? theme : null,
    atMs: readMoment(query.get('t')),
  };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.view !== null) {
    query.set('lon', address.view.lon.toFixed(5));
    query.set('lat', address.view.lat.toFixed(5));
    query.set('z', address.view.zoom.toFixed(2));
  }
  if (address.object !== null) query.set('object', address.object);
  if (address.hidden !== null) query.set('hide', address.hidden.join('.'));
  if (address.signs) query.set('look', 'signs');
  if (address.language !== null) query.set('lang', address.language);
  if (address.theme !== null) query.set('theme', address.theme);
  if (address.atMs !== null) query.set('t', writeMoment(address.atMs));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** A moment in full seconds of UTC, such as 2026-11-21T04:03:00Z. */
function writeMoment(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

function readMoment(text: string | null): number | null {
  const atMs = text === null ? NaN : Date.parse(text);
  return Number.isFinite(atMs) ? atMs : null;
}

function readView(query: URLSearchParams): MapView | null {
  const [lon, lat, zoom] = ['lon', 'lat', 'z'].map((key) => Number(query.get(key) ?? NaN));
  if (lon === undefined || lat === undefined || zoom === undefined) return null;
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return isOnEarth ? { lon, lat, zoom } : null;
}
