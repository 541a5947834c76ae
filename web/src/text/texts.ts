import { en } from './en';
import type { Language } from './language';
import { zhCN } from './zh-CN';

/** Every language has the same keys, and a sentence with numbers takes the same numbers everywhere. */
export type Texts = typeof zhCN;

const all: Record<Language, Texts> = { 'zh-CN': zhCN, en };

export function textsIn(language: Language): Texts {
  return all[language];
}

/** How long ago, in the largest unit that fits. */
export function ageText(texts: Texts, ageMs: number): string {
  const seconds = Math.max(0, Math.round(ageMs / 1000));
  if (seconds < 120) return texts.ageSeconds(seconds);
  if (seconds < 7200) return texts.ageMinutes(Math.round(seconds / 60));
  if (seconds < 172_800) return texts.ageHours(Math.round(seconds / 3600));
  return texts.ageDays(Math.round(seconds / 86_400));
}
