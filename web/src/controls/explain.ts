import { ProblemError, Unreachable } from '../api/client';
import type { Texts } from '../text/texts';

export interface Explained {
  title: string;
  text: string;
}

/** What went wrong, in words a user can act on. */
export function explain(error: unknown, texts: Texts): Explained {
  if (error instanceof Unreachable) {
    return { title: texts.unreachableTitle, text: texts.unreachableText };
  }
  const text = error instanceof ProblemError ? error.message : String(error);
  return { title: texts.failedTitle, text };
}
