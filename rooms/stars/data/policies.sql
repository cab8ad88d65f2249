-- A unit writes what it aims for, checks and submits; each level answers only what lies on its table; whoever decides shows,
-- certifies and answers objections. What anybody may read stands in tables of its own: targets, publicities, notices, honours.

grant execute on function stars_enter to liangxing_app;

grant select on star_cycles to liangxing_app;
grant insert (id, unit, year, name, name_en, edition, calendar, parameters, offices, stars, state, version, planned_at, opened_at, closed_at) on star_cycles to liangxing_app;
grant update (year, name, name_en, edition, calendar, parameters, offices, stars, state, version, opened_at, closed_at) on star_cycles to liangxing_app;
create policy star_cycles_public on star_cycles for select to liangxing_app using (state <> 'draft');
create policy star_cycles_read on star_cycles for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_cycles_add on star_cycles for insert to liangxing_app
  with check (app_may('stars.convene') and app_writes(unit) and state = 'draft');
create policy star_cycles_change on star_cycles for update to liangxing_app
  using (app_may('stars.convene') and app_reads(unit) and state <> 'closed')
  with check (app_may('stars.convene') and app_reads(unit));

-- What a county or township may give is a published figure: every post of the campaign reads it, the villages below first.
grant select on star_quotas to liangxing_app;
grant insert (district, unit, id, cycle, star, most, hard, given) on star_quotas to liangxing_app;
grant update (most, hard, given) on star_quotas to liangxing_app;
create policy star_quotas_read on star_quotas for select to liangxing_app using (app_may('stars.read'));
-- A quota that comes late begins with what was certified before it.
create policy star_quotas_add on star_quotas for insert to liangxing_app
  with check (app_may('stars.convene') and app_writes(unit));
create policy star_quotas_allot on star_quotas for update to liangxing_app
  using (app_may('stars.convene') and app_reads(unit)) with check (app_may('stars.convene') and app_reads(unit));
create policy star_quotas_give on star_quotas for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit)) with check (app_may('stars.decide') and app_reads(unit));

grant select on star_targets to liangxing_app;
grant insert (district, unit, id, cycle, quarter, stars, version, set_at) on star_targets to liangxing_app;
grant update (stars, version, set_at) on star_targets to liangxing_app;
create policy star_targets_read on star_targets for select to liangxing_app using (true);
create policy star_targets_add on star_targets for insert to liangxing_app with check (app_may('stars.declare') and app_writes(unit));
create policy star_targets_change on star_targets for update to liangxing_app
  using (app_may('stars.declare') and app_reads(unit)) with check (app_may('stars.declare') and app_reads(unit));

grant select on star_plans to liangxing_app;
grant insert (district, unit, id, cycle, quarter, strengths, met, gaps, goal, measures, set_at) on star_plans to liangxing_app;
grant update (strengths, met, gaps, goal, measures, set_at) on star_plans to liangxing_app;
create policy star_plans_read on star_plans for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_plans_add on star_plans for insert to liangxing_app with check (app_may('stars.declare') and app_writes(unit));
create policy star_plans_change on star_plans for update to liangxing_app
  using (app_may('stars.declare') and app_reads(unit)) with check (app_may('stars.declare') and app_reads(unit));

grant select on star_candidacies to liangxing_app;
grant insert (district, unit, id, cycle, star, batch, state, submissions, back, due, rows, submitters, reviewers, digest, drawn, confirmed, publicity, public_until, refused_on, refused_by, certified_on, steps, changed_at) on star_candidacies to liangxing_app;
grant update (state, submissions, back, due, rows, submitters, reviewers, digest, drawn, confirmed, publicity, public_until, refused_on, refused_by, certified_on, steps, changed_at) on star_candidacies to liangxing_app;
create policy star_candidacies_read on star_candidacies for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_candidacies_begin on star_candidacies for insert to liangxing_app
  with check (app_may('stars.declare') and app_writes(unit) and state = 'checking' and submissions = 0);
create policy star_candidacies_unit on star_candidacies for update to liangxing_app
  using (app_may('stars.declare') and app_reads(unit) and state in ('checking', 'first', 'office', 'joint', 'returned', 'refused'))
  with check (app_may('stars.declare') and app_reads(unit) and state in ('first', 'office', 'joint', 'appealed', 'withdrawn'));
