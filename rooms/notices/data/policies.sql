-- A notice is read by the posts it is addressed to and by the office that sent it. Marks and mail belong to the person alone;
-- the house's own tasks read mail addresses to send, and delete what is old.

grant select on notices to liangxing_app;
grant insert (district, unit, id, sender, reach, roles, room, weight, title, title_en, body, path, at, until) on notices to liangxing_app;
grant update (withdrawn_at, withdrawn_for) on notices to liangxing_app;
grant delete on notices to liangxing_app;
-- The acting post's own unit (or one it followed), not what lies below: an inbox is not a register.
create policy notices_own on notices for select to liangxing_app
  using (app_may('notices.read') and (unit = any (current_setting('app.scopes', true)::text[])
    or (reach = 'below' and position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0)));
create policy notices_sent on notices for select to liangxing_app
  using (app_may('notices.send') and app_reads(sender));
create policy notices_house on notices for select to liangxing_app
  using (app_may('notices.forget') and app_reads(unit));
-- Downwards wherever one writes, upwards to one unit above at a time.
create policy notices_add on notices for insert to liangxing_app
  with check (app_writes(sender) and (app_writes(unit) or (reach = 'at' and sender ^@ unit)));
create policy notices_withdraw on notices for update to liangxing_app
  using (app_may('notices.send') and app_reads(sender) and withdrawn_at is null)
  with check (app_may('notices.send') and app_reads(sender) and withdrawn_at is not null);
create policy notices_forget on notices for delete to liangxing_app
  using (app_may('notices.forget') and app_reads(unit));

grant select on notice_marks to liangxing_app;
grant insert (district, unit, id, person, seen_until) on notice_marks to liangxing_app;
grant update (seen_until) on notice_marks to liangxing_app;
create policy notice_marks_read on notice_marks for select to liangxing_app using (app_is(person));
create policy notice_marks_add on notice_marks for insert to liangxing_app with check (app_is(person));
create policy notice_marks_move on notice_marks for update to liangxing_app using (app_is(person)) with check (app_is(person));

grant select on notice_mails to liangxing_app;
grant insert (district, unit, id, person, role, language, address, daily_until, urgent_until) on notice_mails to liangxing_app;
grant update (role, language, address, daily_until, urgent_until) on notice_mails to liangxing_app;
grant delete on notice_mails to liangxing_app;
create policy notice_mails_read on notice_mails for select to liangxing_app
  using (app_is(person) or (app_may('notices.forget') and app_reads(unit)));
create policy notice_mails_add on notice_mails for insert to liangxing_app with check (app_is(person) and app_writes(unit));
create policy notice_mails_change on notice_mails for update to liangxing_app
  using (app_is(person) or (app_may('notices.forget') and app_reads(unit)))
  with check (app_is(person) or (app_may('notices.forget') and app_reads(unit)));
create policy notice_mails_drop on notice_mails for delete to liangxing_app
  using (app_is(person) or (app_may('notices.forget') and app_reads(unit)));

-- Letters are the house's alone.
grant select, insert, delete on notice_letters to liangxing_app;
grant update (tries, tried_at) on notice_letters to liangxing_app;
create policy notice_letters_read on notice_letters for select to liangxing_app using (app_may('notices.forget') and app_reads(unit));
create policy notice_letters_add on notice_letters for insert to liangxing_app with check (app_may('notices.forget') and app_reads(unit));
create policy notice_letters_again on notice_letters for update to liangxing_app
  using (app_may('notices.forget') and app_reads(unit)) with check (app_may('notices.forget') and app_reads(unit));
create policy notice_letters_done on notice_letters for delete to liangxing_app using (app_may('notices.forget') and app_reads(unit));
