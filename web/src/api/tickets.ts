import type { Ticket, TicketList, TicketState } from '../protocol/registry';
import { get, write } from './client';

const one = encodeURIComponent;

/** Tickets in a state, or all of them; of one station, or of all. */
export function listTickets(
  state: TicketState | 'active' | null,
  station: string | null = null,
): Promise<TicketList> {
  const which = state === null ? '' : `&state=${state}`;
  const about = station === null ? '' : `&station=${one(station)}`;
  return get(`tickets?limit=200${which}${about}`);
}

export function getTicket(id: string): Promise<Ticket> {
  return get(`tickets/${one(id)}`);
}

export type TicketStep = 'assign' | 'comment' | 'repaired' | 'close' | 'reopen';

export function moveTicket(
  id: string,
  step: TicketStep,
  body: Record<string, string>,
): Promise<Ticket> {
  return write('POST', `tickets/${one(id)}/${step}`, body);
}
