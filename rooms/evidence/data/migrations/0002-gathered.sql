-- Evidence of a gathering (a round of judges): put in from a seat and seen by that seat and by those who count there, until
-- the gathering opens it. Afterwards everybody over the unit sees it, and nobody whose hand it came from: `hand` is granted
-- for reading to no role of the server, row policies alone compare it.

alter table evidence_uploads add column gathering uuid;
alter table evidence_uploads add constraint evidence_uploads_gathered check (gathering is null or seat is not null);
comment on column evidence_uploads.gathering is 'The gathering whose evidence it becomes; null for everything else.';

alter table evidence_items add column gathering uuid;
alter table evidence_items add column hand uuid;
alter table evidence_items add column opened_at timestamptz;
alter table evidence_items drop constraint evidence_items_who;
alter table evidence_items add constraint evidence_items_who
  check (case when gathering is null then hand is null and opened_at is null and (actor is null) <> (seat is null)
         else hand is not null and actor is null and seat is null end);
create index evidence_items_gathering on evidence_items (district, gathering) where gathering is not null;
comment on column evidence_items.gathering is 'The gathering that opens it (the id of a round); null: open from the beginning.';
comment on column evidence_items.hand is 'The seat that put it into a gathering; compared by row policies, read by nobody.';
comment on column evidence_items.opened_at is 'When the gathering opened it.';

alter table evidence_citations add column gathering uuid;
alter table evidence_citations add column hand uuid;
alter table evidence_citations add column opened_at timestamptz;
alter table evidence_citations drop constraint evidence_citations_who;
alter table evidence_citations add constraint evidence_citations_who
  check (case when gathering is null then hand is null and opened_at is null and (actor is null) <> (seat is null)
         else hand is not null and actor is null and seat is null end);
create index evidence_citations_gathering on evidence_citations (district, gathering) where gathering is not null;
comment on column evidence_citations.gathering is 'As of its item: the gathering whose own citation it is.';
comment on column evidence_citations.hand is 'As of its item; compared by row policies, read by nobody.';
comment on column evidence_citations.opened_at is 'When the gathering opened it; one that was withdrawn before stays closed.';
