-- Who may use the REST API (package api). Only the SHA-256 of a token's secret is here: 256 bits of chance need no salt.
create table api_token (
    id         varchar(16) primary key,
    name       text        not null,
    hash       varchar(64) not null,
    scope      varchar(8)  not null,
    created_at bigint      not null,
    expires_at bigint,
    revoked_at bigint
);

-- Results on their way to the callback of a request; gone when delivered or given up (then it is a dead letter).
create table callback_delivery (
    event_id   varchar(36) primary key,
    project_id varchar(32) not null,
    url        text        not null,
    payload    text        not null,
    attempts   integer     not null default 0,
    not_before bigint      not null,
    created_at bigint      not null
);
create index callback_delivery_due on callback_delivery (not_before);
