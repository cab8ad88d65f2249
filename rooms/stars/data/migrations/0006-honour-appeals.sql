-- A unit may appeal against what was done to a star that it holds: an order to mend, a suspension, a revocation.

create table star_honour_appeals (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  honour      uuid not null,
  against     int not null check (against > 0),
  verb        text collate "C" not null check (verb in ('order', 'suspend', 'revoke')),
  reason      text not null check (char_length(reason) between 1 and 2000),
  filed_on    date not null,
  filed_by    uuid not null,
  upheld      boolean,
  answer      text check (char_length(answer) between 1 and 2000),
  answered_on date,
  answered_by uuid,
  answered_at text collate "C",
  primary key (district, id),
  constraint star_honour_appeals_district check (district = left(unit, 6)),
  constraint star_honour_appeals_answered check (
    (upheld is null) = (answer is null) and (upheld is null) = (answered_on is null)
    and (upheld is null) = (answered_by is null) and (upheld is null) = (answered_at is null)
    and (answered_by is null or answered_by <> filed_by)
  )
);
create unique index star_honour_appeals_once on star_honour_appeals (district, honour, against);
create index star_honour_appeals_open on star_honour_appeals (district, unit) where upheld is null;
comment on column star_honour_appeals.reason is 'personal: purpose=why a unit appeals, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_honour_appeals.answer is 'personal: purpose=why an appeal was upheld or not, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_honour_appeals.filed_by is 'The account; screens show the unit only.';
comment on column star_honour_appeals.answered_by is 'The account; screens show its unit only.';
comment on column star_honour_appeals.answered_at is 'The unit whose post answered.';
select app_table('star_honour_appeals', 'growing', 'stars', 'An appeal of a unit against a step of a star that it holds, with its answer.');

alter table star_honour_appeals add constraint star_honour_appeals_of
  foreign key (district, honour) references star_honours (district, id) on delete restrict;
