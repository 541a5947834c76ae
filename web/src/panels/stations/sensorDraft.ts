/** One sensor as a person types it; numbers stay text until they are sent. */
export interface SensorDraft {
  sensor: string;
  factor: string;
  name: string;
  unit: string;
  intervalS: string;
  low: string;
  high: string;
  cas: string;
}

export function emptySensor(): SensorDraft {
  return {
    sensor: '',
    factor: '',
    name: '',
    unit: '',
    intervalS: '10',
    low: '',
    high: '',
    cas: '',
  };
}

/** An empty field is unknown, never zero. */
export function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

export function sensorBody(station: string, draft: SensorDraft): Record<string, unknown> {
  return {
    station,
    sensor: draft.sensor.trim(),
    factor: draft.factor.trim() === '' ? draft.sensor.trim() : draft.factor.trim(),
    name_zh: draft.name.trim(),
    name_en: draft.name.trim(),
    unit: draft.unit,
    interval_s: numberOrNull(draft.intervalS),
    range_low: numberOrNull(draft.low),
    range_high: numberOrNull(draft.high),
    cas: textOrNull(draft.cas),
  };
}
