-- One row for each topic file that was dropped: which content, which drop of it, and how far it has come. The rows of
-- its topics are idempotency keys folder:HASH:GENERATION:ROW, so a drop that is read again makes nothing twice.
create table intake_file (
    hash       varchar(80) not null,
    identity   varchar(64) not null,
    generation integer     not null,
    state      varchar(8)  not null,
    topics     integer     not null default 0,
    updated_at bigint      not null,
    primary key (hash, identity)
);
create index intake_file_by_age on intake_file (updated_at);

-- Where the answer to a message goes when it is replayed, and by what key it is known.
alter table dead_letter add column intake_key varchar(200);
alter table dead_letter add column reply_to text;
alter table dead_letter add column correlation_id text;
create index dead_letter_by_key on dead_letter (intake_key);
