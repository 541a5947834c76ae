import type { SourcedValue, Substance } from '../../protocol/substances';
import type { Texts } from '../../text/texts';

/** Which values stand together on the page; each is shown even when it is unknown. */
export const planningValues = ['erpg1', 'erpg2', 'erpg3', 'pac1', 'pac2', 'pac3'] as const;
export const idlhValues = ['idlh_niosh_ppm', 'idlh_gbt50493_mg_m3'] as const;
export const workplaceValues = [
  'oel_mac_mg_m3',
  'oel_twa_mg_m3',
  'oel_stel_mg_m3',
  'odour_threshold_ppm',
] as const;
export const fireValues = [
  'lel_vol_percent',
  'uel_vol_percent',
  'heat_of_combustion_j_kg',
] as const;
export const hazardSourceValues = ['gb18218_threshold_t', 'gb18218_beta'] as const;
export const physicsValues = [
  'molar_mass_g_mol',
  'boiling_point_k',
  'melting_point_k',
  'critical_temperature_k',
  'critical_pressure_pa',
  'acentric_factor',
  'liquid_density_kg_m3',
  'heat_of_vaporization_j_kg',
  'heat_capacity_liquid_j_kg_k',
  'heat_capacity_gas_298k_j_kg_k',
  'heat_capacity_ratio_298k',
] as const;
export const aeglMinutes = [10, 30, 60, 240, 480] as const;

export type ValueName =
  | (typeof planningValues)[number]
  | (typeof idlhValues)[number]
  | (typeof workplaceValues)[number]
  | (typeof fireValues)[number]
  | (typeof hazardSourceValues)[number]
  | (typeof physicsValues)[number];

const units: Record<string, string> = {
  '%VOL': '% vol',
  'mg/m3': 'mg/m³',
  'kg/m3': 'kg/m³',
  'J/(kg K)': 'J/(kg·K)',
  '1': '',
};

/** The same level under its name in the list of levels, where both units stand. */
const levelCodes: Record<string, string> = {
  erpg1: 'ERPG-1',
  erpg2: 'ERPG-2',
  erpg3: 'ERPG-3',
  pac1: 'PAC-1',
  pac2: 'PAC-2',
  pac3: 'PAC-3',
  idlh_niosh_ppm: 'IDLH (NIOSH)',
  idlh_gbt50493_mg_m3: 'IDLH (GB/T 50493)',
};

/** A number as the table has it: no digits lost, no dust of binary fractions. */
export function digits(value: number, most = 5): string {
  return String(Number(value.toPrecision(most)));
}

function celsius(kelvin: number): string {
  return `${(kelvin - 273.15).toFixed(1)} °C`;
}

/** A value with its unit as people say it. */
export function valueText({ value, unit }: SourcedValue): string {
  if (unit === 'K') return celsius(value);
  if (unit === 'Pa') return `${digits(value / 1e6)} MPa`;
  if (unit === 'J/kg') return `${digits(value / 1e6, 4)} MJ/kg`;
  return `${digits(value)} ${units[unit] ?? unit}`.trim();
}

/** What stands small beside a value: the other unit, or the temperature that it was measured at. */
export function besideValue(texts: Texts, substance: Substance, name: string): string {
  const level = substance.toxic_levels.find((one) => one.code === levelCodes[name]);
  if (level !== undefined) {
    return level.unit === 'ppm'
      ? `≈ ${digits(level.mg_m3_25c, 3)} mg/m³ (25 °C)`
      : `≈ ${digits(level.ppm_25c, 3)} ppm (25 °C)`;
  }
  const at =
    name === 'liquid_density_kg_m3'
      ? substance.values['liquid_density_at_k']
      : name === 'heat_capacity_liquid_j_kg_k'
        ? substance.values['heat_capacity_liquid_at_k']
        : undefined;
  return at === undefined ? '' : texts.valueAt(celsius(at.value));
}

export function trustWord(texts: Texts, confidence: string): string {
  const words: Record<string, string> = {
    sourced: texts.trust_sourced,
    checked: texts.trust_checked,
    memory: texts.trust_memory,
  };
  return words[confidence] ?? confidence;
}
