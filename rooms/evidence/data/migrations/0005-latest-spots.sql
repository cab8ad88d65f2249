-- The latest pictures of spots of a prefecture or a province are found along their days; everything else of a spot is looked up
-- by its unit.

create index evidence_items_paired on evidence_items (effective_on, id)
  where spot is not null and phase is not null and preview = 'made' and erased_at is null and masked_at is null;
