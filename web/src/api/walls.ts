import { get, write } from './client';

/** Whether this display is paired, shows a code that is waited for, or must ask for one. */
export interface WallSelf {
  readonly state: 'paired' | 'waiting' | 'unknown';
  readonly name?: string;
}

export interface PairingCode {
  readonly code: string;
  readonly expires: string;
  readonly seconds: number;
}

export interface WallInfo {
  readonly id: string;
  readonly name: string;
  readonly paired_by: string;
  readonly paired_at: string;
  readonly last_seen: string | null;
  readonly address: string;
}

export function getWallSelf(): Promise<WallSelf> {
  return get<WallSelf>('walls/me');
}

export function askForCode(): Promise<PairingCode> {
  return write<PairingCode>('POST', 'walls/pairings', {});
}

export async function listWalls(): Promise<WallInfo[]> {
  return (await get<{ items: WallInfo[] }>('walls')).items;
}

export function pairWall(code: string, name: string): Promise<WallInfo> {
  return write<WallInfo>('POST', 'walls', { code, name });
}

export async function revokeWall(id: string): Promise<void> {
  await write('DELETE', `walls/${encodeURIComponent(id)}`);
}
