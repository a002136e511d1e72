-- Who could see an item when it was last read; empty where it was not there or nobody has looked since.

alter table sync_drift add column status varchar(16) default '' not null;
