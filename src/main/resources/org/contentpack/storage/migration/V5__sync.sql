-- What stands in CMSes, what is planned there, and the journal of what was written.
-- Columns hold what is searched for; the rest of each thing is one document in JSON.

create table installation (
    target varchar(60) not null,
    pack varchar(100) not null,
    article varchar(100) not null,
    language varchar(35) not null,
    document text not null,
    primary key (target, pack, article, language)
);
create index installation_by_pack on installation (pack, article);

create table sync_plan (
    id bigint primary key,
    target varchar(60) not null,
    digest varchar(71) not null,
    run bigint,
    document text not null
);
create index sync_plan_by_target on sync_plan (target, id);

-- The last decision at each place of each item.
create table sync_decision (
    target varchar(60) not null,
    pack varchar(100) not null,
    article varchar(100) not null,
    language varchar(35) not null,
    place varchar(120) not null,
    document text not null,
    primary key (target, pack, article, language, place)
);

-- Which server works on a run, and until when nobody else may.
create table sync_run (
    id bigint primary key,
    plan bigint not null references sync_plan (id),
    target varchar(60) not null,
    undoes bigint references sync_run (id),
    state varchar(16) not null,
    caller varchar(300) not null,
    started timestamp with time zone not null,
    finished timestamp with time zone,
    cancelled boolean not null,
    lease_server varchar(100) not null,
    lease_until timestamp with time zone not null
);
create index sync_run_by_target on sync_run (target, id);

create table sync_run_item (
    run bigint not null references sync_run (id),
    number integer not null,
    document text not null,
    primary key (run, number)
);

create table sync_contact (
    target varchar(60) primary key,
    at timestamp with time zone not null
);

create table sync_drift (
    target varchar(60) not null,
    pack varchar(100) not null,
    article varchar(100) not null,
    language varchar(35) not null,
    drifted boolean not null,
    primary key (target, pack, article, language)
);

insert into counter (name, last_value) values ('plan', 0);
insert into counter (name, last_value) values ('run', 0);
