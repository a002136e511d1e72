-- What lists of packs say of a release, so that they need not read its manifest.

create table release_summary (
    sequence bigint primary key references registration (sequence),
    title varchar(200) not null,
    summary varchar(300) not null,
    language varchar(35) not null
);
