-- What follows a certification: filings and awards, which anybody may read; written by whoever decides.

grant select on star_filings to liangxing_app;
grant insert (district, unit, id, cycle, number, filed_on, document, honours) on star_filings to liangxing_app;
create policy star_filings_read on star_filings for select to liangxing_app using (true);
create policy star_filings_add on star_filings for insert to liangxing_app with check (app_may('stars.decide') and app_writes(unit));

grant select on star_awards to liangxing_app;
grant insert (district, unit, id, subject, cycle, kind, title, basis, document, on_day, withdrawn_on) on star_awards to liangxing_app;
grant update (withdrawn_on) on star_awards to liangxing_app;
create policy star_awards_read on star_awards for select to liangxing_app using (true);
create policy star_awards_add on star_awards for insert to liangxing_app
  with check (app_may('stars.award') and app_writes(unit) and withdrawn_on is null);
create policy star_awards_withdraw on star_awards for update to liangxing_app
  using (app_may('stars.award') and app_reads(unit) and withdrawn_on is null)
  with check (app_may('stars.award') and app_reads(unit) and withdrawn_on is not null);
