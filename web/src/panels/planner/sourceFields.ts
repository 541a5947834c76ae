import type { SourceInput } from '../../protocol/consequence';
import type { Texts } from '../../text/texts';

/** Kinds of source that can be typed; a tank comes from its own card. */
export const typedSources = ['direct', 'instant', 'pool', 'pipe', 'stack'] as const;
export type TypedSource = (typeof typedSources)[number];

/** What each kind starts with; every one of these numbers stands in a field where people see and change it. */
export const firstSources: Record<TypedSource, SourceInput> = {
  direct: { type: 'direct', rate_kg_s: 1, duration_s: 600, height_m: 0 },
  instant: { type: 'instant', mass_kg: 1000 },
  pool: { type: 'pool', mass_kg: 1000, ground: 'concrete' },
  pipe: {
    type: 'pipe',
    length_m: 500,
    diameter_m: 0.1,
    pressure_kpa: 700,
    temperature_c: 20,
    height_m: 0,
  },
  stack: {
    type: 'stack',
    rate_kg_s: 0.1,
    duration_s: 3600,
    height_m: 30,
    diameter_m: 0.5,
    exit_velocity_mps: 10,
    exit_temperature_c: 60,
  },
};

export interface SourceField {
  readonly name: string;
  readonly label: string;
}

export function fieldsOf(type: string, word: Texts): SourceField[] {
  const field = (name: string, label: string): SourceField => ({ name, label });
  switch (type) {
    case 'tank':
      return [
        field('fill_percent', word.planFill),
        field('temperature_c', word.planTemperature),
        field('pressure_kpa', word.planPressure),
        field('bund_area_m2', word.planBund),
      ];
    case 'direct':
      return [
        field('rate_kg_s', word.planRate),
        field('duration_s', word.planDuration),
        field('height_m', word.planHeight),
      ];
    case 'pool':
      return [
        field('mass_kg', word.planMass),
        field('area_m2', word.planArea),
        field('bund_area_m2', word.planBund),
      ];
    case 'pipe':
      return [
        field('diameter_m', word.planDiameter),
        field('length_m', word.planLength),
        field('pressure_kpa', word.planPressure),
        field('temperature_c', word.planTemperature),
        field('hole_mm', word.planPipeHole),
        field('height_m', word.planHeight),
      ];
    case 'stack':
      return [
        field('rate_kg_s', word.planRate),
        field('duration_s', word.planDuration),
        field('height_m', word.planHeight),
        field('diameter_m', word.planDiameter),
        field('exit_velocity_mps', word.planExitSpeed),
        field('exit_temperature_c', word.planExitTemperature),
      ];
    default:
      return [field('mass_kg', word.planMass)];
  }
}
