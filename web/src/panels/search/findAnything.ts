import type { IconName } from '../../controls/icons';
import { textOf, type ParkModel, type ParkObject } from '../../live/parkModel';
import type { SubstanceSummary } from '../../protocol/substances';
import { pages } from '../../state/place';
import { pageIcons } from '../shell/pageIcons';
import type { Language } from '../../text/language';
import type { Texts } from '../../text/texts';
import { nameIn } from '../../text/language';

/** One thing that can be looked for. */
export interface Findable {
  readonly code: string;
  readonly icon: IconName;
  readonly name: string;
  readonly detail: string;
  /** everything it may be called, in small letters */
  readonly words: string;
  /** what is asked for more often stands first */
  readonly rank: number;
}

/** All that the park holds, ready to be looked through. */
export function listFindables(model: ParkModel, language: Language): Findable[] {
  const owner = (object: ParkObject): string => {
    const found = model.enterprises.get(textOf(object, 'enterprise'));
    if (found === undefined) return '';
    const short = language === 'en' ? textOf(found, 'short_en') : textOf(found, 'short_zh');
    return short === '' ? nameIn(language, found.properties) : short;
  };
  const make = (
    object: ParkObject,
    icon: IconName,
    rank: number,
    more: string[] = [],
  ): Findable => {
    const { properties, code } = object;
    const both = ['name_zh', 'name_en', 'short_zh', 'short_en', 'medium_zh', 'medium_en', 'cas'];
    const words = [code, owner(object), ...both.map((name) => textOf(object, name)), ...more];
    return {
      code,
      icon,
      name: nameIn(language, properties) || code,
      detail: [owner(object), code].filter((part) => part !== '').join(' · '),
      words: words.join(' ').toLowerCase(),
      rank,
    };
  };
  return [
    ...[...model.enterprises.values()].map((one) => make(one, 'enterprise', 0)),
    ...[...model.tanks.values()].map((one) => make(one, 'tank', 1)),
    ...[...model.units.values()].map((one) => make(one, 'legend', 2)),
    ...[...model.places.values()].map((one) => make(one, 'locate', 2)),
    ...[...model.stations.values()].map((one) =>
      make(one, one.kind === 'cctv' ? 'camera' : 'device', 3, [
        ...one.series.flatMap((series) => [series.sensor, series.name_zh, series.name_en]),
        ...one.series.map((series) => series.cas ?? ''),
      ]),
    ),
  ];
}

/** What stands before a CAS number, so that it is no object of the park. */
export const SUBSTANCE = 'substance:';

/** Substances beside the objects of the park; they lead to their own page. */
export function listSubstanceFindables(
  list: readonly SubstanceSummary[],
  language: Language,
  detail: string,
): Findable[] {
  return list.map((one) => ({
    code: SUBSTANCE + one.cas,
    icon: 'flask',
    name: nameIn(language, one),
    detail: `${detail} · ${one.cas}`,
    words: [one.cas, one.name_zh, one.name_en, one.formula ?? '', one.un ?? '', ...one.synonyms]
      .join(' ')
      .toLowerCase(),
    rank: 2,
  }));
}

/** What stands before the name of a page of the product. */
export const PAGE = 'page:';

/** The pages themselves, by what the rail calls them. */
export function listPageFindables(texts: Texts): Findable[] {
  return pages.map((page) => ({
    code: PAGE + page,
    icon: pageIcons[page],
    name: texts[`rail_${page}`],
    detail: texts.pageFound,
    words: `${texts[`rail_${page}`]} ${page}`.toLowerCase(),
    rank: 1,
  }));
}

const MOST = 30;

/** The things that hold every word; a name that begins with it stands first. */
export function findAnything(all: readonly Findable[], query: string): Findable[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const first = words[0] ?? '';
  const score = (one: Findable): number => {
    const begins = one.name.toLowerCase().startsWith(first) || one.code.toLowerCase() === first;
    return one.rank + (begins ? 0 : 10);
  };
  return all
    .filter((one) => words.every((word) => one.words.includes(word)))
    .sort((a, b) => score(a) - score(b) || a.name.length - b.name.length)
    .slice(0, MOST);
}
