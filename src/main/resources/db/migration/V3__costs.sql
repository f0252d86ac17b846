-- What providers charged (package costs). Amounts are micros: millionths of the price list's currency.

create table cost_ledger (
    id         varchar(36)  primary key,
    project_id varchar(32)  not null,
    month      varchar(7)   not null,
    provider   varchar(64)  not null,
    model      varchar(128) not null,
    purpose    text         not null,
    units      text         not null,
    micros     bigint,
    currency   varchar(3)   not null,
    outcome    varchar(8)   not null,
    attempts   integer      not null,
    created_at bigint       not null,
    settled_at bigint
);
create index cost_ledger_by_project on cost_ledger (project_id, created_at);
create index cost_ledger_by_month on cost_ledger (month, provider, model);
create index cost_ledger_running on cost_ledger (created_at) where outcome = 'RUNNING';

-- What is spent and reserved, for each project and each month: what budgets are held against.
create table cost_account (
    account  varchar(64) primary key,
    spent    bigint      not null,
    reserved bigint      not null
);
