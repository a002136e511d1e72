-- What happened, in one order; only ever added to. A registration and its event share their number.

create table event (
    sequence bigint primary key,
    pack varchar(100) not null,
    recorded timestamp with time zone not null,
    actor varchar(200) not null,
    kind varchar(16) not null,
    version varchar(64) not null,
    article varchar(100),
    language varchar(35),
    digest varchar(71),
    channel varchar(32),
    withdrawal varchar(16),
    note varchar(1000),
    replaced_by varchar(500),
    reviewer_name varchar(200),
    reviewer_role varchar(200),
    reviewer_registration varchar(200),
    review_scope varchar(200),
    review_date date,
    next_review date,
    redirect_kind varchar(16),
    redirect_from varchar(1024),
    redirect_to varchar(1024)
);
create index event_by_pack on event (pack, sequence);

insert into event (sequence, pack, recorded, actor, kind, version)
    select sequence, pack, datetime, 'built-in', 'registered', version from registration;

-- Content that was destroyed: its pieces are gone, its digest and length stay.
alter table content add column erased boolean default false not null;

-- Which releases hold a file.
create index release_file_by_digest on release_file (digest);
