-- What stands around the scores: draws, commitments, remarks, votes, awards, recounts.

create table round_draws (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  round       uuid not null,
  number      int not null check (number > 0),
  kind        text collate "C" not null check (kind in ('units', 'speaking', 'route', 'households', 'questions')),
  title       text not null check (char_length(title) between 1 and 100),
  pool        jsonb not null,
  pool_digest text collate "C" not null,
  sources     jsonb not null,
  hash        text collate "C" not null check (hash in ('sha256', 'md5')),
  take        int not null check (take > 0),
  state       text collate "C" not null check (state in ('sealed', 'half', 'drawn', 'void')),
  entry       jsonb,
  entered_by  text collate "C",
  entropy     text,
  selected    jsonb,
  repeats     uuid,
  reason      text not null check (char_length(reason) <= 200),
  sealed_at   timestamptz not null,
  drawn_at    timestamptz,
  primary key (district, id),
  constraint round_draws_district check (district = left(unit, 6))
);
create unique index round_draws_number on round_draws (district, round, number);
comment on column round_draws.entry is 'Values entered by the first person, until a second has entered the same.';
comment on column round_draws.entered_by is 'Account or seat of the first person.';
select app_table('round_draws', 'growing', 'rounds', 'A verifiable draw (RFC 3797): pool and sources sealed first, values entered by two persons, selection recomputable.');

create table round_commitments (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  subject  text collate "C" not null,
  year     int not null check (year between 2000 and 2999),
  number   int not null check (number > 0),
  kind     text collate "C" not null check (kind in ('pledge', 'project')),
  text     text not null check (char_length(text) between 1 and 300),
  at       timestamptz not null,
  withdrawn boolean not null default false,
  primary key (district, id),
  constraint round_commitments_district check (district = left(unit, 6))
);
create unique index round_commitments_number on round_commitments (district, subject, year, number);
select app_table('round_commitments', 'growing', 'rounds', 'What a unit promised for the year (年度承诺、办实事项目清单); unit is the township that hears it.');

create table round_commitment_states (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  commitment   uuid not null,
  subject      text collate "C" not null,
  quarter      text collate "C" not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  stated       text collate "C" not null check (stated in ('kept', 'partly', 'broken', 'under-way')),
  stated_note  text not null check (char_length(stated_note) <= 300),
  stated_at    timestamptz not null,
  stated_by    uuid not null,
  confirmed    text collate "C" check (confirmed in ('kept', 'partly', 'broken', 'under-way')),
  confirmed_note text not null default '' check (char_length(confirmed_note) <= 300),
  confirmed_at timestamptz,
  confirmed_by uuid,
  primary key (district, id),
  constraint round_commitment_states_district check (district = left(unit, 6)),
  constraint round_commitment_states_second check (confirmed_by is null or confirmed_by <> stated_by)
);
create unique index round_commitment_states_once on round_commitment_states (district, commitment, quarter);
comment on column round_commitment_states.stated_by is 'Account that stated it; another one confirms.';
select app_table('round_commitment_states', 'growing', 'rounds', 'How a commitment stands in a quarter: stated by the unit, confirmed by a named other.');

create table round_remarks (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  kind     text collate "C" not null check (kind in ('remark', 'finding')),
  text     text not null check (char_length(text) between 1 and 500),
  seat     uuid,
  actor    uuid,
  evidence uuid,
  entry    uuid,
  at       timestamptz not null,
  primary key (district, id),
  constraint round_remarks_district check (district = left(unit, 6)),
  constraint round_remarks_author check ((seat is null) <> (actor is null))
);
create index round_remarks_round on round_remarks (district, round, subject);
comment on column round_remarks.entry is 'The ledger entry it became.';
select app_table('round_remarks', 'growing', 'rounds', 'Said of a unit on the spot (点评) or found by those who walked it before (过筛子).');

create table round_votes (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  state    text collate "C" not null check (state in ('open', 'closed')),
  counts   jsonb,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (district, id),
  constraint round_votes_district check (district = left(unit, 6))
);
create index round_votes_round on round_votes (district, round);
select app_table('round_votes', 'growing', 'rounds', 'A vote of the meeting on each unit (测评: 好/较好/一般/差).');

create table round_vote_marks (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  vote     uuid not null,
  round    uuid not null,
  seat     uuid not null,
  primary key (district, id),
  constraint round_vote_marks_district check (district = left(unit, 6))
);
create unique index round_vote_marks_once on round_vote_marks (district, vote, seat);
select app_table('round_vote_marks', 'growing', 'rounds', 'That a seat has voted; never what.');

create table round_ballots (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  vote     uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  choice   text collate "C" not null check (choice in ('good', 'fairly-good', 'fair', 'poor')),
  primary key (district, id),
  constraint round_ballots_district check (district = left(unit, 6))
);
create index round_ballots_vote on round_ballots (district, vote);
comment on column round_ballots.id is 'Random, not by time: ballots cannot be put in the order in which they came.';
select app_table('round_ballots', 'growing', 'rounds', 'What was voted of a unit, without a seat and without a time.');

create table round_awards (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  name     text not null check (char_length(name) between 1 and 60),
  basis    text not null check (char_length(basis) between 1 and 200),
  document text not null check (char_length(document) <= 60),
  at       timestamptz not null,
  primary key (district, id),
  constraint round_awards_district check (district = left(unit, 6))
);
create index round_awards_round on round_awards (district, round);
select app_table('round_awards', 'growing', 'rounds', 'An award that followed (流动红旗、表彰决定), with its basis and document number.');

create table round_recounts (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  tally    uuid not null,
  reason   text not null check (char_length(reason) between 1 and 500),
  asked_at timestamptz not null,
  state    text collate "C" not null check (state in ('asked', 'upheld', 'refused')),
  decision text not null default '' check (char_length(decision) <= 500),
  decided_at timestamptz,
  primary key (district, id),
  constraint round_recounts_district check (district = left(unit, 6))
);
create unique index round_recounts_once on round_recounts (district, tally, subject);
select app_table('round_recounts', 'growing', 'rounds', 'A unit asks for a recount; the answer is an act with its reason.');

-- Marks and ballots have no key to their vote's round, as sheets have none.
alter table round_draws add constraint round_draws_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_remarks add constraint round_remarks_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_votes add constraint round_votes_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_awards add constraint round_awards_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_recounts add constraint round_recounts_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_commitment_states add constraint round_commitment_states_of
  foreign key (district, commitment) references round_commitments (district, id) on delete cascade;
