import { presets, type GroupName } from '../map/layerGroups';
import { isLanguage, language, type Language } from '../text/language';
import { textsIn } from '../text/texts';
import { isTheme, showTheme, theme, themeOfHour, type Theme } from '../theme/theme';
import { noAddress, writeAddress, type Address, type MapView } from './address';
import { Cell } from './Cell';
import { recall, remember } from './store';

/** What the user chose: kept in the page's address for links, and language and light also on this computer. */
class Preferences {
  readonly object = new Cell<string | null>(null);
  readonly hidden = new Cell<ReadonlySet<GroupName>>(new Set(presets.safety));
  /** signs of the incident look: full colour, as in print */
  readonly signs = new Cell(false);
  /** a view that a bookmark asks for; the map goes there once */
  readonly jump = new Cell<MapView | null>(null);
  #address: Address = noAddress;
  #pending: ReturnType<typeof setTimeout> | undefined;

  start(address: Address): void {
    this.#take(address);
    const [storedLanguage, storedTheme] = [recall('language'), recall('theme')];
    const firstLanguage = isLanguage(storedLanguage) ? storedLanguage : 'zh-CN';
    this.#showLanguage(address.language ?? firstLanguage);
    const firstTheme = isTheme(storedTheme) ? storedTheme : themeOfHour(Date.now());
    showTheme(address.theme ?? firstTheme);
  }

  /** Goes to another address of the same page; language and light stay as they are. */
  follow(address: Address): void {
    const { language: spoken, theme: lit } = this.#address;
    this.#take({ ...address, language: spoken, theme: lit });
    if (address.view !== null) this.jump.set({ ...address.view });
    this.change({});
  }

  #take(address: Address): void {
    this.#address = address;
    this.object.set(address.object);
    this.signs.set(address.signs);
    this.hidden.set(new Set(address.hidden ?? presets.safety));
  }

  /** The search part of the address of what is seen now. */
  get search(): string {
    return writeAddress(this.#address);
  }

  get address(): Address {
    return this.#address;
  }

  chooseLanguage(next: Language): void {
    this.#showLanguage(next);
    remember('language', next);
    this.change({ language: next });
  }

  chooseTheme(next: Theme): void {
    showTheme(next);
    remember('theme', next);
    this.change({ theme: next });
  }

  chooseObject(code: string | null): void {
    this.object.set(code);
    this.change({ object: code });
  }

  showSigns(on: boolean): void {
    this.signs.set(on);
    this.change({ signs: on });
  }

  hide(groups: readonly GroupName[]): void {
    this.hidden.set(new Set(groups));
    this.change({ hidden: groups });
  }

  /** Whether single letters are keys; people who speak to their computer switch them off. */
  useLetters(on: boolean): void {
    remember('letters', on ? 'on' : 'off');
  }

  get usesLetters(): boolean {
    return recall('letters') !== 'off';
  }

  /** Browsers limit how often an address may change, so a moving map writes it only when it rests. */
  change(part: Partial<Address>): void {
    this.#address = { ...this.#address, ...part };
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      history.replaceState(null, '', location.pathname + writeAddress(this.#address));
    }, 200);
  }

  #showLanguage(next: Language): void {
    document.documentElement.lang = next;
    document.title = textsIn(next).productName;
    language.set(next);
  }
}

export const preferences = new Preferences();
export { language, theme };
