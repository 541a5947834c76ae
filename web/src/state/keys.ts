import { Cell } from './Cell';

interface KeyRow {
  /** what the browser calls the key; letters count in both sizes */
  readonly press: readonly string[];
  /** as it is printed on the keyboard */
  readonly shown: string;
  /** Ctrl, or the command key of a Mac */
  readonly ctrl?: true;
  /** `map`: only while the map lies open */
  readonly where: 'everywhere' | 'map';
}

/**
 * Every key of the page, in the order of the list behind `?`. A new key is a row here, its words `key_<name>` in both languages,
 * and a call of `useKeys` where it acts. The list shows the rows that something listens to, so it can't promise a dead key.
 */
export const keyTable = {
  help: { press: ['?'], shown: '?', where: 'everywhere' },
  search: { press: ['/'], shown: '/', where: 'everywhere' },
  newestAlarm: { press: ['a'], shown: 'A', where: 'map' },
  silence: { press: ['x'], shown: 'X', where: 'everywhere' },
  nearestCameras: { press: ['v'], shown: 'V', where: 'map' },
  live: { press: ['l'], shown: 'L', where: 'map' },
  stepBack: { press: ['ArrowLeft'], shown: '←', where: 'map' },
  stepForward: { press: ['ArrowRight'], shown: '→', where: 'map' },
  plan: { press: ['w'], shown: 'W', where: 'map' },
  fit: { press: ['f'], shown: 'F', where: 'map' },
  presets: { press: ['1', '2', '3', '4'], shown: '1–4', where: 'map' },
  layers: { press: ['y'], shown: 'Y', where: 'map' },
  legend: { press: ['k'], shown: 'K', where: 'map' },
  list: { press: ['t'], shown: 'T', where: 'everywhere' },
  measure: { press: ['m'], shown: 'M', where: 'map' },
  draw: { press: ['r'], shown: 'R', where: 'map' },
  bookmarks: { press: ['b'], shown: 'B', where: 'everywhere' },
  share: { press: ['s'], shown: 'S', where: 'everywhere' },
  print: { press: ['p'], shown: 'Ctrl P', ctrl: true, where: 'map' },
  undo: { press: ['z'], shown: 'Ctrl Z', ctrl: true, where: 'map' },
  remove: { press: ['Delete', 'Backspace'], shown: 'Del', where: 'map' },
  theme: { press: ['d'], shown: 'D', where: 'everywhere' },
  escape: { press: ['Escape'], shown: 'Esc', where: 'everywhere' },
} as const satisfies Record<string, KeyRow>;

export type KeyName = keyof typeof keyTable;

export const keyNames = Object.keys(keyTable) as KeyName[];

/** What a key does; `false` passes it on to whoever listened before. */
export type KeyAct = (pressed: string) => unknown;

/** The parts of a key event that decide. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly defaultPrevented?: boolean;
}

/** Who listens to which key; the one that came last is asked first. */
export class KeyBoard {
  /** the keys that do something now, for the list behind `?` */
  readonly bound = new Cell<readonly KeyName[]>([]);
  /** single letters can be switched off, for people who speak to their computer */
  readonly lettersOn = new Cell(true);
  readonly #acts = new Map<KeyName, KeyAct[]>();
  readonly #isMapOpen: () => boolean;

  constructor(isMapOpen: () => boolean) {
    this.#isMapOpen = isMapOpen;
  }

  listen(name: KeyName, act: KeyAct): () => void {
    this.#acts.set(name, [act, ...(this.#acts.get(name) ?? [])]);
    this.#tell();
    return () => {
      this.#acts.set(
        name,
        (this.#acts.get(name) ?? []).filter((one) => one !== act),
      );
      this.#tell();
    };
  }

  /** Acts on a key; true when somebody took it. */
  press(stroke: Stroke): boolean {
    if (stroke.defaultPrevented === true || stroke.altKey === true) return false;
    const ctrl = stroke.ctrlKey === true || stroke.metaKey === true;
    const name = findKey(stroke.key, ctrl);
    if (name === null) return false;
    if (!this.lettersOn.value && !ctrl && stroke.key.length === 1) return false;
    if (keyTable[name].where === 'map' && !this.#isMapOpen()) return false;
    return this.act(name, stroke.key);
  }

  /** What the key would do, for the button that stands for it. */
  act(name: KeyName, pressed: string = keyTable[name].press[0]): boolean {
    return (this.#acts.get(name) ?? []).some((act) => act(pressed) !== false);
  }

  #tell(): void {
    this.bound.set(keyNames.filter((name) => (this.#acts.get(name) ?? []).length > 0));
  }
}

function findKey(key: string, ctrl: boolean): KeyName | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  const isIt = (name: KeyName): boolean => {
    const row: KeyRow = keyTable[name];
    return row.press.includes(pressed) && (row.ctrl ?? false) === ctrl;
  };
  return keyNames.find(isIt) ?? null;
}

/** In a field the letters belong to the field, and in a dialog to the dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;
}
