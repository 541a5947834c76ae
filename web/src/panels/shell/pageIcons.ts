import type { IconName } from '../../controls/icons';
import type { PageName } from '../../state/place';

/** The sign of each page, in the order of the rail. */
export const pageIcons: Readonly<Record<PageName, IconName>> = {
  map: 'map',
  list: 'list',
  stations: 'device',
  substances: 'flask',
  quarantine: 'quarantine',
  tickets: 'ticket',
  figures: 'figures',
  overlays: 'layers',
  walls: 'wall',
};
