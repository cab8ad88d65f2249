-- What is known of units: definitions of data, values, certificates, upheld cases, reviews, and who has doubted which of them.
-- Nothing is overwritten: a correction is a new row that names the old one, and the old one learns who stands in its place.

create table fact_definitions (
  id             text collate "C" primary key check (id ~ '^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$' and char_length(id) <= 80),
  name           text not null check (char_length(name) between 1 and 100),
  name_en        text check (char_length(name_en) between 1 and 100),
  aliases        text[] not null,
  type           text collate "C" not null check (type in ('number', 'yes-no', 'choice')),
  measure        text check (char_length(measure) between 1 and 10),
  choices        text[] not null,
  period         text collate "C" not null check (period in ('year', 'half-year', 'quarter', 'month', 'day')),
  source         text not null check (char_length(source) between 1 and 100),
  stated_by      text collate "C" not null check (stated_by in ('office', 'unit')),
  added_on       date not null,
  retired_on     date,
  retired_reason text not null check (char_length(retired_reason) <= 2000),
  constraint fact_definitions_measure check ((type = 'number') = (measure is not null)),
  constraint fact_definitions_choices check ((type = 'choice') = (cardinality(choices) > 0))
);
comment on column fact_definitions.stated_by is 'Who types it: the source office, or the unit itself and its township.';
select app_table('fact_definitions', 'standard', 'facts', 'What a datum is: name, type, measure, period and the office that is its source.');

create table fact_names (
  key        text collate "C" primary key,
  definition text collate "C" not null references fact_definitions (id) on delete cascade
);
create index fact_names_definition on fact_names (definition);
comment on column fact_names.key is 'A name or alias of a living definition in one spelling (core/name-key.ts).';
select app_table('fact_names', 'standard', 'facts', 'Names of living definitions: two never share one.');

create table facts (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  definition    text collate "C" not null,
  from_day      date not null,
  to_day        date,
  state         text collate "C" not null check (state in ('value', 'nothing', 'withdrawn')),
  number        numeric,
  yes_no        boolean,
  choice        text,
  stated_by     text collate "C" not null check (stated_by in ('office', 'unit')),
  source        text not null check (char_length(source) between 1 and 100),
  voucher       text not null check (char_length(voucher) <= 400),
  reason        text not null check (char_length(reason) <= 2000),
  stated_on     date not null,
  at            timestamptz not null,
  by_unit       text collate "C",
  by_role       text collate "C",
  corrects      uuid,
  superseded_by uuid,
  primary key (district, id),
  constraint facts_district check (district = left(unit, 6)),
  constraint facts_days check (to_day is null or to_day >= from_day),
  constraint facts_value check (num_nonnulls(number, yes_no, choice) = case state when 'value' then 1 else 0 end),
  constraint facts_correction check (corrects is null or reason <> ''),
  constraint facts_withdrawn check (state <> 'withdrawn' or corrects is not null)
);
-- One living value of a datum, unit and period; also serves "the latest that began on or before".
create unique index facts_living on facts (district, unit, definition, from_day) where superseded_by is null;
create index facts_definition on facts (district, definition, from_day);
create index facts_corrects on facts (district, corrects);
comment on column facts.source is 'The office whose figure it is.';
comment on column facts.voucher is 'Document or record it stands on.';
comment on column facts.reason is 'personal: purpose=why a value was corrected, in the words of the office; basis=statutory duty; seen-by=posts that reach the unit with facts.read; days=3650';
select app_table('facts', 'growing', 'facts', 'One statement of a datum of a unit for a period; a correction is a new row that names the one before.');
alter table facts add constraint facts_defined foreign key (definition) references fact_definitions (id) on delete restrict;
alter table facts add constraint facts_of_before foreign key (district, corrects) references facts (district, id) on delete restrict;

