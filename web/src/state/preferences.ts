import { presets, type GroupName } from '../map/layerGroups';
import { isLanguage, language, type Language } from '../text/language';
import { textsIn } from '../text/texts';
import { isTheme, showTheme, theme, themeOfHour, type Theme } from '../theme/theme';
import { writeAddress, type Address } from './address';
import { Cell } from './Cell';

/** What the user chose: kept in the page's address for links, and language and light also on this computer. */
class Preferences {
  readonly object = new Cell<string | null>(null);
  readonly hidden = new Cell<ReadonlySet<GroupName>>(new Set(presets.safety));
  #address: Address = {
    view: null,
    object: null,
    hidden: null,
    language: null,
    theme: null,
    atMs: null,
  };
  #pending: ReturnType<typeof setTimeout> | undefined;

  start(address: Address): void {
    this.#address = address;
    this.object.set(address.object);
    if (address.hidden !== null) this.hidden.set(new Set(address.hidden));
    const [storedLanguage, storedTheme] = [recall('language'), recall('theme')];
    const firstLanguage = isLanguage(storedLanguage) ? storedLanguage : 'zh-CN';
    this.#showLanguage(address.language ?? firstLanguage);
    const firstTheme = isTheme(storedTheme) ? storedTheme : themeOfHour(Date.now());
    showTheme(address.theme ?? firstTheme);
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

function recall(key: string): string | null {
  try {
    return localStorage.getItem(`windrose.${key}`);
  } catch {
    return null;
  }
}

/** A browser may forbid storage; then the choice lasts as long as the page. */
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`windrose.${key}`, value);
  } catch {
    return;
  }
}
