-- What all may see and do: publicities with their lines, samples, objections; and the stars that are held.

create table star_publicities (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  cycle      uuid not null,
  number     int not null check (number > 0),
  from_day   date not null,
  until_day  date not null,
  contact    text not null check (char_length(contact) between 1 and 200),
  primary key (district, id),
  constraint star_publicities_district check (district = left(unit, 6)),
  constraint star_publicities_days check (until_day >= from_day)
);
create unique index star_publicities_number on star_publicities (district, cycle, number);
comment on column star_publicities.contact is 'not personal: the supervisory contact as published, an office and its telephone';
select app_table('star_publicities', 'growing', 'stars', 'A list shown to all for some days, with a contact for objections.');

create table star_notices (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  publicity uuid not null,
  candidacy uuid not null,
  cycle     uuid not null,
  star      text collate "C" not null,
  state     text collate "C" not null check (state in ('shown', 'certified', 'taken-off')),
  primary key (district, id),
  constraint star_notices_district check (district = left(unit, 6))
);
create unique index star_notices_candidacy on star_notices (district, publicity, candidacy);
create index star_notices_cycle on star_notices (district, cycle, unit);
select app_table('star_notices', 'growing', 'stars', 'A line of a publicity as anybody reads it.');

create table star_samples (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  cycle     uuid not null,
  pool      text[] not null,
  digest    text collate "C" not null,
  sources   text[] not null,
  take      int not null check (take > 0),
  state     text collate "C" not null check (state in ('sealed', 'half', 'drawn')),
  entered   text[],
  entered_by uuid,
  entropy   text,
  selected  int[],
  sealed_at timestamptz not null,
  drawn_at  timestamptz,
  primary key (district, id),
  constraint star_samples_district check (district = left(unit, 6)),
  constraint star_samples_drawn check ((state = 'drawn') = (entropy is not null and selected is not null and drawn_at is not null)),
  constraint star_samples_half check ((state = 'half') = (entered is not null and entered_by is not null and entropy is null))
);
create index star_samples_cycle on star_samples (district, cycle);
comment on column star_samples.entered_by is 'The account that entered the values first; another one has to enter the same.';
select app_table('star_samples', 'growing', 'stars', 'A draw of stars to be sampled: pool and sources sealed first, values entered by two persons, recomputable by anybody.');

create table star_objections (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  subject     text collate "C" not null,
  code        text collate "C" not null,
  publicity   uuid not null,
  candidacy   uuid not null,
  star        text collate "C" not null,
  state       text collate "C" not null check (state in ('open', 'upheld', 'dismissed')),
  text        text not null,
  contact     text,
  filed_on    date not null,
  answer      text check (char_length(answer) <= 2000),
  answered_on date,
  answered_by uuid,
  primary key (district, id),
  constraint star_objections_district check (district = left(unit, 6)),
  constraint star_objections_subject check (subject ^@ unit),
  constraint star_objections_answered check ((state = 'open') = (answered_on is null) and (state = 'open') = (answer is null))
);
create unique index star_objections_code on star_objections (district, code);
create index star_objections_open on star_objections (district, candidacy, state);
comment on column star_objections.code is 'Blind index of the tracking code.';
comment on column star_objections.text is 'personal: purpose=what is objected, sealed by the vault; basis=consent; seen-by=posts of the deciding unit with stars.decide, never the unit concerned; days=1095';
comment on column star_objections.contact is 'personal: purpose=asking back, sealed by the vault; basis=consent; seen-by=posts of the deciding unit with stars.decide, never the unit concerned; days=365';
comment on column star_objections.answer is 'personal: purpose=the answer to an objection; basis=statutory duty; seen-by=the objector and posts with stars.decide; days=1095';
select app_table('star_objections', 'growing', 'stars', 'An objection to a star that is publicised; unit is who decides, subject whom it is about.');

create table star_honours (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  cycle     uuid not null,
  candidacy uuid not null,
  year      int not null,
  star      text collate "C" not null,
  plaque    text collate "C" not null,
  state     text collate "C" not null check (state in ('held', 'warned', 'mending', 'suspended', 'revoked', 'ended')),
  due       date,
  from_day  date not null,
  to_day    date,
  steps     int not null check (steps >= 0),
  changed_at timestamptz not null,
  primary key (district, id),
  constraint star_honours_district check (district = left(unit, 6)),
  constraint star_honours_ended check (to_day is null or to_day >= from_day)
);
create unique index star_honours_candidacy on star_honours (district, candidacy);
create unique index star_honours_plaque on star_honours (district, plaque);
create index star_honours_unit on star_honours (district, unit, star, year);
create index star_honours_changed on star_honours (changed_at);
select app_table('star_honours', 'growing', 'stars', 'A star that a unit holds or held, with the code of its plaque; anybody may verify it.');

create table star_honour_steps (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  honour   uuid not null,
  seq      int not null check (seq > 0),
  on_day   date not null,
  verb     text collate "C" not null check (verb in ('warn', 'clear', 'order', 'suspend', 'revoke', 'restore', 'end')),
  by       uuid not null,
  by_unit  text collate "C" not null,
  basis    text not null check (char_length(basis) between 1 and 2000),
  document text check (char_length(document) <= 80),
  due      date,
  primary key (district, id),
  constraint star_honour_steps_district check (district = left(unit, 6)),
  constraint star_honour_steps_document check (verb not in ('suspend', 'revoke', 'restore') or document <> '')
);
create unique index star_honour_steps_seq on star_honour_steps (district, honour, seq);
comment on column star_honour_steps.by is 'The account; screens show unit and role only.';
comment on column star_honour_steps.basis is 'personal: purpose=what a step rests on, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
select app_table('star_honour_steps', 'growing', 'stars', 'What happened to a star that is held; never changed.');

alter table star_notices add constraint star_notices_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
alter table star_objections add constraint star_objections_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
alter table star_honours add constraint star_honours_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
alter table star_honour_steps add constraint star_honour_steps_of foreign key (district, honour) references star_honours (district, id) on delete restrict;

-- Who objects has no account: the blind index of the tracking code is entered for one transaction and opens that one record.
create function stars_enter(code text) returns void language plpgsql as $$
begin
  if code is null or code !~ '^[A-Za-z0-9_-]{43}$' then
    raise exception 'stars_enter: not the index of a code' using errcode = 'invalid_parameter_value';
  end if;
  execute format('set local app.stars_code = %L', code);
end $$;
revoke all on function stars_enter from public;
