-- What becomes of the scores: adjustments, tallies, what is told, revealed and published.

create table round_adjustments (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  points   numeric not null,
  reason   text not null check (char_length(reason) between 1 and 200),
  seat     uuid not null,
  withdrawn boolean not null default false,
  at       timestamptz not null,
  primary key (district, id),
  constraint round_adjustments_district check (district = left(unit, 6))
);
create index round_adjustments_round on round_adjustments (district, round);
select app_table('round_adjustments', 'growing', 'rounds', 'Points added to or taken from a unit (加减分), each with its reason.');

create table round_tallies (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  round         uuid not null,
  number        int not null check (number > 0),
  result        jsonb not null,
  rules         jsonb not null,
  method_digest text collate "C" not null,
  input_digest  text collate "C" not null,
  state         text collate "C" not null check (state in ('counted', 'signed', 'void')),
  reason        text not null check (char_length(reason) <= 500),
  counted_by    uuid not null,
  counted_at    timestamptz not null,
  teller        uuid,
  teller_at     timestamptz,
  supervisor    uuid,
  supervisor_at timestamptz,
  primary key (district, id),
  constraint round_tallies_district check (district = left(unit, 6))
);
create unique index round_tallies_number on round_tallies (district, round, number);
comment on column round_tallies.rules is 'The round''s rules when it was counted: bands and days of recount included.';
comment on column round_tallies.teller is 'The seat that signed as teller; the supervisor''s signature comes after it.';
select app_table('round_tallies', 'growing', 'rounds', 'A tally and its result; a later one stands beside it, never in its place.');

create table round_tally_inputs (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  input    jsonb not null,
  open_to  text[] collate "C" not null default '{}',
  primary key (district, id),
  constraint round_tally_inputs_district check (district = left(unit, 6))
);
comment on column round_tally_inputs.id is 'The tally''s.';
comment on column round_tally_inputs.open_to is 'Units that asked for a recount and may read it.';
select app_table('round_tally_inputs', 'growing', 'rounds', 'The whole input of a tally; apart from the result, because only tellers and supervisor read it.');

create table round_places (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  tally    uuid not null,
  subject  text collate "C" not null,
  told     boolean not null default false,
  told_at  timestamptz not null,
  place    jsonb not null,
  primary key (district, id),
  constraint round_places_district check (district = left(unit, 6))
);
create unique index round_places_once on round_places (district, tally, subject);
create index round_places_subject on round_places (district, subject, round);
comment on column round_places.place is 'What the unit itself is told: total, band, components, spread, judges; the rank when ranks are published.';
select app_table('round_places', 'growing', 'rounds', 'A unit''s own place in a tally, told to it privately after the reveal.');

create table round_reveals (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  tally    uuid not null,
  number   int not null check (number > 0),
  content  jsonb not null,
  primary key (district, id),
  constraint round_reveals_district check (district = left(unit, 6))
);
create unique index round_reveals_number on round_reveals (district, tally, number);
create index round_reveals_round on round_reveals (district, round);
select app_table('round_reveals', 'growing', 'rounds', 'What the stage has shown of a result so far, in order; nothing that will not be published.');

create table round_publications (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  tally    uuid not null,
  number   int not null check (number > 0),
  form     text collate "C" not null check (form in ('bands', 'ranks')),
  reason   text not null check (char_length(reason) <= 500),
  content  jsonb not null,
  at       timestamptz not null,
  primary key (district, id),
  constraint round_publications_district check (district = left(unit, 6))
);
create unique index round_publications_number on round_publications (district, round, number);
select app_table('round_publications', 'growing', 'rounds', 'What was published of a round, exactly; a correction is a further one beside it.');

alter table round_adjustments add constraint round_adjustments_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_tallies add constraint round_tallies_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_tally_inputs add constraint round_tally_inputs_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_places add constraint round_places_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_reveals add constraint round_reveals_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_publications add constraint round_publications_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
