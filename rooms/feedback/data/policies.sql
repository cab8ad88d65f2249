-- Two ways to a record: the post that handles it, or the tracking code, whose blind index stands in app.feedback_code.
-- A complaint about a county or above stands on the operator's desk, where the county's own posts do not reach.

grant execute on function feedback_enter to liangxing_app;

grant select on feedback_cases to liangxing_app;
grant insert (district, unit, id, code, kind, subject, desk, state, rated, steps, text, contact, contact_bound, filed_at, clock_from, answered_on, closed_on)
  on feedback_cases to liangxing_app;
-- What was said is never rewritten, by nobody: neither text nor kind nor the day it was sent are columns of an update.
grant update (subject, desk, state, rated, steps, contact, contact_bound, clock_from, answered_on, closed_on) on feedback_cases to liangxing_app;
grant delete on feedback_cases to liangxing_app;

create policy cases_handled on feedback_cases for select to liangxing_app
  using (app_reads(unit) and (app_may('feedback.oversee') or (desk = 'county' and app_may('feedback.handle'))));
create policy cases_held on feedback_cases for select to liangxing_app
  using (code = current_setting('app.feedback_code', true));
create policy cases_filed on feedback_cases for insert to liangxing_app
  with check (code = current_setting('app.feedback_code', true) and state in ('received', 'transferred') and (contact is null or contact_bound));
create policy cases_decided on feedback_cases for update to liangxing_app
  using (app_reads(unit) and (app_may('feedback.oversee') or (desk = 'county' and app_may('feedback.handle'))))
  with check (app_reads(unit) and app_may('feedback.handle') and (contact is null or contact_bound));
create policy cases_rated on feedback_cases for update to liangxing_app
  using (code = current_setting('app.feedback_code', true) and state = 'answered' and not rated)
  with check (code = current_setting('app.feedback_code', true) and state in ('satisfied', 'reopened') and rated and closed_on is null);
create policy cases_forgotten on feedback_cases for delete to liangxing_app
  using (app_reads(unit) and app_may('feedback.forget'));
create policy cases_forgetting on feedback_cases for select to liangxing_app
  using (app_reads(unit) and app_may('feedback.forget'));
create policy cases_unlinked on feedback_cases for update to liangxing_app
  using (app_reads(unit) and app_may('feedback.forget')) with check (app_reads(unit) and contact is null);

grant select on feedback_steps to liangxing_app;
grant insert (district, unit, id, record, code, desk, seq, at, verb, satisfied, text) on feedback_steps to liangxing_app;
grant update (desk) on feedback_steps to liangxing_app;

create policy steps_handled on feedback_steps for select to liangxing_app
  using (app_reads(unit) and (app_may('feedback.oversee') or (desk = 'county' and app_may('feedback.handle'))));
create policy steps_held on feedback_steps for select to liangxing_app
  using (code = current_setting('app.feedback_code', true));
create policy steps_handled_add on feedback_steps for insert to liangxing_app
  with check (app_reads(unit) and app_may('feedback.handle') and verb in ('accept', 'answer', 'transfer', 'close'));
create policy steps_held_add on feedback_steps for insert to liangxing_app
  with check (code = current_setting('app.feedback_code', true) and verb in ('file', 'rate', 'receive'));
create policy steps_moved on feedback_steps for update to liangxing_app
  using (app_reads(unit) and (app_may('feedback.oversee') or (desk = 'county' and app_may('feedback.handle'))))
  with check (app_reads(unit) and app_may('feedback.handle'));
