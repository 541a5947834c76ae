import { Cell } from './Cell';
import { isRecord, newId } from './Drawings';
import { recall, remember } from './store';

/** A view that a person named: the whole address, so that whatever an address can say comes back. */
export interface Bookmark {
  readonly id: string;
  readonly name: string;
  /** path and search, such as `/?lon=…&hide=air` */
  readonly address: string;
}

export const MOST_BOOKMARKS = 40;
const LONGEST_NAME = 40;
const LONGEST_ADDRESS = 1000;

/** The named views of one person, kept in this browser. */
export class Bookmarks {
  readonly all: Cell<readonly Bookmark[]>;
  readonly #key: string;

  constructor(user: string) {
    this.#key = `bookmarks.${user}`;
    this.all = new Cell<readonly Bookmark[]>(readBookmarks(recall(this.#key)));
  }

  /** False when there is no room, or nothing to call it by. */
  add(name: string, address: string): boolean {
    const short = trimmed(name);
    if (short === '' || this.all.value.length >= MOST_BOOKMARKS || !isOwn(address)) return false;
    this.#become([...this.all.value, { id: newId(), name: short, address }]);
    return true;
  }

  rename(id: string, name: string): void {
    const short = trimmed(name);
    if (short === '') return;
    this.#become(this.all.value.map((one) => (one.id === id ? { ...one, name: short } : one)));
  }

  remove(id: string): void {
    this.#become(this.all.value.filter((one) => one.id !== id));
  }

  #become(next: readonly Bookmark[]): void {
    this.all.set(next);
    remember(this.#key, JSON.stringify({ version: 1, bookmarks: next }));
  }
}

export function readBookmarks(text: string | null): Bookmark[] {
  let found: unknown;
  try {
    found = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  const items = isRecord(found) ? found['bookmarks'] : undefined;
  if (!Array.isArray(items)) return [];
  return items.slice(0, MOST_BOOKMARKS).flatMap((item: unknown): Bookmark[] => {
    if (!isRecord(item)) return [];
    const { id, name, address } = item;
    if (typeof id !== 'string' || typeof name !== 'string' || typeof address !== 'string')
      return [];
    return trimmed(name) === '' || !isOwn(address) ? [] : [{ id, name: trimmed(name), address }];
  });
}

/** A place in this page and nowhere else. */
function isOwn(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^\/(?![/\\])/.test(address);
}

function trimmed(name: string): string {
  return [...name.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('');
}
