import { Cell } from '../state/Cell';

export type Language = 'zh-CN' | 'en';

/** The language the page speaks now; the park's own is Chinese. */
export const language = new Cell<Language>('zh-CN');

export function isLanguage(text: string | null): text is Language {
  return text === 'zh-CN' || text === 'en';
}

/** A sentence of the server in the language asked for, as far as the server has it. */
export function sentenceIn(
  of: Language,
  said: { readonly detail?: string; readonly detail_zh?: string },
): string | undefined {
  return of === 'en' ? said.detail : (said.detail_zh ?? said.detail);
}

/** The name of something that carries both names. */
export function nameIn(
  of: Language,
  named: { readonly name_zh?: unknown; readonly name_en?: unknown } | undefined,
): string {
  const name = of === 'en' ? named?.name_en : named?.name_zh;
  return typeof name === 'string' ? name : '';
}
