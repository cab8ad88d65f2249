-- Issued editions are read by everybody who works with them; drafts where they are written. No policy reaches an issued row for
-- updating, so its content stays what it was. Additions are read at the township, above it and below it.

grant select on editions, edition_retirements to liangxing_app;
grant insert (id, unit, state, origin, title, replaces, digest, content, drafted_on, drafted_by, issued_on, issued_by) on editions to liangxing_app;
grant update (state, title, replaces, digest, content, revised_by, issued_on, issued_by) on editions to liangxing_app;
grant insert (edition, unit, on_day, by) on edition_retirements to liangxing_app;

create policy editions_issued on editions for select to liangxing_app using (state = 'issued' and app_may('standards.read'));
create policy editions_drafts on editions for select to liangxing_app
  using (app_reads(unit) and (app_may('standards.draft') or app_may('standards.issue')));
create policy editions_drafted on editions for insert to liangxing_app
  with check (app_writes(unit) and app_may('standards.draft') and state = 'draft' and origin = 'own' and app_self(drafted_by));
create policy editions_installed on editions for insert to liangxing_app
  with check (app_writes(unit) and app_may('standards.issue') and state = 'issued' and origin = 'shipped' and app_self(issued_by));
create policy editions_revised on editions for update to liangxing_app
  using (state = 'draft' and app_writes(unit) and app_may('standards.draft'))
  with check (state = 'draft' and app_writes(unit) and app_may('standards.draft') and app_self(revised_by));
-- A second person issues: neither who wrote the draft nor who changed it last (and the check of the table says so again).
create policy editions_made_known on editions for update to liangxing_app
  using (state = 'draft' and app_writes(unit) and app_may('standards.issue') and not app_self(drafted_by)
    and (revised_by is null or not app_self(revised_by)))
  with check (state = 'issued' and app_writes(unit) and app_may('standards.issue') and app_self(issued_by) and not app_self(drafted_by)
    and (revised_by is null or not app_self(revised_by)));

-- What was never issued can be dropped; an issued row is reached by no policy for deleting.
grant delete on editions to liangxing_app;
create policy editions_dropped on editions for delete to liangxing_app
  using (state = 'draft' and app_writes(unit) and app_may('standards.draft'));

grant select on edition_returns to liangxing_app;
grant insert (edition, digest, unit, items, reason, until, at, by) on edition_returns to liangxing_app;
create policy returns_read on edition_returns for select to liangxing_app
  using (app_reads(unit) and (app_may('standards.draft') or app_may('standards.issue')));
create policy returns_add on edition_returns for insert to liangxing_app
  with check (app_writes(unit) and app_may('standards.issue') and app_self(by));

create policy retirements_read on edition_retirements for select to liangxing_app using (app_may('standards.read'));
create policy retirements_add on edition_retirements for insert to liangxing_app
  with check (app_writes(unit) and app_may('standards.issue') and app_self(by));

grant select on edition_uses to liangxing_app;
grant insert (district, unit, edition, used_by, since) on edition_uses to liangxing_app;
create policy uses_read on edition_uses for select to liangxing_app using (app_reads(unit) and app_may('standards.read'));
create policy uses_add on edition_uses for insert to liangxing_app with check (app_writes(unit) and app_may('standards.draft'));

grant select on edition_additions to liangxing_app;
grant insert (district, unit, id, edition, star, criterion, content, valid_from, valid_to, added_by) on edition_additions to liangxing_app;
grant update (valid_to) on edition_additions to liangxing_app;
create policy additions_read on edition_additions for select to liangxing_app using (app_reads(unit) and app_may('standards.read'));
-- One of the acting post's own prefixes begins with the township: the post stands below it.
create policy additions_below on edition_additions for select to liangxing_app
  using (app_may('standards.read') and position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0);
create policy additions_add on edition_additions for insert to liangxing_app
  with check (app_writes(unit) and app_may('standards.add') and valid_to is null and app_self(added_by));
create policy additions_end on edition_additions for update to liangxing_app
  using (app_writes(unit) and app_may('standards.add') and valid_to is null)
  with check (app_writes(unit) and app_may('standards.add') and valid_to is not null);
