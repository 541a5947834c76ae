import type { AlarmFields, LayerName, ServerMessage } from './messages';

/** A message that does not keep the contract; it is dropped and counted, never half applied. */
export class UnreadableMessage extends Error {}

/** The message in `text`; unknown types give null, so that an older page outlives a newer server. */
export function parseMessage(text: string): ServerMessage | null {
  const message = JSON.parse(text) as Record<string, unknown>;
  switch (message['type']) {
    case 'snapshot':
    case 'patch':
      return isLayer(message['layer']) ? checkedPatch(message, message['layer']) : null;
    case 'alarm':
      checkAlarm(message);
      return message as unknown as ServerMessage;
    case 'heartbeat':
      need(isNumber(message['at']), 'heartbeat without time');
      return message as unknown as ServerMessage;
    case 'stale':
      need(isText(message['source']), 'stale without source');
      need(message['since'] === null || isNumber(message['since']), 'stale without time');
      return message as unknown as ServerMessage;
    case 'error':
    case 'resync':
      return message as unknown as ServerMessage;
    default:
      return null;
  }
}

const isNumberOrNull = (cell: unknown): boolean => cell === null || isNumber(cell);
const isTextOrNull = (cell: unknown): boolean => cell === null || isText(cell);
const oneOf =
  (...values: unknown[]) =>
  (cell: unknown): boolean =>
    values.includes(cell);

const alarmChecks: Record<keyof AlarmFields, (cell: unknown) => boolean> = {
  series: isText,
  station: isText,
  level: oneOf(1, 2),
  side: oneOf('high', 'low'),
  priority: oneOf(1, 2, 3),
  state: oneOf('active', 'signal_lost', 'returned'),
  first_at: isNumber,
  last_at: isNumber,
  value: isNumberOrNull,
  at: isNumber,
  peak: isNumber,
  peak_at: isNumber,
  limit: isNumber,
  unit: isText,
  limit_source: isTextOrNull,
  limit_confirmed: (cell) => typeof cell === 'boolean',
  count: isNumber,
  received_at: isNumber,
  drill: isTextOrNull,
};

function checkAlarm(message: Record<string, unknown>): void {
  need(isText(message['id']) && isText(message['cursor']), 'alarm without id or cursor');
  for (const [name, check] of Object.entries(alarmChecks)) {
    need(check(message[name]), `alarm: ${name} holds a wrong value`);
  }
}

const columnChecks: Record<LayerName, Record<string, (cell: unknown) => boolean>> = {
  readings: { id: isText, v: isNumberOrNull, at: isNumber, q: isNumber },
  scenarios: { id: isText, name_zh: isText, name_en: isText, started: isNumber, phase: isText },
  alarms: { id: isText, ...alarmChecks },
};

function checkedPatch(message: Record<string, unknown>, layer: LayerName): ServerMessage {
  const upserts = message['upserts'] as Record<string, unknown> | undefined;
  need(isText(message['cursor']) && isNumber(message['at']), `${layer}: no cursor or time`);
  need(upserts !== undefined && Array.isArray(upserts['id']), `${layer}: no column id`);
  const length = (upserts?.['id'] as unknown[]).length;
  for (const [name, check] of Object.entries(columnChecks[layer])) {
    const column = upserts?.[name];
    need(
      Array.isArray(column) && column.length === length,
      `${layer}: column ${name} has another length`,
    );
    need((column as unknown[]).every(check), `${layer}: column ${name} holds a wrong value`);
  }
  need(
    Array.isArray(message['removals']) && message['removals'].every(isText),
    `${layer}: removals`,
  );
  return message as unknown as ServerMessage;
}

function isLayer(name: unknown): name is LayerName {
  return name === 'readings' || name === 'scenarios' || name === 'alarms';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function need(holds: boolean, otherwise: string): void {
  if (!holds) throw new UnreadableMessage(otherwise);
}
