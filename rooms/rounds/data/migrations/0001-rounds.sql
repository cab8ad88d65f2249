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
  unit       text collate "C" not null,
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

-- Sheets and points have no key to their round: every score of a hall would lock its one row.
alter table round_units add constraint round_units_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_seats add constraint round_seats_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_seat_holders add constraint round_seat_holders_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
alter table round_recusals add constraint round_recusals_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
