-- Every reading ever acknowledged (windrose.feature.readings). A row is never overwritten: the first value of an instant stays,
-- a later different one is a correction with the moment at which it became known.
create table reading (
  park_id  text             not null,
  series   bigint           not null,
  at       timestamptz      not null,
  received timestamptz      not null,
  value    double precision not null,
  quality  integer          not null,
  primary key (park_id, series, at)
) partition by range (at);

create table reading_correction (
  park_id  text             not null,
  series   bigint           not null,
  at       timestamptz      not null,
  known_at timestamptz      not null,
  value    double precision not null,
  quality  integer          not null,
  primary key (park_id, series, at, known_at)
);

-- What was allowed to speak but could not be understood (windrose.feature.ingest), raw, with the reason.
create table quarantine (
  park_id  text        not null,
  id       bigint      generated always as identity,
  received timestamptz not null,
  channel  text        not null,
  login    text        not null,
  subject  text        not null,
  reason   text        not null,
  payload  bytea       not null,
  primary key (park_id, id)
);
create index quarantine_by_time on quarantine (park_id, received);

-- The application may not create tables; for a day's partition it calls this, which creates nothing else.
create function ensure_reading_day(day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if day < date '2000-01-01' or day > current_date + 30 then
    raise exception 'no partition for %: outside 2000-01-01 to 30 days from now', day;
  end if;
  execute format(
    'create table if not exists %I partition of reading for values from (%L) to (%L)',
    'reading_' || to_char(day, 'YYYYMMDD'),
    to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00',
    to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
end
$$;
revoke all on function ensure_reading_day(date) from public;

grant execute on function ensure_reading_day(date) to windrose_app;
grant select, insert on reading, reading_correction to windrose_app;
grant select, insert, delete on quarantine to windrose_app;
