-- Rounds: plan, rules, seats, scores, draws, results. `unit` is the unit that convenes; `subject` the unit spoken of.

create table rounds (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  name         text not null check (char_length(name) between 1 and 100),
  quarter      text collate "C" not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  theme        text not null check (char_length(theme) <= 200),
  held_on      date not null,
  place        text not null check (char_length(place) <= 200),
  mode         text collate "C" not null check (mode in ('field', 'stage', 'both', 'sandtable')),
  ballots      text collate "C" not null check (ballots in ('named', 'anonymous')),
  spot_check   boolean not null,
  agenda       jsonb not null,
  rules        jsonb not null,
  rules_digest text collate "C",
  state        text collate "C" not null
    check (state in ('planned', 'fixed', 'live', 'frozen', 'tallied', 'signed', 'revealed', 'published', 'closed', 'cancelled')),
  announced    boolean not null default false,
  version      int not null,
  scene        jsonb not null,
  planned_at   timestamptz not null,
  fixed_at     timestamptz,
  opened_at    timestamptz,
  frozen_at    timestamptz,
  published_at timestamptz,
  closed_at    timestamptz,
  primary key (district, id),
  constraint rounds_district check (district = left(unit, 6)),
  constraint rounds_fixed check ((rules_digest is null) = (fixed_at is null))
);
create index rounds_unit on rounds (district, unit, held_on);
comment on column rounds.announced is 'Set when the rules are fixed: from then on anybody may read plan and rules.';
comment on column rounds.version is 'Grows by one with every change of state or scene; a screen never goes back to a smaller one.';
comment on column rounds.scene is 'What the stage shows now.';
select app_table('rounds', 'growing', 'rounds', 'One 亮赛比 round of a convening unit: plan, rules, state and what the stage shows.');

create table round_units (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  subject  text collate "C" not null,
  name     text not null,
  number   int not null check (number > 0),
  speaking int check (speaking > 0),
  stop     int check (stop > 0),
  drawn    boolean,
  announced boolean not null default false,
  presented_at timestamptz,
  primary key (district, id),
  constraint round_units_district check (district = left(unit, 6))
);
create unique index round_units_once on round_units (district, round, subject);
create index round_units_subject on round_units (district, subject, round);
comment on column round_units.drawn is 'In spot-check rounds: whether the draw took this unit; null while nothing was drawn.';
select app_table('round_units', 'growing', 'rounds', 'A unit that takes part in a round, with its order of speaking and of visits.');

create table round_seats (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  round         uuid not null,
  kind          text collate "C" not null
    check (kind in ('judge', 'teller', 'supervisor', 'commentator', 'finder', 'voter', 'stage')),
  panel         text collate "C",
  number        int not null check (number > 0),
  label         text not null check (char_length(label) between 1 and 40),
  home          text collate "C",
  state         text collate "C" not null check (state in ('planned', 'invited', 'open', 'revoked')),
  invited_until timestamptz,
  opened_at     timestamptz,
  openings      int not null default 0,
  offline_ready boolean,
  primary key (district, id),
  constraint round_seats_district check (district = left(unit, 6)),
  constraint round_seats_panel check ((kind = 'judge') = (panel is not null))
);
create index round_seats_round on round_seats (district, round, kind, number);
comment on column round_seats.label is 'What others see of the seat (评委3): a pseudonym, never a name when ballots are anonymous.';
comment on column round_seats.openings is 'On how many devices the seat was opened; more than one is a warning to the convener.';
select app_table('round_seats', 'growing', 'rounds', 'A seat of a round: judge, teller, supervisor, commentator, finder, voter or stage.');

create table round_seat_holders (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  holder   text not null check (char_length(holder) <= 60),
  person   uuid,
  open     boolean not null,
  primary key (district, id),
  constraint round_seat_holders_district check (district = left(unit, 6))
);
comment on column round_seat_holders.id is 'The seat''s.';
comment on column round_seat_holders.holder is 'personal: purpose=who sits on the seat; basis=statutory duty; seen-by=convener in named rounds, tellers and supervisor in anonymous ones; days=730';
comment on column round_seat_holders.open is 'Ballots of the round are named.';
select app_table('round_seat_holders', 'growing', 'rounds', 'Who sits on a seat; apart from the seat, because in anonymous rounds only tellers may know.');

create table round_seat_keys (
  value      text collate "C" not null,
  district   text collate "C" not null,
  seat       uuid not null,
  purpose    text collate "C" not null check (purpose in ('invite', 'device', 'person')),
  expires_at timestamptz,
  primary key (value, seat)
);
create index round_seat_keys_seat on round_seat_keys (district, seat, purpose);
select app_table('round_seat_keys', 'local', 'rounds',
  'Digests of invitation links and of opened devices, and accounts bound to seats; local because they are looked up before any district is known.');

create table round_recusals (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  seat     uuid not null,
  subject  text collate "C" not null,
  source   text collate "C" not null check (source in ('own', 'linked', 'declared')),
  reason   text not null check (char_length(reason) <= 200),
  primary key (district, id),
  constraint round_recusals_district check (district = left(unit, 6))
);
create unique index round_recusals_once on round_recusals (district, seat, subject);
create index round_recusals_round on round_recusals (district, round);
select app_table('round_recusals', 'growing', 'rounds', 'A pair of seat and unit that cannot be scored: own unit, linked unit or declared interest.');

create table round_sheets (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  round     uuid not null,
  seat      uuid not null,
  subject   text collate "C" not null,
  component text collate "C" not null,
  revision  bigint not null,
  complete  boolean not null,
  state     text collate "C" not null check (state in ('kept', 'withdrawn', 'unconfirmed')),
  source    text collate "C" not null check (source in ('pocket', 'paper')),
  digest    text collate "C" not null,
  entered_by uuid,
  at        timestamptz not null,
  primary key (district, id),
  constraint round_sheets_district check (district = left(unit, 6))
);
create unique index round_sheets_once on round_sheets (district, round, seat, subject, component);
comment on column round_sheets.revision is 'Given by the device, growing with every change there; smaller ones that arrive later change nothing.';
comment on column round_sheets.digest is 'Salted digest of the points, as the act of scoring carries it.';
comment on column round_sheets.entered_by is 'The teller''s seat that typed a paper sheet in; another one confirms it.';
comment on column round_sheets.state is 'unconfirmed: typed in from paper, waiting for a second person.';
select app_table('round_sheets', 'growing', 'rounds', 'That a seat has handed in a sheet, and which revision; never the points.');

create table round_points (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  round    uuid not null,
  seat     uuid not null,
  points   jsonb not null,
  note     text not null check (char_length(note) <= 500),
  salt     text collate "C" not null,
  primary key (district, id),
  constraint round_points_district check (district = left(unit, 6))
);
create index round_points_round on round_points (district, round);
comment on column round_points.id is 'The sheet''s.';
comment on column round_points.points is 'Criterion → points as decimal strings.';
comment on column round_points.note is 'personal: purpose=the judge''s own note; basis=statutory duty; seen-by=the seat, tellers and supervisor; days=730';
select app_table('round_points', 'growing', 'rounds', 'The points of a sheet: read by its own seat, tellers and supervisor only.');

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

-- Sheets, points, marks and ballots have none: every score of a hall would lock the one row of its round.
alter table round_units add constraint round_units_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_seats add constraint round_seats_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_seat_holders add constraint round_seat_holders_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_recusals add constraint round_recusals_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
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
