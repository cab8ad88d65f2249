-- A unit says that it has mended what was ordered, and takes back an appeal that nobody has answered.

alter table star_honour_appeals add column withdrawn_on date;
alter table star_honour_appeals add constraint star_honour_appeals_withdrawn check (withdrawn_on is null or upheld is null);
drop index star_honour_appeals_open;
create index star_honour_appeals_open on star_honour_appeals (district, unit) where upheld is null and withdrawn_on is null;

create table star_honour_reports (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  honour      uuid not null,
  against     int not null check (against > 0),
  said        text not null check (char_length(said) between 1 and 2000),
  reported_on date not null,
  reported_by uuid not null,
  primary key (district, id),
  constraint star_honour_reports_district check (district = left(unit, 6))
);
create index star_honour_reports_honour on star_honour_reports (district, honour, against);
comment on column star_honour_reports.against is 'The number of the step that ordered to mend, or suspended.';
comment on column star_honour_reports.said is 'personal: purpose=what a unit did to mend, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_honour_reports.reported_by is 'The account; screens show the unit only.';
select app_table('star_honour_reports', 'growing', 'stars', 'What a unit says that it has mended, to whoever ordered it or suspended the star.');

alter table star_honour_reports add constraint star_honour_reports_of
  foreign key (district, honour) references star_honours (district, id) on delete restrict;
