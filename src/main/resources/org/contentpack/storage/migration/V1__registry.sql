-- One schema for H2 and PostgreSQL.

-- The order of everything that is registered: one row, locked while a transaction takes the next number.
create table counter (
    name varchar(32) primary key,
    last_value bigint not null
);
insert into counter (name, last_value) values ('sequence', 0);

-- Files by digest, each once, in pieces, so that no file has to fit into memory.
create table content (
    digest varchar(71) primary key,
    size_bytes bigint not null
);
create table content_piece (
    digest varchar(71) not null references content (digest),
    ordinal integer not null,
    bytes bytea not null,
    primary key (digest, ordinal)
);

-- precedence: the version without build metadata, which may stand once.
create table registration (
    sequence bigint primary key,
    pack varchar(100) not null,
    version varchar(64) not null,
    precedence varchar(64) not null,
    digest varchar(71) not null unique,
    archive_digest varchar(71) not null,
    archive_bytes bigint not null,
    datetime timestamp with time zone not null,
    unique (pack, precedence)
);

create table release_file (
    sequence bigint not null references registration (sequence),
    ordinal integer not null,
    path varchar(1024) not null,
    digest varchar(71) not null references content (digest),
    size_bytes bigint not null,
    primary key (sequence, ordinal)
);

create table article_head (
    sequence bigint not null references registration (sequence),
    ordinal integer not null,
    article varchar(100) not null,
    language varchar(35) not null,
    slug varchar(100) not null,
    title varchar(120) not null,
    summary varchar(160) not null,
    reviewer_name varchar(200),
    reviewer_role varchar(200),
    last_reviewed date,
    next_review date,
    translates varchar(71),
    path varchar(1024) not null,
    digest varchar(71) not null,
    sections text not null,
    primary key (sequence, ordinal)
);
