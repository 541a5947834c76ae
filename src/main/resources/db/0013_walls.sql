-- Paired wall displays (windrose.feature.walls). A credential is kept as SHA-256 only; a revoked wall stays as a row without power.
create table wall (
  park_id      text        not null,
  id           uuid        not null,
  token_hash   bytea       not null unique,
  name         text        not null,
  paired_by    text        not null,
  paired_at    timestamptz not null,
  last_seen_at timestamptz,
  address      text        not null,
  revoked_at   timestamptz,
  primary key (park_id, id)
);
grant select, insert, update on wall to windrose_app;
