-- Pictures laid over the map (windrose.feature.overlays): what people say of them, and the tiles cut from files.
create table overlay (
  park_id          text        not null,
  id               uuid        not null,
  name             text        not null,
  kind             text        not null check (kind in ('orthophoto', 'thermal', 'drone', 'other')),
  taken_on         date,
  source           text        not null,
  opacity_percent  integer     not null check (opacity_percent between 0 and 100),
  shown            boolean     not null,
  position         integer     not null,
  west             double precision,
  south            double precision,
  east             double precision,
  north            double precision,
  min_zoom         integer     not null,
  max_zoom         integer     not null,
  metres_per_pixel double precision,
  address          text,
  bytes            bigint      not null,
  added_at         timestamptz not null,
  added_by         text        not null,
  primary key (park_id, id)
);
create table overlay_tile (
  park_id text    not null,
  overlay uuid    not null,
  zoom    integer not null,
  x       integer not null,
  y       integer not null,
  picture bytea   not null,
  primary key (park_id, overlay, zoom, x, y),
  foreign key (park_id, overlay) references overlay (park_id, id) on delete cascade
);
-- JPEG and PNG are packed already
alter table overlay_tile alter column picture set storage external;
grant select, insert, update, delete on overlay to windrose_app;
grant select, insert, delete on overlay_tile to windrose_app;
