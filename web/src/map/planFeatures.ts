import type { CaseAnswer, HazardAnswer, RunAnswer, Zone, ZoneShape } from '../protocol/consequence';
import type { ProbabilityAnswer } from '../protocol/probability';
import { FRONTS_S, type Plan } from '../state/Plan';

/** The words on the lines; whoever opens the map knows the language. */
export interface PlanWords {
  readonly zone: (zone: Zone, one: CaseAnswer, answer: RunAnswer) => string;
  readonly kept: (zone: Zone, one: CaseAnswer, answer: RunAnswer) => string;
  readonly front: (timeS: number) => string;
  readonly probable: (level: { level: string }, probability: number) => string;
  readonly first: (kind: 'isolate' | 'protect', metres: number) => string;
}

type Features = GeoJSON.Feature[];

const isFilled = (geometry: GeoJSON.MultiPolygon): boolean => geometry.coordinates.length > 0;

/** The level that is drawn while three sizes of hole are assumed: the chosen one, else the middle one. */
export function chosenLevel(zones: readonly Zone[], wished: string | null): string | null {
  const found = zones.find((zone) => zone.level === wished) ?? zones[Math.min(1, zones.length - 1)];
  return found?.level ?? null;
}

export function hazardOf(one: CaseAnswer, hazard: string | null): HazardAnswer | undefined {
  return one.hazards.find((each) => each.hazard === hazard);
}

/** Zones of an answer, the widest first, so that the narrow ones lie on top. */
export function zonesOf(
  plan: Plan,
  answer: RunAnswer,
  timeS: number | null,
  word: PlanWords['zone'],
): Features {
  return answer.cases.flatMap((one) => {
    const hazard = hazardOf(one, plan.hazard.value);
    const whole = hazard?.zones ?? [];
    const slice = hazard?.slices?.find((each) => each.s === timeS)?.zones;
    const shapes: ZoneShape[] = timeS === null || !hazard?.slices?.length ? whole : (slice ?? []);
    // while the size of the hole is assumed, one outline for each size says more than nine
    const only = answer.source_assumed ? chosenLevel(whole, plan.level.value) : null;
    return whole
      .map((zone, rank) => ({
        zone,
        rank,
        geometry: shapes.find((shape) => shape.level === zone.level)?.geometry,
      }))
      .filter(({ zone }) => only === null || zone.level === only)
      .flatMap(({ zone, rank, geometry }): Features =>
        geometry === undefined || !isFilled(geometry)
          ? []
          : [
              {
                type: 'Feature',
                properties: {
                  rank,
                  case: one.id,
                  filled: !answer.source_assumed,
                  label: word(zone, one, answer),
                },
                geometry,
              },
            ],
      )
      .reverse();
  });
}

/** Where the cloud of the largest source has come to after some minutes; a front that no longer moves is left out. */
export function frontsOf(plan: Plan, answer: RunAnswer, word: PlanWords['front']): Features {
  const last = answer.cases.at(-1);
  const hazard = last === undefined ? undefined : hazardOf(last, plan.hazard.value);
  const whole = hazard?.zones ?? [];
  const level = answer.source_assumed
    ? chosenLevel(whole, plan.level.value)
    : (whole.findLast((zone) => isFilled(zone.geometry))?.level ?? null);
  let farthest = 0;
  return (hazard?.slices ?? [])
    .filter((slice) => FRONTS_S.includes(slice.s))
    .flatMap((slice): Features => {
      const shape = slice.zones.find((zone) => zone.level === level);
      if (shape === undefined || !isFilled(shape.geometry)) return [];
      const reach = reachOf(shape.geometry, answer.at);
      if (reach < farthest * 1.05) return [];
      farthest = reach;
      return [{ type: 'Feature', properties: { label: word(slice.s) }, geometry: shape.geometry }];
    });
}

export function bandOf(plan: Plan, answer: RunAnswer): Features {
  const last = answer.cases.at(-1);
  const band = last === undefined ? undefined : hazardOf(last, plan.hazard.value)?.band;
  return band === undefined ? [] : [{ type: 'Feature', properties: {}, geometry: band }];
}

/** The areas in which one level is exceeded with 10, 50 and 90 %. */
export function probableOf(
  plan: Plan,
  answer: ProbabilityAnswer,
  word: PlanWords['probable'],
): Features {
  const hazard = answer.hazards.find((each) => each.hazard === plan.hazard.value);
  const levels = hazard?.levels ?? [];
  const level =
    levels.find((one) => one.level === plan.level.value) ?? levels[Math.min(1, levels.length - 1)];
  const timeS = plan.timeS.value;
  const slice = hazard?.slices?.find((each) => each.s === timeS);
  const areas =
    slice === undefined
      ? level?.probabilities
      : slice.levels.find((one) => one.level === level?.level)?.probabilities;
  return [...(areas ?? [])]
    .sort((a, b) => a.probability - b.probability)
    .flatMap((area, index, all): Features =>
      level === undefined || !isFilled(area.geometry)
        ? []
        : [
            {
              type: 'Feature',
              properties: {
                rank: all.length - 1 - index,
                case: 'given',
                filled: true,
                label: word(level, area.probability),
              },
              geometry: area.geometry,
            },
          ],
    );
}

export function firstMinutesOf(plan: Plan, word: PlanWords['first']): Features {
  const answer = plan.firstMinutes.answer.value;
  if (answer === null || !plan.firstMinutes.drawn.value) return [];
  const features: Features = [
    {
      type: 'Feature',
      properties: { label: word('isolate', answer.isolate_m) },
      geometry: answer.isolate.geometry,
    },
  ];
  if (answer.protect !== null && answer.protect_m !== null) {
    features.push({
      type: 'Feature',
      properties: { label: word('protect', answer.protect_m) },
      geometry: answer.protect.geometry,
    });
  }
  return features;
}

export function pointsOfPlan(plan: Plan): Features {
  const point = (kind: string, at: readonly [number, number]): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  });
  const points = [point('source', plan.input.value.at)];
  if (plan.probe.value !== null) points.push(point('probe', plan.probe.value));
  return points;
}

/** The farthest corner from the source, in degrees squeezed to the source's latitude; good enough to compare. */
function reachOf(geometry: GeoJSON.MultiPolygon, at: readonly [number, number]): number {
  const squeeze = Math.cos((at[1] * Math.PI) / 180);
  let most = 0;
  for (const corner of geometry.coordinates.flat(2)) {
    most = Math.max(
      most,
      Math.hypot(((corner[0] ?? 0) - at[0]) * squeeze, (corner[1] ?? 0) - at[1]),
    );
  }
  return most;
}
