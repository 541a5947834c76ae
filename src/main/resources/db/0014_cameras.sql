-- Addresses at which browsers fetch the pictures of cameras (windrose.feature.cameras); the server itself never asks them.
create table camera_source (
  park_id    text        not null,
  station    text        not null,
  kind       text        not null check (kind in ('hls', 'whep', 'snapshot')),
  url        text        not null,
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (park_id, station)
);
grant select, insert, update, delete on camera_source to windrose_app;
