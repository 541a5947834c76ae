import { Unreachable } from './client';

/** What the server calls the page it gives now; another value than before means that a new version is installed. */
export async function getPageVersion(): Promise<string> {
  const answer = await fetch('/', { cache: 'no-store' }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  return answer.headers.get('etag') ?? '';
}
