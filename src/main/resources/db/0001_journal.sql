-- The one memory of what changed (windrose.feature.journal). The application may add to it and read it, nothing else.
create table journal (
  park_id    text        not null,
  seq        bigint      not null,
  kind       text        not null,
  subject    text        not null,
  event_time timestamptz not null,
  known_at   timestamptz not null,
  who        text        not null,
  body       json        not null,  -- json, not jsonb: the hash is taken over the text to the letter
  hash       bytea       not null,
  primary key (park_id, seq)
);
create index journal_by_subject on journal (park_id, subject, seq);
create index journal_by_known_at on journal (park_id, known_at);

-- The end of each park's chain; its row is what appenders wait for.
create table journal_head (
  park_id text   primary key,
  seq     bigint not null,
  hash    bytea  not null
);

grant select, insert on journal to windrose_app;
grant select, insert, update on journal_head to windrose_app;
