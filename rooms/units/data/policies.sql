-- Units are places: everybody reads them. Second trees and links are read inside one's posts, the trees also by those below them.

grant select on unit_versions, unit_successions to liangxing_app, liangxing_gate;
create policy unit_versions_read on unit_versions for select to liangxing_app using (true);
create policy unit_versions_gate on unit_versions for select to liangxing_gate using (true);
create policy unit_successions_read on unit_successions for select to liangxing_app using (true);
create policy unit_successions_gate on unit_successions for select to liangxing_gate using (true);

grant insert (code, valid_from, valid_to, level, name, kind_official, kind_override, initials, grams, act) on unit_versions to liangxing_app;
grant update (valid_to, name, kind_official, kind_override, initials, grams, act) on unit_versions to liangxing_app;
create policy unit_versions_add on unit_versions for insert to liangxing_app
  with check ((app_may('units.import') or app_may('units.change') or app_may('units.overrideKind')) and app_writes(code));
create policy unit_versions_change on unit_versions for update to liangxing_app
  using ((app_may('units.import') or app_may('units.change') or app_may('units.overrideKind')) and app_writes(code))
  with check (app_writes(code));

grant insert (from_code, to_code, on_day, kind, act) on unit_successions to liangxing_app;
create policy unit_successions_add on unit_successions for insert to liangxing_app
  with check ((app_may('units.import') or app_may('units.change')) and app_writes(from_code) and app_writes(to_code));

-- A post below reads the organisations above it as well: some scope begins with their unit.
grant select on organisations to liangxing_app;
create policy organisations_read on organisations for select to liangxing_app
  using (app_may('units.readOrganisations') and (app_reads(unit) or position(',' || unit in ',' || translate(current_setting('app.scopes', true), '{}', ',,')) > 0));
grant insert (id, unit, type, host, name, parent, valid_from, valid_to, act) on organisations to liangxing_app;
grant update (unit, name, parent, valid_to, act) on organisations to liangxing_app;
create policy organisations_add on organisations for insert to liangxing_app
  with check (app_may('units.keepOrganisations') and app_writes(unit));
create policy organisations_change on organisations for update to liangxing_app
  using (app_may('units.keepOrganisations') and app_writes(unit)) with check (app_writes(unit));

grant select on linked_officers to liangxing_app;
create policy linked_officers_read on linked_officers for select to liangxing_app using (app_reads(unit) or app_is(person));
grant insert (district, unit, id, person, post, role, valid_from, valid_to, act) on linked_officers to liangxing_app;
grant update (valid_to, act) on linked_officers to liangxing_app;
create policy linked_officers_add on linked_officers for insert to liangxing_app
  with check (app_may('units.linkOfficers') and app_writes(unit));
create policy linked_officers_change on linked_officers for update to liangxing_app
  using (app_may('units.linkOfficers') and app_writes(unit)) with check (app_writes(unit));
