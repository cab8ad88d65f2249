-- A picture knows the evidence it was taken from, so that it can be asked again before it goes out whether that may still be
-- shown; and it may be taken down later, for a reason that stands in its place.

alter table bulletin_pictures add column item_unit text collate "C";
alter table bulletin_pictures add column item uuid;
alter table bulletin_pictures add column gone_on date;
alter table bulletin_pictures add column gone_why text check (char_length(gone_why) <= 500);
alter table bulletin_pictures alter column file drop not null;
alter table bulletin_pictures add constraint bulletin_pictures_item check ((item is null) = (item_unit is null));
alter table bulletin_pictures add constraint bulletin_pictures_gone
  check ((file is null) = (gone_on is not null) and (gone_on is null) = (gone_why is null));
create index bulletin_pictures_file on bulletin_pictures (file);
comment on column bulletin_pictures.item is 'The evidence it was taken from; null for what was taken over before this was kept.';
comment on column bulletin_pictures.gone_on is 'Taken down that day, its bytes gone from here: out of a draft with its place in the text, after the publication by a decision.';
comment on column bulletin_pictures.gone_why is 'personal: purpose=why it was taken down, told where it stood, names nobody; basis=statutory duty; seen-by=whom the bulletin is for; days=3650';

-- Permissive policies are joined by or; what may become of a row is held here, by its own columns alone.
create function bulletin_pictures_step() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.gone_on is not null
    or (new.file is distinct from old.file and new.file is not null)
    or (old.state = 'published' and (new.state <> old.state or new.audience <> old.audience)) then
    raise exception 'bulletin_pictures_fixed' using errcode = 'check_violation', constraint = 'bulletin_pictures_fixed';
  end if;
  return new;
end $$;
create trigger bulletin_pictures_step before update on bulletin_pictures for each row execute function bulletin_pictures_step();
