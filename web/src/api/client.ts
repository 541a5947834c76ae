import type { Problem } from '../protocol/http';

/** An answer that is not a success, with the server's own words. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

let csrfToken = '';

/** Every write carries this token from the session. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** The server's address for `path` below /api/v1. */
export function apiPath(path: string): string {
  return `/api/v1/${path}`;
}

export async function get<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  return (await send('GET', path, undefined, signal)) as Body;
}

export async function write<Body>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  version?: number,
): Promise<Body> {
  const headers: Record<string, string> =
    version === undefined ? {} : { 'If-Match': `"${String(version)}"` };
  return (await send(method, path, body, undefined, headers)) as Body;
}

/** A question that changes nothing but is too long for an address; it can be called off. */
export async function post<Body>(path: string, body: unknown, signal: AbortSignal): Promise<Body> {
  return (await send('POST', path, body, signal)) as Body;
}

/** The answer as a file. */
export async function download(path: string, body: unknown): Promise<Blob> {
  const response = await fetch(apiPath(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (!response.ok) throw new ProblemError(readProblem(await response.text(), response));
  return response.blob();
}

async function send(
  method: string,
  path: string,
  body: unknown,
  signal?: AbortSignal,
  more: Record<string, string> = {},
): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json', ...more };
  if (method !== 'GET' && csrfToken !== '') headers['X-CSRF-Token'] = csrfToken;
  const isFile = body instanceof Blob;
  if (isFile) headers['Content-Type'] = body.type;
  else if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(apiPath(path), {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new Unreachable(String(error));
  });
  const text = await response.text();
  if (!response.ok) throw new ProblemError(readProblem(text, response));
  return text === '' ? undefined : JSON.parse(text);
}

function readProblem(text: string, response: Response): Problem {
  const isProblem = (response.headers.get('content-type') ?? '').includes('problem+json');
  const fallback = { type: 'about:blank', title: response.statusText, status: response.status };
  return isProblem ? { ...fallback, ...(JSON.parse(text) as Problem) } : fallback;
}
