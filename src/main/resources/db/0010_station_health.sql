-- One station, one clock hour (windrose.feature.stations): the ground of every health figure of an hour, a day or a month.
create table station_hour (
  park_id  text        not null,
  station  text        not null,
  hour     timestamptz not null,
  due      bigint      not null,  -- 60 bits: minutes in which the station had to report
  watched  bigint      not null,  -- 60 bits: minutes in which this server ran
  heard    bigint      not null,  -- 60 bits: minutes in which the station was connected, by our clock
  covered  bigint      not null,  -- 60 bits: minutes for which there is a value, by the device's clock, however late
  expected int         not null,
  received int         not null,
  readings int         not null,
  bad      int         not null,
  delays   int[]       not null,  -- counts per step of windrose.domain.upkeep.DelayCounts
  gaps     jsonb       not null,  -- series key → which steps of the hour arrived (base64)
  primary key (park_id, station, hour)
);
create index station_hour_by_hour on station_hour (park_id, hour);

-- When each station and each series was last heard, so that a restart does not forget it.
create table station_pulse (
  park_id      text        not null,
  station      text        not null,
  received     timestamptz not null,  -- our clock
  heard_since  timestamptz not null,  -- since when it has been heard without a silence
  primary key (park_id, station)
);

-- Work on equipment (运维工单, windrose.feature.tickets).
create table ticket (
  park_id         text        not null,
  id              uuid        not null,
  number          bigint      not null,
  station         text        not null,
  cause           text        not null,
  title           text,
  state           text        not null check (state in ('open', 'acknowledged', 'repaired', 'closed')),
  version         bigint      not null,
  opened_by       text        not null,
  opened_at       timestamptz not null,
  down_since      timestamptz,
  relapses        int         not null default 0,
  assignee        text,
  acknowledged_at timestamptz,
  repaired_at     timestamptz,
  repaired_by     text,
  closed_at       timestamptz,
  closed_by       text,
  measure         text,
  primary key (park_id, id),
  unique (park_id, number)
);
-- A device that is silent has one ticket, however often it falls silent before somebody closes it.
create unique index ticket_one_at_a_time on ticket (park_id, station, cause) where state <> 'closed';
create index ticket_by_opening on ticket (park_id, opened_at desc);

create table ticket_event (
  park_id text        not null,
  ticket  uuid        not null,
  ordinal int         not null,
  at      timestamptz not null,
  who     text        not null,
  kind    text        not null,
  text    text,
  primary key (park_id, ticket, ordinal),
  foreign key (park_id, ticket) references ticket (park_id, id)
);

grant select, insert, update on station_hour, station_pulse, ticket to windrose_app;
grant delete on station_hour to windrose_app;
grant select, insert on ticket_event to windrose_app;
