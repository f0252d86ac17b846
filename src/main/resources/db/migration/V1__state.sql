-- The state of every project. One file for SQLite and PostgreSQL: ${serial} is the only difference.
-- Times are epoch milliseconds (UTC) from the process clock; nothing that must be correct depends on them.

create table project_state (
    id             varchar(32) primary key,
    topic          text        not null,
    status         varchar(16) not null,
    script         text,
    media_assets   text,
    audio_tracks   text,
    output_path    text,
    error          text,
    created_at     bigint      not null,
    updated_at     bigint      not null,
    request        text        not null,
    priority       integer     not null,
    seed           bigint      not null,
    source         varchar(64),
    reply_to       text,
    correlation_id text
);
create index project_state_by_status on project_state (status, id);

-- One row for each (project, stage). fence only ever grows: who holds an older one can no longer commit.
-- beats grows with every heartbeat; a lease has run out when beats stands still, whatever the clocks say.
create table stage_state (
    project_id    varchar(32) not null references project_state (id) on delete cascade,
    stage         varchar(8)  not null,
    state         varchar(8)  not null,
    worker        varchar(128),
    lease_millis  bigint      not null default 0,
    lease_until   bigint,
    beats         bigint      not null default 0,
    fence         bigint      not null default 0,
    attempts      integer     not null default 0,
    interruptions integer     not null default 0,
    not_before    bigint      not null default 0,
    progress      double precision not null default 0,
    priority      integer     not null,
    ready_at      bigint,
    started_at    bigint,
    finished_at   bigint,
    primary key (project_id, stage)
);
create index stage_state_ready on stage_state (stage, priority desc, project_id, ready_at, not_before)
    where state = 'READY';
create index stage_state_claimed on stage_state (worker) where state = 'CLAIMED';
create index stage_state_done on stage_state (stage, finished_at, started_at) where state = 'DONE';

create table outbox (
    id           ${serial},
    event_id     varchar(36) not null,
    project_id   varchar(32) not null,
    name         varchar(32) not null,
    payload      text        not null,
    created_at   bigint      not null,
    published_at bigint
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_by_project on outbox (project_id, id);

create table idempotency_key (
    intake_key varchar(200) primary key,
    project_id varchar(32)  not null,
    created_at bigint       not null
);
create index idempotency_key_by_project on idempotency_key (project_id);

create table dead_letter (
    id          ${serial},
    project_id  varchar(32),
    source      varchar(64) not null,
    reason      text        not null,
    payload     text        not null,
    created_at  bigint      not null,
    replayed_at bigint
);
create index dead_letter_by_project on dead_letter (project_id);

-- Work that only one node at a time should do; two at once would be wasteful, never wrong.
create table node_lease (
    name        varchar(32) primary key,
    holder      varchar(128) not null,
    lease_until bigint       not null
);

create table media_cache (
    id          varchar(64) primary key,
    query       text        not null,
    provider    varchar(64) not null,
    url         text,
    file_path   text,
    metadata    text,
    score       double precision,
    created_at  bigint      not null,
    accessed_at bigint      not null,
    ttl         bigint      not null default 86400
);
create index media_cache_by_query on media_cache (query, provider);
create index media_cache_by_access on media_cache (accessed_at);

create table templates (
    id          varchar(64) primary key,
    name        varchar(64) not null unique,
    category    varchar(64),
    structure   text        not null,
    metadata    text,
    usage_count bigint      not null default 0,
    created_at  bigint      not null
);
