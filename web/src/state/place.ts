import { Cell } from './Cell';

/** The pages beside the map; `map` is the ground that all others lie upon. */
export const pages = [
  'map',
  'list',
  'stations',
  'substances',
  'quarantine',
  'tickets',
  'figures',
  'walls',
  'overlays',
] as const;
export type PageName = (typeof pages)[number];

/** Where the reader is: a page, and the one thing it is about. */
export interface Place {
  readonly page: PageName;
  readonly id: string | null;
}

export function readPlace(pathname: string): Place {
  const [first = '', second = ''] = pathname.split('/').slice(1);
  const page = pages.find((name) => name === first);
  if (page === undefined) return { page: 'map', id: null };
  return { page, id: second === '' ? null : decodeURIComponent(second) };
}

export function writePlace(place: Place): string {
  if (place.page === 'map') return '/';
  return `/${place.page}` + (place.id === null ? '' : `/${encodeURIComponent(place.id)}`);
}

/** The place of the page, kept in its path; the browser's own back and forward keys work. */
export const place = new Cell<Place>({ page: 'map', id: null });

export function startPlace(): void {
  place.set(readPlace(location.pathname));
  addEventListener('popstate', () => {
    place.set(readPlace(location.pathname));
  });
}

export function goTo(page: PageName, id: string | null = null): void {
  const next = { page, id };
  history.pushState(null, '', writePlace(next) + location.search);
  place.set(next);
}
