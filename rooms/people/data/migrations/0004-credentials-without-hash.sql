-- What has moved to passwords leaves the table it came from.

alter table credentials drop column hash, drop column must_change, drop column set_at;
comment on table credentials is 'Login name and language of a person; local because only the door reads it.';
