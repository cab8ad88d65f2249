-- An inspection and what it saw are read by posts that reach the unit which inspects. The unit looked at reads what it has to
-- mend in the ledger; notes of what is in order are not told about it behind its back, they stand nowhere else.

grant select on inspections, inspection_findings to liangxing_app;
grant insert (district, unit, id, title, basis, minutes, checklist, items, subjects, from_day, to_day, state, planned_on, ended_on, revises, revision_reason)
  on inspections to liangxing_app;
grant update (state, ended_on, revised_as) on inspections to liangxing_app;
grant insert (district, unit, id, inspection, subject, item, outcome, note, on_day, at, by_unit, by_role, entry)
  on inspection_findings to liangxing_app;

create policy inspections_read on inspections for select to liangxing_app using (app_reads(unit) and app_may('inspections.read'));
create policy inspections_planned on inspections for insert to liangxing_app
  with check (app_writes(unit) and app_may('inspections.plan') and state = 'draft');
create policy inspections_moved on inspections for update to liangxing_app
  using (app_writes(unit) and app_may('inspections.plan') and state in ('draft', 'open'))
  with check (app_writes(unit) and app_may('inspections.plan') and state <> 'draft');

create policy findings_read on inspection_findings for select to liangxing_app using (app_reads(unit) and app_may('inspections.read'));
create policy findings_seen on inspection_findings for insert to liangxing_app
  with check (app_writes(unit) and app_may('inspections.inspect'));
