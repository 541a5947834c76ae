import type { Session } from '../protocol/http';
import { get, ProblemError, setCsrfToken, write } from './client';

/** Who is signed in, or null when nobody is. */
export async function findSession(): Promise<Session | null> {
  try {
    return keep(await get<Session>('session'));
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

export async function signIn(user: string, password: string): Promise<Session> {
  return keep(await write<Session>('POST', 'session', { user, password }));
}

export async function signOut(): Promise<void> {
  await write('DELETE', 'session');
  setCsrfToken('');
}

export async function changePassword(old: string, next: string): Promise<void> {
  await write('PUT', 'session/password', { old, new: next });
}

function keep(session: Session): Session {
  setCsrfToken(session.csrf);
  return session;
}
