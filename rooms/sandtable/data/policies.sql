-- Whoever reaches the unit that shows may let a screen follow and may turn, so that a clicker at the screen works; a showing
-- that has ended stays as it is.

grant select on sandtable_showings to liangxing_app;
grant insert (district, unit, id, code, scene, version, turned_at) on sandtable_showings to liangxing_app;
grant update (scene, version, turned_at, ended_at) on sandtable_showings to liangxing_app;
create policy sandtable_showings_read on sandtable_showings for select to liangxing_app
  using (app_may('sandtable.read') and app_reads(unit));
create policy sandtable_showings_begin on sandtable_showings for insert to liangxing_app
  with check (app_may('sandtable.lead') and app_writes(unit) and version = 1);
create policy sandtable_showings_turn on sandtable_showings for update to liangxing_app
  using (app_may('sandtable.lead') and app_reads(unit) and ended_at is null)
  with check (app_may('sandtable.lead') and app_reads(unit));
