/** Lengths and areas on the WGS-84 ellipsoid, as a surveyor would give them. */

export type Position = readonly [number, number];

const MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const MINOR_M = MAJOR_M * (1 - FLATTENING);
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_2);
const STEPS = 100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The shortest way over the ellipsoid in metres: T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid",
 * Survey Review 23 (176), 1975, good to half a millimetre. Between nearly opposite points of the earth, where his iteration does
 * not end, a sphere answers (good to 0.6 %).
 */
export function geodesicM(from: Position, to: Position): number {
  const between = radians(to[0] - from[0]);
  const [sinU1, cosU1] = reduced(from[1]);
  const [sinU2, cosU2] = reduced(to[1]);
  let lambda = between;
  for (let step = 0; step < STEPS; step++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cosU2 * sinL, cosU1 * sinU2 - sinU1 * cosU2 * cosL);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinL) / sinSigma;
    const cos2Alpha = 1 - sinAlpha * sinAlpha;
    const cosM = cos2Alpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cos2Alpha;
    const c = (FLATTENING / 16) * cos2Alpha * (4 + FLATTENING * (4 - 3 * cos2Alpha));
    const before = lambda;
    const turn = cosM + c * cosSigma * (2 * cosM * cosM - 1);
    lambda = between + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * turn);
    if (Math.abs(lambda - before) < 1e-12)
      return arcM({ cos2Alpha, cosM, cosSigma, sinSigma, sigma });
  }
  const [a, b] = [radians(from[1]), radians(to[1])];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(between / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(half)));
}

function reduced(latitude: number): [number, number] {
  const angle = Math.atan((1 - FLATTENING) * Math.tan(radians(latitude)));
  return [Math.sin(angle), Math.cos(angle)];
}

function arcM(at: {
  cos2Alpha: number;
  cosM: number;
  cosSigma: number;
  sinSigma: number;
  sigma: number;
}): number {
  const { cosM, cosSigma, sinSigma } = at;
  const u2 = (at.cos2Alpha * (MAJOR_M ** 2 - MINOR_M ** 2)) / MINOR_M ** 2;
  const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
  const third = (b / 6) * cosM * (4 * sinSigma ** 2 - 3) * (4 * cosM ** 2 - 3);
  const correction = b * sinSigma * (cosM + (b / 4) * (cosSigma * (2 * cosM ** 2 - 1) - third));
  return MINOR_M * a * (at.sigma - correction);
}

/** The length of a line through these points; closed, it comes back to the first. */
export function lengthM(points: readonly Position[], closed = false): number {
  let sum = 0;
  for (let index = 1; index < points.length; index++) sum += stepM(points, index - 1, index);
  return closed && points.length > 2 ? sum + stepM(points, points.length - 1, 0) : sum;
}

function stepM(points: readonly Position[], from: number, to: number): number {
  const [a, b] = [points[from], points[to]];
  return a === undefined || b === undefined ? 0 : geodesicM(a, b);
}

/**
 * The area of a ring in square metres: the excess of its edges over the sphere that has the ellipsoid's area (authalic sphere).
 * Edges are great circles of that sphere, which differ from geodesics by less than a millionth over the size of a park. A ring
 * that crosses itself gives the difference of its parts, so the panel says when it does.
 */
export function areaM2(ring: readonly Position[]): number {
  return Math.abs(signedAreaM2(ring));
}

/** Positive when the ring runs against the clock. */
export function signedAreaM2(ring: readonly Position[]): number {
  let excess = 0;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    const between = radians(((to[0] - from[0] + 540) % 360) - 180);
    const [a, b] = [halfTan(from[1]), halfTan(to[1])];
    excess -= 2 * Math.atan2(Math.tan(between / 2) * (a + b), 1 + a * b);
  });
  return excess * authalicRadius2();
}

function halfTan(latitude: number): number {
  const q = authalic(Math.sin(radians(latitude)));
  return Math.tan(Math.asin(Math.max(-1, Math.min(1, q / authalic(1)))) / 2);
}

function authalic(sine: number): number {
  const es = ECCENTRICITY * sine;
  return (1 - ECCENTRICITY_2) * (sine / (1 - es * es) + Math.atanh(es) / ECCENTRICITY);
}

function authalicRadius2(): number {
  return (MAJOR_M ** 2 * authalic(1)) / 2;
}

/** Whether any two edges of the ring cross; of few hundred edges this costs nothing. */
export function crossesItself(ring: readonly Position[]): boolean {
  const edges = ring.map((from, index) => [from, ring[(index + 1) % ring.length] ?? from] as const);
  return edges.some(([a, b], one) =>
    edges.some(([c, d], two) => {
      const apart = Math.abs(one - two);
      return apart > 1 && apart < ring.length - 1 && one < two && crosses(a, b, c, d);
    }),
  );
}

function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
