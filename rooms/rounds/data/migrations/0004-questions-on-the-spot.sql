-- Questions drawn on the spot: a draw that is turned over line by line, one for each unit while it is on. The chance of each
-- turn is the values of the draw and the next link of a chain of digests whose end (`anchor`) was sealed with the pool.

alter table round_draws
  add column anchor text collate "C" check (anchor ~ '^[0-9a-f]{64}$'),
  add column seed   text collate "C",
  add constraint round_draws_seed check ((anchor is null) = (seed is null));
comment on column round_draws.anchor is 'Of a draw turned over one by one: the end of its chain of digests, public when it is sealed.';
comment on column round_draws.seed is 'The beginning of that chain, encrypted by the application; no answer tells it.';

create table round_turns (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  draw     uuid not null,
  number   int not null check (number > 0),
  subject  text collate "C" not null,
  key      text collate "C" not null check (key ~ '^[0-9a-f]{64}$'),
  line     int not null check (line > 0),
  content  text not null,
  reason   text not null check (char_length(reason) <= 200),
  at       timestamptz not null,
  primary key (district, id),
  constraint round_turns_district check (district = left(unit, 6))
);
create unique index round_turns_number on round_turns (district, draw, number);
create unique index round_turns_line on round_turns (district, draw, line);
create index round_turns_round on round_turns (district, round);
comment on column round_turns.key is 'The link of the chain by which it was drawn; its SHA-256 is the key before, and of the first the anchor.';
comment on column round_turns.line is 'In the original pool, from 1.';
select app_table('round_turns', 'growing', 'rounds', 'A line of a draw turned over for one unit while it was on (现场抽题).');

alter table round_turns add constraint round_turns_of_draw
  foreign key (district, draw) references round_draws (district, id) on delete cascade;
