-- The unit appeals, takes an appeal back that nobody has answered, and says what it has mended; whoever decides about stars
-- above it answers, once, and never the account that appealed.

grant select on star_honour_appeals to liangxing_app;
grant insert (district, unit, id, honour, against, verb, reason, filed_on, filed_by) on star_honour_appeals to liangxing_app;
grant update (upheld, answer, answered_on, answered_by, answered_at, withdrawn_on) on star_honour_appeals to liangxing_app;
create policy star_honour_appeals_read on star_honour_appeals for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_honour_appeals_file on star_honour_appeals for insert to liangxing_app
  with check (app_may('stars.declare') and app_writes(unit) and upheld is null and app_self(filed_by));
create policy star_honour_appeals_answer on star_honour_appeals for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit) and upheld is null and withdrawn_on is null)
  with check (app_may('stars.decide') and app_reads(unit) and upheld is not null and app_self(answered_by));
create policy star_honour_appeals_take_back on star_honour_appeals for update to liangxing_app
  using (app_may('stars.declare') and app_writes(unit) and upheld is null and withdrawn_on is null)
  with check (app_may('stars.declare') and app_writes(unit) and upheld is null and withdrawn_on is not null);

grant select on star_honour_reports to liangxing_app;
grant insert (district, unit, id, honour, against, said, reported_on, reported_by) on star_honour_reports to liangxing_app;
create policy star_honour_reports_read on star_honour_reports for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_honour_reports_add on star_honour_reports for insert to liangxing_app
  with check (app_may('stars.declare') and app_writes(unit) and app_self(reported_by));
