-- Items whose views were made before there were three sizes, or for whose kind there were none yet: found by index, however
-- many there are beside them. Films have views only where their sender made a picture.

create index evidence_items_incomplete on evidence_items (district, id)
  where erased_at is null and zoom is null and preview <> 'failed' and media not like 'video/%';
