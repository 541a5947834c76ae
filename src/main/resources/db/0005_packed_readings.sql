-- The closed past (windrose.feature.readings.archive). A reading stands either in its day's partition or in one packed row, never
-- in both: the rows of an hour (of a day, for slow series) leave the partition in the transaction that writes their packed row.
create table reading_chunk (
  park_id  text        not null,
  series   bigint      not null,
  start_at timestamptz not null,
  span_s   integer     not null,  -- 3600 or 86400
  readings integer     not null,
  data     bytea       not null,  -- windrose.feature.readings.packed.ChunkCodec
  primary key (park_id, series, start_at, span_s)
) partition by range (start_at);
alter table reading_chunk alter column data set storage external;  -- already squeezed

-- Roll-ups of closed hours: minutes by the hour, hours by the UTC day, days (Asia/Shanghai) by the month.
create table reading_rollup (
  park_id  text        not null,
  series   bigint      not null,
  step_s   integer     not null,  -- 60, 3600 or 86400
  start_at timestamptz not null,
  data     bytea       not null,  -- windrose.feature.readings.packed.RollUpCodec
  primary key (park_id, series, step_s, start_at)
);
alter table reading_rollup alter column data set storage external;

-- Closed hours that late data or corrections touched, to be packed and rolled up anew.
create table reading_dirty (
  park_id text        not null,
  series  bigint      not null,
  hour    timestamptz not null,
  since   timestamptz not null,
  primary key (park_id, series, hour)
);
create index reading_dirty_by_hour on reading_dirty (park_id, hour);

-- How far each kind of upkeep is through.
create table reading_upkeep (
  park_id text        not null,
  job     text        not null,
  until   timestamptz not null,
  primary key (park_id, job)
);

-- The newest reading of each series, as of the last upkeep; what came after stands in the newest partitions.
create table reading_latest (
  park_id  text             not null,
  series   bigint           not null,
  at       timestamptz      not null,
  received timestamptz      not null,
  value    double precision not null,
  quality  integer          not null,
  primary key (park_id, series)
) with (fillfactor = 70);

-- Attaching a finished table lets readers and writers of the other days go on; "create table … partition of" would not.
create function attach_reading_partition(parent regclass, name text, from_text text, to_text text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if to_regclass(quote_ident(name)) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('windrose reading partitions'));
  if to_regclass(quote_ident(name)) is not null then
    return;
  end if;
  execute format('create table %I (like %s including all)', name, parent);
  -- the rows of a packed hour are dead at once: hand their room to the next hours early
  execute format('alter table %I set (autovacuum_vacuum_scale_factor = 0.05)', name);
  execute format('alter table %s attach partition %I for values from (%L) to (%L)', parent, name, from_text, to_text);
end
$$;
revoke all on function attach_reading_partition(regclass, text, text, text) from public;

create or replace function ensure_reading_day(day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if day < date '2000-01-01' or day > current_date + 30 then
    raise exception 'no partition for %: outside 2000-01-01 to 30 days from now', day;
  end if;
  perform attach_reading_partition('reading', 'reading_' || to_char(day, 'YYYYMMDD'),
    to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
end
$$;

create function ensure_reading_month(day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', day::timestamp)::date;
begin
  if day < date '2000-01-01' or day > current_date + 62 then
    raise exception 'no partition for %: outside 2000-01-01 to two months from now', day;
  end if;
  perform attach_reading_partition('reading_chunk', 'reading_chunk_' || to_char(first, 'YYYYMM'),
    to_char(first, 'YYYY-MM-DD') || ' 00:00:00+00',
    to_char((first + interval '1 month')::date, 'YYYY-MM-DD') || ' 00:00:00+00');
end
$$;

-- For late data: the day's partition exists and stays until the transaction ends.
create function hold_reading_day(day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform ensure_reading_day(day);
  lock table reading in row exclusive mode;
  execute format('lock table %I in row exclusive mode', 'reading_' || to_char(day, 'YYYYMMDD'));
exception when undefined_table then
  perform ensure_reading_day(day);  -- dropped between the two lines; now the parent's lock keeps it
  execute format('lock table %I in row exclusive mode', 'reading_' || to_char(day, 'YYYYMMDD'));
end
$$;

-- Drops a partition of the past that holds no row any more; false when it has to wait. Nobody waits for it longer than 100 ms.
create function drop_empty_reading_partition(parent regclass, name text, newest date) returns boolean
language plpgsql set search_path = public, pg_temp set lock_timeout = '100ms' as $$
declare
  filled boolean;
begin
  if to_regclass(quote_ident(name)) is null then
    return false;
  end if;
  -- a large one is given to autovacuum first, for the look at its dead rows would take long under a lock
  if newest > current_date - 3 and pg_relation_size(quote_ident(name)::regclass) > 512 * 1024 * 1024 then
    return false;
  end if;
  execute format('select exists (select from %I)', name) into filled;
  if filled then
    return false;
  end if;
  execute format('lock table %I in share mode', name);
  execute format('select exists (select from %I)', name) into filled;
  if filled then
    return false;
  end if;
  execute format('lock table %s in access exclusive mode', parent);
  execute format('drop table %I', name);
  return true;
exception when lock_not_available or deadlock_detected then
  return false;
end
$$;
revoke all on function drop_empty_reading_partition(regclass, text, date) from public;

create function drop_empty_reading_day(day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if day >= current_date then
    raise exception 'the partition of % is not of the past', day;
  end if;
  return drop_empty_reading_partition('reading', 'reading_' || to_char(day, 'YYYYMMDD'), day);
end
$$;

create function drop_empty_reading_month(month date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if month + 31 >= current_date then
    raise exception 'the partition of % is not of the past', month;
  end if;
  return drop_empty_reading_partition('reading_chunk', 'reading_chunk_' || to_char(month, 'YYYYMM'), month);
end
$$;

revoke all on function ensure_reading_month(date), hold_reading_day(date), drop_empty_reading_day(date),
  drop_empty_reading_month(date) from public;
grant execute on function ensure_reading_month(date), hold_reading_day(date), drop_empty_reading_day(date),
  drop_empty_reading_month(date) to windrose_app;
grant delete on reading to windrose_app;
grant delete on reading_correction to windrose_app;
grant select, insert, update, delete on reading_chunk, reading_rollup, reading_dirty, reading_upkeep, reading_latest
  to windrose_app;