create table fact_certificates (
  district       text collate "C" not null,
  unit           text collate "C" not null,
  id             uuid not null,
  name           text not null check (char_length(name) between 1 and 100),
  level          text collate "C" not null check (level in ('township', 'county', 'prefecture', 'province', 'nation')),
  issuer         text not null check (char_length(issuer) between 1 and 100),
  document       text not null check (char_length(document) <= 100),
  from_day       date not null,
  to_day         date,
  withdrawn_from date,
  reason         text not null check (char_length(reason) <= 2000),
  stated_on      date not null,
  at             timestamptz not null,
  by_unit        text collate "C",
  by_role        text collate "C",
  corrects       uuid,
  superseded_by  uuid,
  primary key (district, id),
  constraint fact_certificates_district check (district = left(unit, 6)),
  constraint fact_certificates_days check (to_day is null or to_day >= from_day),
  constraint fact_certificates_correction check (corrects is null or reason <> ''),
  constraint fact_certificates_withdrawn check (withdrawn_from is null or corrects is not null)
);
create unique index fact_certificates_living on fact_certificates (district, unit, name, level, from_day) where superseded_by is null;
create index fact_certificates_corrects on fact_certificates (district, corrects);
comment on column fact_certificates.name is 'not personal: the title of a certificate given to a unit';
comment on column fact_certificates.withdrawn_from is 'The first day on which it holds no more, when its issuer took it back.';
comment on column fact_certificates.reason is 'personal: purpose=why a record was corrected or a certificate withdrawn; basis=statutory duty; seen-by=posts that reach the unit with facts.read; days=3650';
select app_table('fact_certificates', 'growing', 'facts', 'A certificate that a unit was given, with its level, issuer and days; withdrawn or corrected by a later row.');
alter table fact_certificates add constraint fact_certificates_of_before
  foreign key (district, corrects) references fact_certificates (district, id) on delete restrict;

create table fact_cases (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  type          text not null check (char_length(type) between 1 and 80),
  on_day        date not null,
  against       text not null check (char_length(against) between 1 and 100),
  decided_by    text not null check (char_length(decided_by) between 1 and 100),
  decided_unit  text collate "C" not null,
  upheld        boolean not null,
  basis         text not null check (char_length(basis) between 1 and 2000),
  document      text not null check (char_length(document) <= 100),
  reason        text not null check (char_length(reason) <= 2000),
  stated_on     date not null,
  at            timestamptz not null,
  by_unit       text collate "C",
  by_role       text collate "C",
  corrects      uuid,
  superseded_by uuid,
  primary key (district, id),
  constraint fact_cases_district check (district = left(unit, 6)),
  -- Upheld by another body, of the county or above.
  constraint fact_cases_other_body check (decided_by <> against),
  constraint fact_cases_above check (char_length(decided_unit) <= 6 and unit ^@ decided_unit and unit <> decided_unit),
  constraint fact_cases_correction check (corrects is null or reason <> ''),
  constraint fact_cases_overturned check (upheld or corrects is not null)
);
create index fact_cases_living on fact_cases (district, unit, on_day) where superseded_by is null;
create index fact_cases_corrects on fact_cases (district, corrects);
comment on column fact_cases.against is 'The body complained about: the unit or an office of it. Who complained is recorded nowhere.';
comment on column fact_cases.upheld is 'False only in a later row: the decision was overturned.';
comment on column fact_cases.basis is 'personal: purpose=what was found, without the complainant; basis=statutory duty; seen-by=posts that reach the unit with facts.read; days=3650';
comment on column fact_cases.reason is 'personal: purpose=why a record was corrected or overturned; basis=statutory duty; seen-by=posts that reach the unit with facts.read; days=3650';
select app_table('fact_cases', 'growing', 'facts', 'A complaint or case upheld against a unit by another body of the county or above; overturned or corrected by a later row.');
alter table fact_cases add constraint fact_cases_of_before
  foreign key (district, corrects) references fact_cases (district, id) on delete restrict;

create table fact_reviews (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  criterion     text collate "C" not null check (char_length(criterion) between 1 and 80),
  result        text collate "C" not null check (result in ('met', 'not-met')),
  by_office     text not null check (char_length(by_office) between 1 and 100),
  on_day        date not null,
  reason        text not null check (char_length(reason) <= 2000),
  source        text collate "C" not null check (source ~ '^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$'),
  stated_on     date not null,
  at            timestamptz not null,
  by_unit       text collate "C",
  by_role       text collate "C",
  corrects      uuid,
  superseded_by uuid,
  primary key (district, id),
  constraint fact_reviews_district check (district = left(unit, 6)),
  constraint fact_reviews_reason check ((result = 'met' and corrects is null) or reason <> '')
);
create unique index fact_reviews_living on fact_reviews (district, unit, criterion, source) where superseded_by is null;
create index fact_reviews_corrects on fact_reviews (district, corrects);
comment on column fact_reviews.source is 'kind:id of what it was reviewed in, such as cycle:2026.';
comment on column fact_reviews.reason is 'personal: purpose=why a criterion is met or not, in the words of the office; basis=statutory duty; seen-by=posts that reach the unit with facts.read; days=3650';
select app_table('fact_reviews', 'growing', 'facts', 'Whether a unit met a criterion, as an office found on a day; a later row may stand in its place.');
alter table fact_reviews add constraint fact_reviews_of_before
  foreign key (district, corrects) references fact_reviews (district, id) on delete restrict;

