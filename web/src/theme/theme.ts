import { Cell } from '../state/Cell';
import { parkHour } from '../text/format';

export type Theme = 'dark' | 'light';

/** The light of the page now; panels follow by CSS, the map is told to restyle. */
export const theme = new Cell<Theme>('dark');

export function isTheme(text: string | null): text is Theme {
  return text === 'dark' || text === 'light';
}

/** Night duty is dark, from 19 to 7 by the park's clock. */
export function themeOfHour(nowMs: number): Theme {
  const hour = parkHour(nowMs);
  return hour >= 19 || hour < 7 ? 'dark' : 'light';
}

export function showTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next;
  theme.set(next);
}
