import type { Texts } from '../../text/texts';

/** The word for a kind of station; a kind that the page does not know is shown by its code. */
export function kindText(texts: Texts, kind: string): string {
  const word = (texts as unknown as Record<string, unknown>)[`kind_${kind}`];
  return typeof word === 'string' ? word : kind;
}

/** The word for a kind of place. */
export function placeText(texts: Texts, kind: string): string {
  const word = (texts as unknown as Record<string, unknown>)[`place_${kind}`];
  return typeof word === 'string' ? word : kind;
}
