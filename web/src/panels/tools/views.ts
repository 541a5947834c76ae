import { readAddress } from '../../state/address';
import { place, readPlace, writePlace } from '../../state/place';
import { preferences } from '../../state/preferences';

/** The address of what is seen now, also while the browser's own line still waits for a moving map. */
export function hereNow(): string {
  return writePlace(place.value) + preferences.search;
}

/** Opens an address of our own without loading the page anew, so that sound and link stay as they are. */
export function goToAddress(address: string): void {
  const url = new URL(address, location.origin);
  history.pushState(null, '', url.pathname + url.search);
  place.set(readPlace(url.pathname));
  preferences.follow(readAddress(url.search));
}
