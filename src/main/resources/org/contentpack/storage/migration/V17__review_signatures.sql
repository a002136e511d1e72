-- The verified signature of a review statement, where it has one.

alter table event add column review_key_id varchar(64);
alter table event add column review_jws varchar(5000);
