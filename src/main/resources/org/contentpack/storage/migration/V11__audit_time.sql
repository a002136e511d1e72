-- Entries are asked for, and deleted, by their moment.

create index audit_by_time on audit (at);
