import { inject, type InjectionKey } from 'vue';
import type { AlarmWatch } from '../state/AlarmWatch';
import type { DutySound } from '../state/DutySound';

export const alarmWatch: InjectionKey<AlarmWatch> = Symbol('alarm watch');
export const dutySound: InjectionKey<DutySound> = Symbol('duty sound');

/** What is new to the person at this screen. */
export function useAlarmWatch(): AlarmWatch {
  const watch = inject(alarmWatch);
  if (watch === undefined) throw new Error('outside of the map page');
  return watch;
}

/** The sound of duty. */
export function useDutySound(): DutySound {
  const sound = inject(dutySound);
  if (sound === undefined) throw new Error('outside of the map page');
  return sound;
}
