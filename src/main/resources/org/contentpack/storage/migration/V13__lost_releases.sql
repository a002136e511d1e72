-- Releases that were acknowledged and that an older backup does not have. Their numbers stay theirs.

create table lost_release (
    pack varchar(100) not null,
    precedence varchar(64) not null,
    version varchar(64) not null,
    digest varchar(71) not null,
    archive_digest varchar(71) not null,
    archive_bytes bigint not null,
    sequence bigint not null,
    datetime timestamp with time zone not null,
    primary key (pack, precedence)
);
