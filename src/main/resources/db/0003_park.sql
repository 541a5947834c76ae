-- The drawing of the park (windrose.feature.basemap): replaced as a whole by each import.
create table park (
  park_id     text             primary key,
  code        text             not null,  -- the id in its files
  name_zh     text             not null,
  name_en     text             not null,
  fictional   boolean          not null,
  fingerprint text             not null,  -- SHA-256 over its files
  imported_at timestamptz      not null,
  imported_by text             not null
);

create table park_area (
  park_id    text   not null references park,
  ordinal    int    not null,             -- the park first
  area_id    text   not null,
  name_zh    text   not null,
  name_en    text   not null,
  enterprise text,
  bounds     box    not null,             -- WGS-84 degrees, x = longitude
  primary key (park_id, area_id)
);

create table park_feature (
  park_id    text             not null references park,
  id         text             not null,
  layer      text             not null,
  ordinal    int              not null,   -- the order of the files, which is the order of drawing
  name_zh    text             not null,
  name_en    text             not null,
  kind       text,
  enterprise text,
  properties jsonb            not null,
  geometry   bytea            not null,   -- WKB, WGS-84
  lon        double precision not null,   -- a point inside it
  lat        double precision not null,
  bounds     box              not null,
  primary key (park_id, id)
);
create index park_feature_by_layer on park_feature (park_id, layer, ordinal);
create index park_feature_by_bounds on park_feature using gist (bounds);

-- The registers (windrose.feature.registers). Codes are permanent, since readings and reports refer to them:
-- what the park's files no longer hold is marked retired and never deleted.
create table enterprise (
  park_id    text             not null,
  code       text             not null,
  name_zh    text             not null,
  name_en    text             not null,
  lon        double precision not null,
  lat        double precision not null,
  properties jsonb            not null,
  retired_at timestamptz,
  primary key (park_id, code)
);

create table station (
  park_id    text             not null,
  code       text             not null,
  kind       text             not null,
  name_zh    text             not null,
  name_en    text             not null,
  enterprise text,
  asset      text,
  lon        double precision not null,
  lat        double precision not null,
  height_m   double precision,
  protocol   text,
  gateway    text,
  properties jsonb            not null,
  retired_at timestamptz,
  primary key (park_id, code)
);

create table series (
  park_id     text             not null,
  key         bigint           not null generated always as identity,  -- what readings carry; stays inside
  station     text             not null,
  sensor      text             not null,
  factor      text             not null,
  name_zh     text             not null,
  name_en     text             not null,
  cas         text,
  hj212_code  text,
  unit        text             not null,
  range_low   double precision,
  range_high  double precision,
  alarm_low1  double precision,
  alarm_low2  double precision,
  alarm_high1 double precision,
  alarm_high2 double precision,
  interval_s  int              not null,
  asset       text,
  basis       text,                       -- where the limits come from
  retired_at  timestamptz,
  primary key (park_id, key),
  unique (park_id, station, sensor),
  foreign key (park_id, station) references station (park_id, code)
);

-- What a device proves itself with; only the SHA-256 of 192 random bits is kept.
create table device_secret (
  park_id   text        not null,
  station   text        not null,
  sha256    bytea       not null,
  issued_at timestamptz not null,
  issued_by text        not null,
  primary key (park_id, station),
  foreign key (park_id, station) references station (park_id, code)
);

grant select, insert, update on park to windrose_app;
grant select, insert, delete on park_area, park_feature to windrose_app;
grant select, insert, update on enterprise, station, series, device_secret to windrose_app;
