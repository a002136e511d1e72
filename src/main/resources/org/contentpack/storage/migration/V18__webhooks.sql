-- How far each webhook was told, who may tell it, and what came of each try.

create table webhook (
    name varchar(60) primary key,
    told bigint not null,
    failures int not null,
    next_try timestamp with time zone,
    lease_server varchar(100),
    lease_until timestamp with time zone
);

create table webhook_attempt (
    sequence bigint primary key,
    webhook varchar(60) not null,
    event bigint not null,
    notice varchar(60) not null,
    at timestamp with time zone not null,
    took_millis bigint not null,
    failure varchar(1000)
);

create index webhook_attempt_by_webhook on webhook_attempt (webhook, sequence);
create index webhook_attempt_by_time on webhook_attempt (at);

insert into counter (name, last_value) values ('webhook', 0);
