-- What was changed after it was announced, and why: read where the result is read. The acts say the same, but only to those who
-- may read acts.

create table round_notices (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  round     uuid not null,
  verb      text collate "C" not null check (verb in ('changeRules', 'correct', 'cancel', 'thaw', 'order')),
  reason    text not null check (char_length(reason) between 1 and 500),
  before    text collate "C" check (before ~ '^[0-9a-f]{64}$'),
  after     text collate "C" check (after ~ '^[0-9a-f]{64}$'),
  announced boolean not null,
  at        timestamptz not null,
  primary key (district, id),
  constraint round_notices_district check (district = left(unit, 6))
);
create index round_notices_round on round_notices (district, round);
comment on column round_notices.before is 'Of changed rules: the digest of the method before.';
comment on column round_notices.announced is 'Anybody may read it: set when the rules of the round are announced, as the plan is.';
select app_table('round_notices', 'growing', 'rounds', 'A recorded change of a round with its reason: rules changed, result corrected, scoring thawed, order set by hand, round cancelled.');

alter table round_notices add constraint round_notices_of_round
  foreign key (district, round) references rounds (district, id) on delete cascade;
