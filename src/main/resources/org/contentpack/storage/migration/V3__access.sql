-- Every request that needed a scope, allowed or not; only ever added to.

create table audit (
    sequence bigint primary key,
    at timestamp with time zone not null,
    caller varchar(300),
    client varchar(300) not null,
    action varchar(300) not null,
    pack varchar(300),
    version varchar(300),
    digest varchar(71),
    status integer not null,
    problem varchar(100),
    request varchar(100) not null
);
create index audit_by_pack on audit (pack, sequence);

insert into counter (name, last_value) values ('audit', 0);
