-- A format says nothing of anybody: every post of the campaign may use one; whoever convenes keeps those of its own unit.

grant select on star_report_formats to liangxing_app;
grant insert (district, unit, id, name, system, list, content, version, changed_at, dropped_on) on star_report_formats to liangxing_app;
grant update (name, system, list, content, version, changed_at, dropped_on) on star_report_formats to liangxing_app;
create policy star_report_formats_read on star_report_formats for select to liangxing_app using (app_may('stars.read'));
create policy star_report_formats_add on star_report_formats for insert to liangxing_app
  with check (app_may('stars.convene') and app_writes(unit));
create policy star_report_formats_change on star_report_formats for update to liangxing_app
  using (app_may('stars.convene') and app_reads(unit) and dropped_on is null)
  with check (app_may('stars.convene') and app_reads(unit));
