-- Verified signatures of releases, one for each key.

create table release_signature (
    sequence bigint not null references registration (sequence),
    key_id varchar(64) not null,
    jws varchar(2000) not null,
    primary key (sequence, key_id)
);
