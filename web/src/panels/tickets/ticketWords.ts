import type { Texts } from '../../text/texts';

/** The word for why a ticket was opened. */
export function causeWord(texts: Texts, cause: string): string {
  const word = (texts as unknown as Record<string, unknown>)[`cause_${cause}`];
  return typeof word === 'string' ? word : cause;
}

export function eventWord(texts: Texts, kind: string): string {
  const word = (texts as unknown as Record<string, unknown>)[`event_${kind}`];
  return typeof word === 'string' ? word : kind;
}