create policy star_candidacies_first on star_candidacies for update to liangxing_app
  using (app_may('stars.reviewFirst') and app_reads(unit) and state = 'first')
  with check (app_may('stars.reviewFirst') and app_reads(unit) and state in ('office', 'returned', 'refused'));
create policy star_candidacies_office on star_candidacies for update to liangxing_app
  using (app_may('stars.reviewOffice') and app_star(star) and app_reads(unit) and state = 'office')
  with check (app_may('stars.reviewOffice') and app_star(star) and app_reads(unit) and state in ('joint', 'returned', 'refused'));
create policy star_candidacies_joint on star_candidacies for update to liangxing_app
  using (app_may('stars.reviewJoint') and app_reads(unit) and state = 'joint')
  with check (app_may('stars.reviewJoint') and app_reads(unit) and state in ('agreed', 'returned', 'refused'));
create policy star_candidacies_sample on star_candidacies for update to liangxing_app
  using (app_may('stars.sample') and app_reads(unit) and state = 'agreed')
  with check (app_may('stars.sample') and app_reads(unit) and state in ('agreed', 'returned', 'refused'));
create policy star_candidacies_decide on star_candidacies for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit) and state in ('agreed', 'publicised', 'appealed'))
  with check (app_may('stars.decide') and app_reads(unit)
    and state in ('first', 'office', 'joint', 'publicised', 'certified', 'returned', 'refused', 'dismissed'));

grant select on star_steps to liangxing_app;
grant insert (district, unit, id, candidacy, seq, at, on_day, verb, by, by_unit, by_role, rows, reason, due, other) on star_steps to liangxing_app;
create policy star_steps_read on star_steps for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_steps_unit on star_steps for insert to liangxing_app
  with check (app_may('stars.declare') and app_reads(unit) and app_self(by) and verb in ('begin', 'submit', 'appeal', 'withdraw'));
create policy star_steps_review on star_steps for insert to liangxing_app
  with check ((app_may('stars.reviewFirst') or app_may('stars.reviewOffice') or app_may('stars.reviewJoint') or app_may('stars.decide'))
    and app_reads(unit) and app_self(by) and verb in ('pass', 'return', 'refuse'));
create policy star_steps_sample on star_steps for insert to liangxing_app
  with check (app_may('stars.sample') and app_reads(unit) and app_self(by) and verb in ('draw', 'confirm', 'return', 'refuse'));
create policy star_steps_decide on star_steps for insert to liangxing_app
  with check (app_may('stars.decide') and app_reads(unit) and app_self(by) and verb in ('publicise', 'certify', 'uphold', 'dismiss'));

-- A draft is the unit's alone: no level above sees how far somebody has come.
grant select on self_check_rows to liangxing_app;
grant insert (district, unit, id, candidacy, row, answer, reason, known, revision, changed_at) on self_check_rows to liangxing_app;
grant update (answer, reason, known, revision, changed_at) on self_check_rows to liangxing_app;
create policy self_check_rows_read on self_check_rows for select to liangxing_app using (app_may('stars.declare') and app_reads(unit));
create policy self_check_rows_add on self_check_rows for insert to liangxing_app with check (app_may('stars.declare') and app_writes(unit));
create policy self_check_rows_change on self_check_rows for update to liangxing_app
  using (app_may('stars.declare') and app_writes(unit)) with check (app_may('stars.declare') and app_writes(unit));

grant select on self_check_submissions to liangxing_app;
grant insert (district, unit, id, candidacy, number, on_day, rows, digest) on self_check_submissions to liangxing_app;
create policy self_check_submissions_read on self_check_submissions for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy self_check_submissions_add on self_check_submissions for insert to liangxing_app
  with check (app_may('stars.declare') and app_writes(unit));

grant select on star_publicities to liangxing_app;
grant insert (district, unit, id, cycle, number, from_day, until_day, contact) on star_publicities to liangxing_app;
create policy star_publicities_read on star_publicities for select to liangxing_app using (true);
create policy star_publicities_add on star_publicities for insert to liangxing_app with check (app_may('stars.decide') and app_writes(unit));

