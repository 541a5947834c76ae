/** What each command of HJ 212 must be told. */
export type CommandField =
  'overtime_s' | 'retry_count' | 'interval_s' | 'interval_min' | 'factor' | 'from' | 'to';

const fieldsOf: Record<string, readonly CommandField[]> = {
  'timeout-and-retries': ['overtime_s', 'retry_count'],
  'real-time-interval': ['interval_s'],
  'minute-interval': ['interval_min'],
  'fetch-minute-data': ['from', 'to'],
  'fetch-hour-data': ['from', 'to'],
  'fetch-day-data': ['from', 'to'],
  'take-sample': ['factor'],
  calibrate: ['factor'],
  clean: ['factor'],
  compare: ['factor'],
};

export function commandFields(command: string): readonly CommandField[] {
  return fieldsOf[command] ?? [];
}

/** The order as the server takes it; times are those of Beijing, wherever the browser stands. */
export function commandOrder(
  command: string,
  values: Record<CommandField, string>,
): Record<string, unknown> {
  const order: Record<string, unknown> = { command };
  for (const field of commandFields(command)) {
    const text = values[field].trim();
    if (field === 'from' || field === 'to') {
      order[field] = `${text.length === 16 ? `${text}:00` : text}+08:00`;
    } else order[field] = field === 'factor' ? text : Number(text);
  }
  return order;
}

const beijingMs = 8 * 3_600_000;

/** The last three full hours, as a field for a local time shows them. */
export function commandSpan(nowMs: number): { from: string; to: string } {
  const hourMs = 3_600_000;
  const end = Math.floor(nowMs / hourMs) * hourMs;
  const text = (ms: number): string => new Date(ms + beijingMs).toISOString().slice(0, 16);
  return { from: text(end - 3 * hourMs), to: text(end) };
}
