import type { Texts } from '../../text/texts';

/** The words for a class of fault. */
export function reasonWord(texts: Texts, kind: string): string {
  const words: Record<string, string> = {
    unreadable: texts.faultUnreadable,
    'no-number': texts.faultNoNumber,
    'no-sensor': texts.faultNoSensor,
    'bad-time': texts.faultBadTime,
  };
  return words[kind] ?? kind;
}
