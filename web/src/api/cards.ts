import { get } from './client';

export interface CardSentence {
  zh: string;
  en: string;
  /** what must not be done, or must be done first */
  red: boolean;
  source: string;
  edition: string | null;
  place: string | null;
}

/** What to do about a substance, sentence by sentence with its source. */
export interface SubstanceCard {
  cas: string;
  name_zh: string | null;
  name_en: string | null;
  review: { reviewed: boolean; zh: string; en: string };
  sections: Record<string, CardSentence[]>;
  sources: Record<string, { title: string }>;
}

export async function getCard(cas: string): Promise<SubstanceCard> {
  return get(`substances/${encodeURIComponent(cas)}/card`);
}