create table fact_doubts (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  kind        text collate "C" not null check (kind in ('fact', 'certificate', 'case', 'review')),
  record      uuid not null,
  reason      text not null check (char_length(reason) between 1 and 2000),
  asked_on    date not null,
  at          timestamptz not null,
  by_role     text collate "C",
  state       text collate "C" not null check (state in ('waiting', 'declined', 'corrected')),
  answer      text not null check (char_length(answer) <= 2000),
  answered_on date,
  answered_by text collate "C",
  primary key (district, id),
  constraint fact_doubts_district check (district = left(unit, 6)),
  constraint fact_doubts_answer check ((state = 'waiting') = (answered_on is null)),
  constraint fact_doubts_reasoned check (state = 'waiting' or answer <> '')
);
create unique index fact_doubts_waiting on fact_doubts (district, kind, record) where state = 'waiting';
create index fact_doubts_unit on fact_doubts (district, unit, state);
comment on column fact_doubts.reason is 'personal: purpose=why a unit says that a record about it is wrong; basis=due process; seen-by=posts that reach the unit with facts.read; days=3650';
comment on column fact_doubts.answer is 'personal: purpose=what the office answered; basis=due process; seen-by=posts that reach the unit with facts.read; days=3650';
comment on column fact_doubts.answered_by is 'The unit whose post answered.';
select app_table('fact_doubts', 'growing', 'facts', 'A unit asks for a record about itself to be corrected; the office corrects it or says why not.');

create table form_demands (
  district         text collate "C" not null,
  unit             text collate "C" not null,
  id               uuid not null,
  form             text collate "C" not null check (form ~ '^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$'),
  title            text not null check (char_length(title) between 1 and 100),
  issuer           text not null check (char_length(issuer) between 1 and 100),
  basis            text not null check (char_length(basis) between 1 and 400),
  frequency        text collate "C" not null check (frequency in ('once', 'year', 'half-year', 'quarter', 'month', 'week')),
  from_day         date not null,
  sunset           date not null,
  minutes          int not null check (minutes between 1 and 6000),
  definitions      text[] not null,
  texts            text[] not null,
  below            text collate "C" not null,
  kind             text collate "C" check (kind in ('village', 'community')),
  units            int not null check (units >= 0),
  times            int not null check (times > 0),
  registered_on    date not null,
  at               timestamptz not null,
  by_role          text collate "C",
  withdrawn_on     date,
  withdrawn_reason text not null check (char_length(withdrawn_reason) <= 2000),
  primary key (district, id),
  constraint form_demands_district check (district = left(unit, 6)),
  constraint form_demands_below check (below ^@ unit),
  constraint form_demands_sunset check (sunset >= from_day),
  constraint form_demands_withdrawn check ((withdrawn_on is null) = (withdrawn_reason = ''))
);
create unique index form_demands_form on form_demands (district, unit, form) where withdrawn_on is null;
create index form_demands_below on form_demands (district, below);
comment on column form_demands.form is 'kind:id of the form, such as self-check:<cycle>.';
comment on column form_demands.minutes is 'For one filling by one unit.';
comment on column form_demands.units is 'How many units it asked on the day it was registered, as shown to who registered it.';
comment on column form_demands.times is 'How often each fills it in until the sunset, as shown then.';
comment on column form_demands.withdrawn_reason is 'personal: purpose=why a demand was withdrawn; basis=statutory duty; seen-by=posts with facts.read that it asks or that reach its unit; days=3650';
select app_table('form_demands', 'growing', 'facts', 'A form that a unit demands of those below it: on which basis, how often, until when, at what cost.');
