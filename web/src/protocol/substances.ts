/** Substances and the cards that people read about them. */
export type Confidence = 'sourced' | 'checked' | 'memory' | (string & {});

export interface SubstanceSummary {
  cas: string;
  name_zh: string;
  name_en: string;
  synonyms: string[];
  formula: string | null;
  un: string | null;
  erg_guide: string | null;
}

export interface SourcedValue {
  value: number;
  unit: string;
  source: string | null;
  confidence: Confidence;
}

/** A guideline value in both units; the pair is computed at 25 °C. */
export interface ToxicLevel {
  code: string;
  value: number;
  unit: string;
  ppm_25c: number;
  mg_m3_25c: number;
  confidence: Confidence;
}

export interface Substance extends SubstanceSummary {
  identity: { source: string | null; confidence: Confidence };
  values: Record<string, SourcedValue>;
  toxic_levels: ToxicLevel[];
  antoine_fit: string | null;
  /** the pure substance as which a mixture is computed */
  computed_as: string | null;
  note: string | null;
  sources: Record<string, { title: string; licence: string }>;
  caution: { zh: string; en: string };
}

export const cardSections = [
  'hazard',
  'incompatible',
  'first-aid',
  'protection',
  'extinguishing',
] as const;
export type CardSection = (typeof cardSections)[number];

export interface CardSentence {
  zh: string;
  en: string;
  /** what must never be done, or kills */
  red: boolean;
  source: string;
  edition: string;
  place: string;
  confidence: Confidence;
}

export interface CardSignature {
  physician: string;
  licence: string;
  signed_at: string;
  signed_by: string;
  card_sha256: string;
}

export interface SubstanceCard {
  cas: string;
  card_sha256: string;
  review: {
    reviewed: boolean;
    zh: string;
    en: string;
    signature?: CardSignature;
    /** stands under an earlier text and holds no longer */
    outdated_signature?: CardSignature;
  };
  sections: Record<CardSection, CardSentence[]>;
  sources: Record<string, { title: string; edition: string; publisher: string; licence: string }>;
}
