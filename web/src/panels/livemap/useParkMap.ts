import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { PaddingOptions } from 'maplibre-gl';
import type { ParkMap } from '../../map/ParkMap';
import type { LivePark } from '../../state/LivePark';
import { language, preferences, theme } from '../../state/preferences';
import { textsIn } from '../../text/texts';
import { overlays } from '../../state/Overlays';
import { plan } from '../../state/Plan';
import { planLabels } from '../planner/planLabels';
import { publishHook } from './stateHook';

const NARROW = { top: 72, right: 40, bottom: 24, left: 12 };
/** room for the tiles above, the wind below, the alarms and the keys on the right */
const BESIDE_A_STRIP = { top: 84, right: 484, bottom: 44, left: 24 };

export type MapCondition = 'loading' | 'drawn' | 'no-webgl' | 'failed';

/**
 * Brings the map engine in when the map is looked at for the first time and ties it to what the user chooses; under another page it
 * rests, since a drawing that nobody sees costs a slow computer as much as one that is looked at.
 */
export function useParkMap(
  park: LivePark,
  container: Readonly<ShallowRef<HTMLElement | null>>,
  more: {
    readonly pixelRatio?: number;
    readonly padding?: PaddingOptions;
    readonly shown?: Readonly<Ref<boolean>>;
  } = {},
): { map: ShallowRef<ParkMap | null>; condition: ShallowRef<MapCondition> } {
  const map = shallowRef<ParkMap | null>(null);
  const condition = shallowRef<MapCondition>('loading');
  const endings: (() => void)[] = [];

  onMounted(async () => {
    publishHook(park, map, condition);
    await firstLook(more.shown);
    await park.firstWord();
    await painted();
    try {
      await draw();
      condition.value = 'drawn';
    } catch (error) {
      condition.value = isWithoutWebGl(error) ? 'no-webgl' : 'failed';
    }
  });

  async function draw(): Promise<void> {
    const { ParkMap } = await import('../../map/ParkMap');
    if (container.value === null) return;
    const narrow = container.value.clientWidth < 760;
    const drawn = new ParkMap({
      container: container.value,
      model: park.model,
      state: park.state,
      language: language.value,
      drillWord: textsIn(language.value).drill,
      view: preferences.address.view,
      padding: more.padding ?? (narrow ? NARROW : BESIDE_A_STRIP),
      firstPadding:
        preferences.object.value === null ? null : roomForACard(container.value, narrow),
      ...(more.pixelRatio === undefined ? {} : { pixelRatio: more.pixelRatio }),
      stillness: matchMedia('(prefers-reduced-motion: reduce)').matches,
      onPick: (code) => {
        preferences.chooseObject(code);
      },
      onProbe: (at) => {
        plan.value?.pointAt(at);
      },
      onView: (view) => {
        preferences.change({ view });
      },
    });
    map.value = drawn;
    drawn.select(preferences.object.value);
    drawn.hide(preferences.hidden.value);
    endings.push(
      theme.listen(() => {
        drawn.restyle();
      }),
      language.listen((next) => {
        drawn.setLanguage(next);
      }),
      preferences.object.listen((code) => {
        drawn.select(code);
      }),
      preferences.hidden.listen((hidden) => {
        drawn.hide(hidden);
      }),
      preferences.signs.listen((on) => {
        drawn.showSigns(on);
      }),
    );
    await drawn.draw();
    if (more.shown !== undefined) {
      drawn.rest(!more.shown.value);
      endings.push(
        watch(more.shown, (on) => {
          drawn.rest(!on);
        }),
      );
    }
    if (preferences.signs.value) drawn.showSigns(true);
    endings.push(
      overlays.laid.listen((laid) => {
        drawn.showOverlays(laid ?? []);
      }),
    );
    drawn.showOverlays(overlays.laid.value ?? []);
    // a map without them is still the map
    overlays.refresh().catch(() => undefined);
    endings.push(
      preferences.jump.listen((view) => {
        if (view !== null) drawn.jumpTo(view);
      }),
    );
    // a what-if is for the weather of now: it is not drawn over a moment of the past
    const drawPlan = (): void => {
      drawn.showPlan(
        park.state.past.value === null ? plan.value : null,
        planLabels(() => textsIn(language.value)),
      );
    };
    const openPlan = (): void => {
      drawPlan();
      const opened = plan.value;
      if (opened === null || container.value === null) return;
      const room = roomForACard(container.value, narrow);
      const end = opened.answer.listen((answer) => {
        if (answer === null) return;
        end();
        drawn.fitPlan(room);
      });
      opened.fits.listen(() => {
        drawn.fitPlan(room);
      });
    };
    endings.push(plan.listen(openPlan), park.state.past.listen(drawPlan));
    openPlan();
  }

  onBeforeUnmount(() => {
    for (const end of endings) end();
    map.value?.remove();
  });
  return { map, condition };
}

function firstLook(shown: Readonly<Ref<boolean>> | undefined): Promise<void> {
  if (shown === undefined || shown.value) return Promise.resolve();
  return new Promise((resolve) => {
    const end = watch(shown, (on) => {
      if (!on) return;
      end();
      resolve();
    });
  });
}

/** What has come so far is on the screen: building the map keeps a slow computer from painting anything else. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
}

/** On a phone the card is a sheet over the lower part of the map. */
function roomForACard(container: HTMLElement, narrow: boolean): typeof BESIDE_A_STRIP {
  return narrow ? { ...NARROW, bottom: container.clientHeight * 0.63 } : BESIDE_A_STRIP;
}

/** Learnt from the map itself: a context made only to ask for it can stop a software renderer for good. */
function isWithoutWebGl(error: unknown): boolean {
  return error instanceof Error && error.name === 'GPUInitializationError';
}
