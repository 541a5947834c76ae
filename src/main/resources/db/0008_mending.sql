-- What makes no sense can be found by station, sensor and class of reason, and mended (windrose.feature.ingest).
alter table quarantine
  add column classes text[] not null default '{}',  -- one per fault, beside its sensor
  add column sensors text[] not null default '{}';  -- as the device called it; empty when the whole message is at fault
create index quarantine_by_subject on quarantine (park_id, subject, id);

-- What a station's box calls a sensor, and how its figures become the series' unit: sent * factor + shift.
create table sensor_alias (
  park_id text             not null,
  station text             not null,
  sent    text             not null,
  sensor  text             not null,
  factor  double precision not null,
  shift   double precision not null,
  set_at  timestamptz      not null,
  set_by  text             not null,
  primary key (park_id, station, sent),
  foreign key (park_id, station) references station (park_id, code),
  foreign key (park_id, station, sensor) references series (park_id, station, sensor)
);
grant select, insert, update, delete on sensor_alias to windrose_app;

-- The device's own time of readings that claimed to be from the future: they count for the time at which we received them.
create table reading_claimed (
  park_id    text        not null,
  series     bigint      not null,
  claimed_at timestamptz not null,
  at         timestamptz not null,
  primary key (park_id, series, claimed_at)
);
grant select, insert on reading_claimed to windrose_app;
