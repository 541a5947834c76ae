-- Alarms by the limits of series (windrose.feature.alarms); acknowledgement and handling will stand beside these columns.
create table alarm (
  park_id         text        not null,
  id              uuid        not null,  -- UUIDv7: sorts by opening
  series          text        not null,  -- public id, station/sensor
  station         text        not null,
  side            text        not null check (side in ('high', 'low')),
  level           int         not null check (level in (1, 2)),
  priority        int         not null check (priority between 1 and 4),
  state           text        not null check (state in ('active', 'signal_lost', 'returned')),
  first_at        timestamptz not null,  -- device time of the first value beyond the limit
  last_at         timestamptz not null,  -- device time of the latest one
  value           float8      not null,
  at              timestamptz not null,
  peak            float8      not null,
  peak_at         timestamptz not null,
  limit_value     float8      not null,
  unit            text        not null,
  limit_source    text,
  limit_confirmed boolean     not null,
  count           int         not null,
  received_at     timestamptz not null,  -- our clock, from here on
  returned_at     timestamptz,
  ended_at        timestamptz,
  drill           text,
  primary key (park_id, id),
  check ((state = 'returned') = (returned_at is not null)),
  check (ended_at is null or returned_at is not null)
);
-- Never two open ones for one series and side, whatever crashed between what.
create unique index alarm_one_at_a_time on alarm (park_id, series, side) where ended_at is null;
create index alarm_by_start on alarm (park_id, first_at);

grant select, insert, update on alarm to windrose_app;
