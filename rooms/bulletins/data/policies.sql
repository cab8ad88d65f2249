-- Drafts are read by those who draft or sign over the unit; published ones also by every unit below, when they are meant for
-- it. No policy lets a published row be changed.

grant select on bulletins to liangxing_app;
grant insert (district, unit, id, state, audience, prefix, year, serial, title, addressee, issuer, body, attachments, figures, letterhead, digest,
  note, corrects, drafted_on, drafted_by, editors, signed_on, signed_by, published_on, published_by) on bulletins to liangxing_app;
grant update (state, audience, prefix, year, serial, title, addressee, issuer, body, attachments, letterhead, digest, note, editors, signed_on, signed_by,
  published_on, published_by) on bulletins to liangxing_app;

create policy bulletins_office on bulletins for select to liangxing_app
  using (app_reads(unit) and (app_may('bulletins.draft') or app_may('bulletins.sign') or (state = 'published' and app_may('bulletins.read'))));
-- One of the acting post's own prefixes begins with the bulletin's unit: the post stands below it.
create policy bulletins_below on bulletins for select to liangxing_app
  using (state = 'published' and audience <> 'own' and app_may('bulletins.read')
    and position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0);
-- For everybody: the public pages, without an account.
create policy bulletins_open on bulletins for select to liangxing_app
  using (state = 'published' and audience = 'public');
create policy bulletins_drafted on bulletins for insert to liangxing_app
  with check (app_writes(unit) and app_may('bulletins.draft') and state = 'draft' and app_self(drafted_by));
create policy bulletins_revised on bulletins for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.draft') and state in ('draft', 'signed'))
  with check (app_reads(unit) and app_may('bulletins.draft') and state = 'draft');
create policy bulletins_signed on bulletins for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.sign') and state in ('draft', 'signed'))
  with check (app_reads(unit) and app_may('bulletins.sign') and (state = 'draft' or (state = 'signed' and app_self(signed_by))));
create policy bulletins_published on bulletins for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.publish') and state = 'signed')
  with check (app_reads(unit) and app_may('bulletins.publish') and state = 'published' and app_self(published_by));

-- Heads are kept by who publishes for the unit, and read by those who write there or below it.
grant select on bulletin_letterheads to liangxing_app;
grant insert (district, unit, id, name, mark, prefix, copies, office, retired) on bulletin_letterheads to liangxing_app;
grant update (name, mark, prefix, copies, office, retired) on bulletin_letterheads to liangxing_app;
create policy bulletin_letterheads_read on bulletin_letterheads for select to liangxing_app
  using (app_may('bulletins.draft')
    and (app_reads(unit) or position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0));
create policy bulletin_letterheads_add on bulletin_letterheads for insert to liangxing_app
  with check (app_writes(unit) and app_may('bulletins.publish'));
create policy bulletin_letterheads_change on bulletin_letterheads for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.publish'))
  with check (app_reads(unit) and app_may('bulletins.publish'));

-- Pictures are read by whom their bulletin is for; after the publication one may be taken down and nothing else be changed (a
-- trigger holds that: bulletin_pictures_step).
grant select on bulletin_pictures to liangxing_app;
grant insert (district, unit, id, bulletin, state, audience, file, width, height, item_unit, item) on bulletin_pictures to liangxing_app;
grant update (state, audience, file, gone_on, gone_why) on bulletin_pictures to liangxing_app;
create policy bulletin_pictures_office on bulletin_pictures for select to liangxing_app
  using (app_reads(unit) and (app_may('bulletins.draft') or app_may('bulletins.sign') or (state = 'published' and app_may('bulletins.read'))));
create policy bulletin_pictures_below on bulletin_pictures for select to liangxing_app
  using (state = 'published' and audience <> 'own' and app_may('bulletins.read')
    and position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0);
create policy bulletin_pictures_open on bulletin_pictures for select to liangxing_app
  using (state = 'published' and audience = 'public');
create policy bulletin_pictures_add on bulletin_pictures for insert to liangxing_app
  with check (app_writes(unit) and app_may('bulletins.draft') and state = 'draft');
create policy bulletin_pictures_publish on bulletin_pictures for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.publish') and state = 'draft')
  with check (app_reads(unit) and app_may('bulletins.publish') and state = 'published');
create policy bulletin_pictures_left on bulletin_pictures for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.draft') and state = 'draft' and gone_on is null)
  with check (app_reads(unit) and app_may('bulletins.draft') and state = 'draft' and gone_on is not null);
create policy bulletin_pictures_taken_down on bulletin_pictures for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.publish') and state = 'published' and gone_on is null)
  with check (app_reads(unit) and app_may('bulletins.publish') and state = 'published' and gone_on is not null);

-- Words of drafts are kept by who publishes for the unit, and used by those who draft there or below it.
grant select on bulletin_wordings to liangxing_app;
grant insert (district, unit, kind, addressee, opening, closing, headings) on bulletin_wordings to liangxing_app;
grant update (addressee, opening, closing, headings) on bulletin_wordings to liangxing_app;
create policy bulletin_wordings_read on bulletin_wordings for select to liangxing_app
  using (app_may('bulletins.draft')
    and (app_reads(unit) or position(',' || unit in replace(current_setting('app.scopes', true), '{', ',')) > 0));
create policy bulletin_wordings_add on bulletin_wordings for insert to liangxing_app
  with check (app_writes(unit) and app_may('bulletins.publish'));
create policy bulletin_wordings_change on bulletin_wordings for update to liangxing_app
  using (app_reads(unit) and app_may('bulletins.publish'))
  with check (app_reads(unit) and app_may('bulletins.publish'));