grant select on star_notices to liangxing_app;
grant insert (district, unit, id, publicity, candidacy, cycle, star, state) on star_notices to liangxing_app;
grant update (state) on star_notices to liangxing_app;
create policy star_notices_read on star_notices for select to liangxing_app using (true);
create policy star_notices_add on star_notices for insert to liangxing_app
  with check (app_may('stars.decide') and app_writes(unit) and state = 'shown');
create policy star_notices_change on star_notices for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit) and state = 'shown')
  with check (app_may('stars.decide') and app_reads(unit) and state in ('certified', 'taken-off'));

-- Pool, sources and values are for anybody to recompute.
grant select on star_samples to liangxing_app;
grant insert (district, unit, id, cycle, pool, digest, sources, take, state, sealed_at) on star_samples to liangxing_app;
grant update (state, entered, entered_by, entropy, selected, drawn_at, void_reason) on star_samples to liangxing_app;
create policy star_samples_read on star_samples for select to liangxing_app using (true);
create policy star_samples_seal on star_samples for insert to liangxing_app
  with check (app_may('stars.sample') and app_writes(unit) and state = 'sealed');
create policy star_samples_enter on star_samples for update to liangxing_app
  using (app_may('stars.sample') and app_reads(unit) and state not in ('drawn', 'void')) with check (app_may('stars.sample') and app_reads(unit));

-- By the code for whoever objected, by the post for whoever decides; never for the unit it is about.
grant select on star_objections to liangxing_app;
grant insert (district, unit, id, subject, code, publicity, candidacy, star, state, text, contact, filed_on, answer, answered_on, answered_by) on star_objections to liangxing_app;
grant update (state, answer, answered_on, answered_by) on star_objections to liangxing_app;
create policy star_objections_held on star_objections for select to liangxing_app using (code = current_setting('app.stars_code', true));
create policy star_objections_read on star_objections for select to liangxing_app using (app_may('stars.decide') and app_reads(unit));
create policy star_objections_file on star_objections for insert to liangxing_app
  with check (code = current_setting('app.stars_code', true) and state = 'open');
create policy star_objections_answer on star_objections for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit) and state = 'open')
  with check (app_may('stars.decide') and app_reads(unit) and state in ('upheld', 'dismissed') and app_self(answered_by));

grant select on star_honours to liangxing_app;
grant insert (district, unit, id, cycle, candidacy, year, star, plaque, state, due, from_day, to_day, steps, changed_at) on star_honours to liangxing_app;
grant update (state, due, to_day, steps, changed_at) on star_honours to liangxing_app;
create policy star_honours_read on star_honours for select to liangxing_app using (true);
create policy star_honours_add on star_honours for insert to liangxing_app
  with check (app_may('stars.decide') and app_writes(unit) and state = 'held');
create policy star_honours_change on star_honours for update to liangxing_app
  using (app_may('stars.decide') and app_reads(unit)) with check (app_may('stars.decide') and app_reads(unit));

grant select on star_honour_steps to liangxing_app;
grant insert (district, unit, id, honour, seq, on_day, verb, by, by_unit, basis, document, due) on star_honour_steps to liangxing_app;
create policy star_honour_steps_read on star_honour_steps for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_honour_steps_add on star_honour_steps for insert to liangxing_app
  with check (app_may('stars.decide') and app_reads(unit) and app_self(by));

-- Written by the house's own task alone, which reads what it adds up.
grant select on star_totals to liangxing_app;
grant insert (district, unit, id, cycle, quarter, parts, as_of) on star_totals to liangxing_app;
grant update (parts, as_of) on star_totals to liangxing_app;
create policy star_totals_read on star_totals for select to liangxing_app using (app_may('stars.read') and app_reads(unit));
create policy star_totals_task on star_totals for select to liangxing_app using (app_may('stars.total'));
create policy star_totals_add on star_totals for insert to liangxing_app with check (app_may('stars.total'));
create policy star_totals_change on star_totals for update to liangxing_app using (app_may('stars.total')) with check (app_may('stars.total'));
create policy star_candidacies_total on star_candidacies for select to liangxing_app using (app_may('stars.total'));
