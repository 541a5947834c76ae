const unitSigns: Record<string, string> = {
  'mg/m3': 'mg/m³',
  'ug/m3': 'µg/m³',
  'm3/h': 'm³/h',
  degC: '°C',
  deg: '°',
  'W/m2': 'W/m²',
  'uS/cm': 'µS/cm',
  unit: '',
};

/** The unit as people write it; data keep it in ASCII. */
export function unitSign(unit: string): string {
  return unitSigns[unit] ?? unit;
}

/** A measured number with as many digits as it deserves, never more than three after the point. */
export function formatNumber(value: number, smallestStep = 0.01): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : smallestStep < 0.01 ? 3 : 2;
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

/** A limit as it was set: no digits added, none lost. */
export function formatLimit(limit: number): string {
  return String(Number(limit.toPrecision(6)));
}

/** Narrow ranges such as 0 to 1.5 mg/m³ need a finer last digit. */
export function stepOf(series: { range_high: number | null }): number {
  return series.range_high !== null && series.range_high <= 2 ? 0.001 : 0.01;
}

export function formatValue(
  value: number,
  series: { unit: string; range_high: number | null },
): string {
  const unit = unitSign(series.unit);
  const number = formatNumber(value, stepOf(series));
  return unit === '' ? number : unit === '°' ? `${number}°` : `${number} ${unit}`;
}

/** The park's clock is UTC+8 wherever the reader sits. */
const PARK_OFFSET_MS = 8 * 3600 * 1000;

export function clockTime(atMs: number): string {
  return new Date(atMs + PARK_OFFSET_MS).toISOString().slice(11, 19);
}

export function clockDate(atMs: number): string {
  return new Date(atMs + PARK_OFFSET_MS).toISOString().slice(0, 10);
}

export function parkHour(atMs: number): number {
  return new Date(atMs + PARK_OFFSET_MS).getUTCHours();
}

/** 0 is Sunday */
export function parkWeekday(atMs: number): number {
  return new Date(atMs + PARK_OFFSET_MS).getUTCDay();
}
