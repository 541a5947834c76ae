-- Who signs in (windrose.feature.people). Nothing here is enough to sign in: passwords as Argon2id, all else as SHA-256.
create table person (
  park_id       text        not null,
  name          text        not null,
  password_hash text        not null,
  must_change   boolean     not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (park_id, name)
);

create table session (
  park_id    text        not null,
  token_hash bytea       not null,
  person     text        not null,
  address    text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (park_id, token_hash),
  foreign key (park_id, person) references person
);

create table api_token (
  park_id    text        not null,
  id         uuid        not null,
  token_hash bytea       not null unique,
  label      text        not null,
  person     text        not null,
  actions    text[]      not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (park_id, id),
  foreign key (park_id, person) references person
);

grant select, insert, update on person to windrose_app;
grant select, insert, delete on session, api_token to windrose_app;
