import type { Page } from '../protocol/http';
import type { Substance, SubstanceCard, SubstanceSummary } from '../protocol/substances';
import { get, ProblemError, write } from './client';

const at = (cas: string): string => `substances/${encodeURIComponent(cas)}`;

let names: Promise<SubstanceSummary[]> | null = null;

/** The whole list; it is part of the server's build and does not change while the page is open. */
export function listSubstances(): Promise<SubstanceSummary[]> {
  names ??= get<Page<SubstanceSummary>>('substances?limit=500').then((page) => page.items);
  names.catch(() => {
    names = null;
  });
  return names;
}

export function getSubstance(cas: string): Promise<Substance> {
  return get(at(cas));
}

/** null where nobody has written a card yet. */
export async function findCard(cas: string): Promise<SubstanceCard | null> {
  try {
    return await get<SubstanceCard>(`${at(cas)}/card`);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}

/** Puts a physician's name under exactly the text with this fingerprint. */
export function signCard(
  card: SubstanceCard,
  physician: string,
  licence: string,
): Promise<SubstanceCard> {
  return write('POST', `${at(card.cas)}/card/sign`, {
    card_sha256: card.card_sha256,
    physician,
    licence,
  });
}
