-- Physicians' signatures under substance cards (windrose.feature.cards). A signature holds for one text, named by its SHA-256, and is
-- never changed: a card whose text changes has none until somebody signs the new one.
create table card_signature (
  park_id     text        not null,
  cas         text        not null,
  card_sha256 text        not null,
  physician   text        not null,
  licence     text        not null,
  signed_at   timestamptz not null,
  signed_by   text        not null,
  primary key (park_id, cas, signed_at, card_sha256)
);
grant select, insert on card_signature to windrose_app;
