import { ProblemError, Unreachable } from '../api/client';
import { language, sentenceIn } from '../text/language';
import type { Texts } from '../text/texts';

export interface Explained {
  title: string;
  text: string;
}

/** What went wrong, in words a user can act on and in the language the page speaks now. */
export function explain(error: unknown, texts: Texts): Explained {
  if (error instanceof Unreachable) {
    return { title: texts.unreachableTitle, text: texts.unreachableText };
  }
  const text =
    error instanceof ProblemError
      ? (sentenceIn(language.value, error.problem) ?? error.message)
      : String(error);
  return { title: texts.failedTitle, text };
}

/** The same in one line, field by field where the server names more than the sentence says. */
export function explainFields(error: unknown, texts: Texts): string {
  const general = explain(error, texts).text;
  if (!(error instanceof ProblemError)) return general;
  const fields = (error.problem.errors ?? [])
    .map((one) => ({ pointer: one.pointer, text: sentenceIn(language.value, one) }))
    .map((one) => [one.pointer, one.text === general ? undefined : one.text])
    .map((parts) => parts.filter((part) => part !== undefined).join(': '));
  return [general, ...fields].filter((part) => part !== '').join(' · ');
}
