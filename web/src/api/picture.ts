import { apiPath, ProblemError, Unreachable } from './client';

/** The park as the server draws it, for a page that cannot. */
export async function getParkPicture(
  widthPx: number,
  theme: string,
  language: string,
  signal: AbortSignal,
): Promise<Blob> {
  const query = new URLSearchParams({ width: String(widthPx), theme, lang: language });
  const answer = await fetch(apiPath(`park/picture.svg?${query.toString()}`), {
    cache: 'no-store',
    credentials: 'same-origin',
    signal,
  }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (!answer.ok) {
    const title = answer.statusText;
    throw new ProblemError({ type: 'about:blank', title, status: answer.status });
  }
  return answer.blob();
}
