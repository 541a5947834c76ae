import { inject, type InjectionKey } from 'vue';
import type { ActionName, Session } from '../protocol/http';

export const sessionKey: InjectionKey<Session> = Symbol('session');

/** Whether whoever looks at the page may do something; a wall has nobody and may nothing. */
export function useMay(action: ActionName): boolean {
  return inject(sessionKey, null)?.actions.includes(action) ?? false;
}
