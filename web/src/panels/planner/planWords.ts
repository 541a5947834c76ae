import type { CaseAnswer, Note, RunAnswer, WeatherAnswer, Zone } from '../../protocol/consequence';
import type { Language } from '../../text/language';
import type { Texts } from '../../text/texts';
import { windWords } from '../livemap/windWords';

/** Farther than this no plume in a single wind is to be trusted, so no number is given. */
const FARTHEST_M = 10_000;

const units: Record<string, string> = {
  ppm: 'ppm',
  kg_per_m3: 'kg/m³',
  kw_per_m2: 'kW/m²',
  pascal: 'Pa',
  lel_share: '% LEL',
};

type Leveled = Pick<Zone, 'level' | 'value' | 'unit'>;

/** A level as people read it on a line: "AEGL-2 · 2 ppm"; a level that is named by its number is not said twice. */
export function levelWord(zone: Leveled): string {
  const unit = units[zone.unit] ?? zone.unit;
  const value =
    zone.unit === 'lel_share'
      ? `${String(Number((zone.value * 100).toPrecision(3)))} ${unit}`
      : zone.unit === 'pascal'
        ? `${String(Number((zone.value / 1000).toPrecision(3)))} kPa`
        : `${String(Number(zone.value.toPrecision(3)))} ${unit}`;
  return /^\d/.test(zone.level) ? value : `${shortLevel(zone.level)} · ${value}`;
}

/** Without the averaging time, which the table says: "AEGL-2 (60 min)" → "AEGL-2". */
export function shortLevel(level: string): string {
  return level.replace(/\s*\(.*\)$/, '');
}

export function averagingOf(level: string): string {
  return /\(([^)]*)\)$/.exec(level)?.[1] ?? '';
}

/** What stands on a line of the map. */
export function lineWord(texts: Texts, zone: Leveled, one: CaseAnswer, answer: RunAnswer): string {
  const level = levelWord(zone);
  return answer.source_assumed ? `${caseWord(texts, one.id)} · ${level}` : level;
}

export function caseWord(texts: Texts, id: string): string {
  return lookUp(texts, `case_${id}`, id);
}

/** The size of the hole as words, where the hazard depends on it: a fireball takes the whole vessel. */
export function holeWord(hazard: string | null, holeMm: number | null): string | null {
  return holeMm === null || hazard === 'fireball' ? null : `${Number(holeMm.toPrecision(3))} mm`;
}

export function hazardWord(texts: Texts, hazard: string): string {
  return lookUp(texts, `hazard_${hazard}`, hazard);
}

/** The name of a model for people: "heavy_plume" → "重气烟羽". */
export function modelWord(texts: Texts, model: string | undefined): string {
  return model === undefined ? '—' : lookUp(texts, `model_${model}`, model.replaceAll('_', ' '));
}

function lookUp(texts: Texts, key: string, otherwise: string): string {
  const word = (texts as unknown as Record<string, unknown>)[key];
  return typeof word === 'string' ? word : otherwise;
}

export function noteWord(language: Language, note: { zh: string; en: string }): string {
  return language === 'en' ? note.en : note.zh;
}

/** All that the models say about a case, warnings first, each once. */
export function notesOf(
  language: Language,
  weather: WeatherAnswer,
  cases: readonly CaseAnswer[],
  hazard: string | null,
): Note[] {
  const all: Note[] = [
    ...weather.notes,
    ...cases.flatMap((one) => [
      ...one.notes,
      ...(one.source?.notes ?? []),
      ...(one.hazards.find((each) => each.hazard === hazard)?.notes ?? []),
    ]),
  ];
  const known = new Map(all.map((note) => [noteWord(language, note), note]));
  const order = ['warning', 'assumption', 'choice'];
  return [...known.values()].sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
}

/** A distance with the two digits that a model deserves. */
export function roughMetres(metres: number): string {
  const rounded = Number(metres.toPrecision(2));
  return rounded >= 1000 ? `${String(rounded / 1000)} km` : `${String(rounded)} m`;
}

/** How far a level reaches, in the words that a commander may repeat. */
export function reachWord(texts: Texts, metres: number | undefined): string {
  if (metres === undefined) return texts.planNowhere;
  if (metres > FARTHEST_M) return texts.planBeyond;
  return texts.planAbout(roughMetres(metres));
}

/** People with no more digits than the register deserves. */
export function roughPeople(n: number): string {
  return (n < 100 ? n : Number(n.toPrecision(2))).toLocaleString('en-US');
}

/** A range of people over several sources, day and night; null where the register knows none. */
export function peopleRange(
  texts: Texts,
  zones: readonly ({ people?: { day: number; night: number } } | undefined)[],
): string | null {
  const counts = zones.flatMap((zone) => (zone?.people === undefined ? [] : [zone.people]));
  if (counts.length === 0) return null;
  const all = counts.flatMap((count) => [count.day, count.night]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return roughPeople(low) === roughPeople(high)
    ? texts.planPeopleAbout(roughPeople(low))
    : texts.planPeopleRange(roughPeople(low), roughPeople(high));
}

export function mass(kg: number): string {
  return kg >= 1000
    ? `${String(Number((kg / 1000).toPrecision(2)))} t`
    : `${String(Number(kg.toPrecision(2)))} kg`;
}

/** A rate with its unit, small ones in grams. */
export function rate(kgPerS: number): string {
  return kgPerS < 0.1
    ? `${String(Number((kgPerS * 1000).toPrecision(2)))} g/s`
    : `${String(Number(kgPerS.toPrecision(2)))} kg/s`;
}

export function ppm(value: number | undefined): string {
  if (value === undefined) return '—';
  return value < 1e-3
    ? '< 0.001 ppm'
    : `${Number(value.toPrecision(2)).toLocaleString('en-US')} ppm`;
}

/** "南风 2.5 m/s" */
export function airWord(texts: Texts, weather: WeatherAnswer): string {
  if (weather.uncertainty.full_circle) return texts.planNoDirection;
  return windWords(texts, {
    fromDeg: weather.wind_from_deg ?? null,
    speedMps: weather.wind_mps ?? null,
  });
}
