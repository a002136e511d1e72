-- What callers were answered under keys of their own (Idempotency-Key), for a day.

create table remembered_answer (
    caller varchar(300) not null,
    idempotency_key varchar(255) not null,
    request varchar(71) not null,
    status integer not null,
    location varchar(2000),
    body text not null,
    answered timestamp with time zone not null,
    primary key (caller, idempotency_key)
);
create index remembered_answer_by_time on remembered_answer (answered);
