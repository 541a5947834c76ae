-- The registers become editable on the page (windrose.feature.registers). What a person set stands in "edited" and is
-- never overwritten by an import; what the park's files last said stands beside it in "from_file", so that both can be compared.
alter table station
  add column if not exists by_broker boolean not null default false,
  add column if not exists mn        text,
  add column if not exists addresses text[]      not null default '{}',  -- from where it may connect; empty: from anywhere
  add column origin                  text        not null default 'park-file' check (origin in ('park-file', 'person')),
  add column edited                  text[]      not null default '{}',
  add column from_file               jsonb,
  add column version                 bigint      not null default 1,
  add column registered_at           timestamptz not null default now();
create unique index if not exists station_mn on station (park_id, mn) where mn is not null;

alter table series
  add column medium                    text,
  add column origin                    text        not null default 'park-file' check (origin in ('park-file', 'person')),
  add column edited                    text[]      not null default '{}',
  add column from_file                 jsonb,
  add column version                   bigint      not null default 1,
  add column registered_at             timestamptz not null default now(),
  add column limits_version            int,                -- null: never confirmed by a person
  add column calibration_last          date,
  add column calibration_interval_days int check (calibration_interval_days > 0),
  add column calibration_certificate   text;

-- Every set of limits that was ever proposed for a series, with who, when and why; one confirmed set is in force.
create table series_limit (
  park_id      text        not null,
  series       bigint      not null,
  version      int         not null,
  low2         double precision,
  low1         double precision,
  high1        double precision,
  high2        double precision,
  unit         text        not null,
  gas_basis    text,
  source       text        not null,
  state        text        not null check (state in ('proposed', 'confirmed', 'superseded', 'withdrawn')),
  why          text        not null,
  set_at       timestamptz not null,
  set_by       text        not null,
  confirmed_at timestamptz,
  confirmed_by text,
  primary key (park_id, series, version),
  foreign key (park_id, series) references series (park_id, key)
);
create unique index series_limit_in_force on series_limit (park_id, series) where state = 'confirmed';

-- Which box hung there when.
create table device_replacement (
  park_id    text        not null,
  id         uuid        not null,
  station    text        not null,
  old_serial text,
  new_serial text        not null,
  model      text,
  at         timestamptz not null,
  who        text        not null,
  note       text,
  noted_by   text        not null,
  noted_at   timestamptz not null,
  primary key (park_id, id),
  foreign key (park_id, station) references station (park_id, code)
);
create index device_replacement_by_station on device_replacement (park_id, station, at);

-- When a station was under maintenance; readings of that time say so.
create table station_maintenance (
  park_id  text        not null,
  id       uuid        not null,
  station  text        not null,
  from_at  timestamptz not null,
  to_at    timestamptz,                  -- null: until somebody ends it
  reason   text        not null,
  who      text        not null,
  ended_at timestamptz,
  primary key (park_id, id),
  foreign key (park_id, station) references station (park_id, code),
  check (to_at is null or to_at >= from_at)
);
create index station_maintenance_by_station on station_maintenance (park_id, station, from_at);

-- A password that the maker of a device fixed; a weak one opens HJ 212 and nothing else.
alter table device_secret
  add column given boolean not null default false,
  add column weak  boolean not null default false,
  add column note  text;

grant select, insert, update on series_limit, station_maintenance to windrose_app;
grant select, insert on device_replacement to windrose_app;
grant delete on device_secret to windrose_app;
