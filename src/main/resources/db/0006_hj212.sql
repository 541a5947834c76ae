-- How HJ 212 stations are connected (windrose.feature.ingest.hj212.settings): what the register does not say, or says otherwise.
create table hj212_station (
  park_id              text        not null,
  station              text        not null,
  mn                   text,                  -- the device's number; null: the one in the station's properties
  password_salt        bytea,                 -- null: the station's device secret is its password
  password_sha256      bytea,
  sources              text[]      not null,  -- addresses it may come from (CIDR); empty: from anywhere
  set_time             boolean     not null,  -- what it is told when it connects
  overtime_s           int,
  retry_count          int,
  real_time_interval_s int,
  minute_interval_min  int,
  changed_at           timestamptz not null,
  changed_by           text        not null,
  primary key (park_id, station),
  unique (park_id, mn),
  foreign key (park_id, station) references station (park_id, code)
);

-- Which value of which factor is which series; what is not listed follows the series' own HJ 212 codes.
create table hj212_mapping (
  park_id    text             not null,
  station    text             not null,
  factor     text             not null,
  period     text             not null,
  statistic  text             not null,
  sensor     text,                            -- null: left out on purpose
  unit       text,                            -- as the station sends it; null: the series' own
  range_low  double precision,
  range_high double precision,
  changed_at timestamptz      not null,
  changed_by text             not null,
  primary key (park_id, station, factor, period, statistic),
  foreign key (park_id, station) references station (park_id, code)
);

grant select, insert, update on hj212_station to windrose_app;
grant select, insert, update, delete on hj212_mapping to windrose_app;
