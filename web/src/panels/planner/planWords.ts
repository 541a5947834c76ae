import type { CaseAnswer, Note, RunAnswer, Zone, ZoneShape } from '../../protocol/consequence';
import type { Language } from '../../text/language';
import type { Texts } from '../../text/texts';

const units: Record<string, string> = {
  ppm: 'ppm',
  kg_per_m3: 'kg/m³',
  kw_per_m2: 'kW/m²',
  pascal: 'Pa',
  lel_share: '% LEL',
};

/** A level as people read it: "AEGL-2 · 2 ppm"; a level that is named by its number is not said twice. */
export function levelWord(zone: Zone): string {
  const unit = units[zone.unit] ?? zone.unit;
  const value =
    zone.unit === 'lel_share'
      ? `${String(Number((zone.value * 100).toPrecision(3)))} ${unit}`
      : zone.unit === 'pascal'
        ? `${String(Number((zone.value / 1000).toPrecision(3)))} kPa`
        : `${String(Number(zone.value.toPrecision(3)))} ${unit}`;
  return /^\d/.test(zone.level) ? value : `${zone.level} · ${value}`;
}

/** What stands on a line of the map. */
export function planWord(
  texts: Texts,
  zone: ZoneShape,
  one: CaseAnswer,
  answer: RunAnswer,
): string {
  const known = one.hazards
    .flatMap((hazard) => hazard.zones ?? [])
    .find((each) => each.level === zone.level);
  const level = known === undefined ? zone.level : levelWord(known);
  return answer.source_assumed ? `${caseWord(texts, one.id)} · ${level}` : level;
}

export function caseWord(texts: Texts, id: string): string {
  return lookUp(texts, `case_${id}`, id);
}

export function hazardWord(texts: Texts, hazard: string): string {
  return lookUp(texts, `hazard_${hazard}`, hazard);
}

function lookUp(texts: Texts, key: string, otherwise: string): string {
  const word = (texts as unknown as Record<string, unknown>)[key];
  return typeof word === 'string' ? word : otherwise;
}

export function noteWord(language: Language, note: Note): string {
  return language === 'en' ? note.en : note.zh;
}

/** A distance with the two digits that a model deserves. */
export function roughMetres(metres: number): string {
  const rounded = Number(metres.toPrecision(2));
  return rounded >= 1000 ? `${String(rounded / 1000)} km` : `${String(rounded)} m`;
}

/** People with no more digits than the register deserves. */
export function roughPeople(n: number): string {
  return (n < 100 ? n : Number(n.toPrecision(2))).toLocaleString('en-US');
}

export function mass(kg: number): string {
  return kg >= 1000
    ? `${String(Number((kg / 1000).toPrecision(3)))} t`
    : `${String(Number(kg.toPrecision(3)))} kg`;
}
