-- A plan is read by posts over its unit. A task also by the unit that does it, which reports it and hands it on; the unit beside
-- it learns nothing.

grant select on plans, plan_tasks to liangxing_app;
grant insert (district, unit, id, title, from_day, to_day) on plans to liangxing_app;
grant insert (district, unit, id, plan, plan_title, parent, number, action, title, subject, due, days, measure, state, report, reported_by, confirmed_by, changed_on, change_reason, returned_on, return_reason)
  on plan_tasks to liangxing_app;
grant update (state, report, reported_by, confirmed_by, action, title, subject, due, days, measure, changed_on, change_reason, returned_on, return_reason) on plan_tasks to liangxing_app;

create policy plans_read on plans for select to liangxing_app using (app_reads(unit) and app_may('plans.read'));
create policy plans_made on plans for insert to liangxing_app with check (app_writes(unit) and app_may('plans.convene'));

create policy tasks_owned on plan_tasks for select to liangxing_app using (app_reads(unit) and app_may('plans.read'));
create policy tasks_about on plan_tasks for select to liangxing_app using (app_about(subject) and app_may('plans.read'));
create policy tasks_handed_out on plan_tasks for insert to liangxing_app
  with check (app_writes(unit) and app_may('plans.convene') and state = 'open');
create policy tasks_reported on plan_tasks for update to liangxing_app
  using (app_about(subject) and app_may('plans.report') and state = 'open')
  with check (app_about(subject) and app_may('plans.report') and state = 'reported' and app_self(reported_by));
create policy tasks_judged on plan_tasks for update to liangxing_app
  using (app_reads(unit) and app_may('plans.convene') and state in ('open', 'reported', 'dropped'))
  with check (app_reads(unit) and app_may('plans.convene')
    and (state in ('open', 'dropped') or (state = 'confirmed' and app_self(confirmed_by))));
