-- Whether readings of a station are also taken from an external broker, whose own rights then decide who may publish them.
alter table station add column if not exists by_broker boolean not null default false;
