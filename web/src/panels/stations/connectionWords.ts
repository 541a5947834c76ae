import type { ConnectionState } from '../../protocol/registry';
import type { Texts } from '../../text/texts';

/** The word for how a device is connected. */
export function connectionWord(texts: Texts, state: ConnectionState | undefined): string {
  if (state === undefined) return texts.unknown;
  return state === 'never_seen' ? texts.never : texts[state];
}

/** A share as people read it; nothing to divide by is no figure. */
export function percent(share: number | null | undefined, none: string): string {
  if (share === null || share === undefined) return none;
  const hundredths = share * 100;
  return `${hundredths.toFixed(hundredths >= 99.95 || hundredths === 0 ? 0 : 1)} %`;
}

/** The way in which a station's data come, in one line. */
export function wayIn(
  texts: Texts,
  station: { protocol?: string | null; gateway?: string | null },
): string {
  const protocols: Record<string, string> = { mqtt: 'MQTT', hj212: 'HJ 212', http: 'HTTP' };
  const protocol = station.protocol ?? '';
  const word = protocol === '' ? texts.protocolNone : (protocols[protocol] ?? protocol);
  const gateway = station.gateway ?? '';
  return gateway === '' ? word : `${word} · ${gateway}`;
}
