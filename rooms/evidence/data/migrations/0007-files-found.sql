-- Whether any record still speaks of a stored file is asked for every file that is given up, and was answered by reading these
-- tables through. Hash indexes: only equality is asked, and they keep four bytes a row where the hash in letters has 64.

create index evidence_items_by_file on evidence_items using hash (file);
create index evidence_items_by_small on evidence_items using hash (small);
create index evidence_items_by_large on evidence_items using hash (large);
create index evidence_items_by_zoom on evidence_items using hash (zoom);
create index evidence_uploads_by_file on evidence_uploads using hash (file);
