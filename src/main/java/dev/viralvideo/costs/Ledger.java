package dev.viralvideo.costs;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Every billable call: reserved before it is made, settled after, and refused when it could exceed a budget. Tables
 * {@code cost_ledger} and {@code cost_account}, on SQLite and PostgreSQL alike.
 */
public final class Ledger {
    private final Jdbi database;
    private final PriceList prices;
    private final Budget budget;
    private final Accounts accounts;
    private final Clock clock;

    public Ledger(DataSource database, PriceList prices, Budget budget, Clock clock) {
        this.database = Jdbi.create(database);
        this.prices = prices;
        this.budget = budget;
        this.accounts = new Accounts(budget, prices.currency());
        this.clock = clock;
    }

    /**
     * @param estimate the most that the call can use
     * @param purpose  for the operator, such as {@code narration of segment 3}; no content
     * @throws Failure.Configuration {@code BUDGET_EXCEEDED}, or {@code UNKNOWN_PRICE} when there is a budget but no
     *     price to hold against it
     */
    public Reservation reserve(String projectId, Usage estimate, String purpose) {
        Long micros = micros(estimate);
        if (micros == null && budget.limits()) {
            throw new Failure.Configuration(
                    "UNKNOWN_PRICE",
                    "not called: a budget is set but the price list has no price for " + estimate.provider() + " "
                            + estimate.model() + "; add one (0 when it is free)");
        }
        String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        Reservation made = new Reservation(UUID.randomUUID().toString(), projectId, month, estimate, micros);
        database.useTransaction(handle -> {
            accounts.reserve(handle, month, projectId, micros == null ? 0 : micros);
            insert(handle, made, purpose, Outcome.RUNNING, 0);
        });
        return made;
    }

    /**
     * Replaces the estimate by what was really used. Settling twice changes nothing.
     *
     * @param actual   what the provider charged; all zero when it charged nothing
     * @param attempts requests that were sent
     */
    public void settle(Reservation reservation, Usage actual, Outcome outcome, int attempts) {
        if (outcome == Outcome.RUNNING) {
            throw new IllegalArgumentException("a call that still runs is not settled");
        }
        Long micros = micros(actual);
        database.useTransaction(handle -> close(handle, reservation, actual, micros, outcome, attempts));
    }

    /** An answer that cost nothing because it was remembered. */
    public void cached(String projectId, Usage saved, String purpose) {
        String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        Reservation free = new Reservation(UUID.randomUUID().toString(), projectId, month, saved, 0L);
        database.useTransaction(handle -> insert(handle, free, purpose, Outcome.CACHED, 0));
    }

    /**
     * Settles, as if charged in full, what has been running for longer: its process has ended, and the provider may
     * well have been paid.
     *
     * @return how many there were
     */
    public int settleAbandoned(Duration longer) {
        List<Reservation> abandoned = database.withHandle(handle -> handle.createQuery(
                        "select * from cost_ledger where outcome = 'RUNNING' and created_at < :before")
                .bind("before", clock.millis() - longer.toMillis())
                .map((row, context) -> LedgerRows.reservation(row))
                .list());
        abandoned.forEach(one -> database.useTransaction(
                handle -> close(handle, one, one.estimate(), one.micros(), Outcome.UNKNOWN, 1)));
        return abandoned.size();
    }

    /** Sorted by time. */
    public List<LedgerEntry> entries(String projectId) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from cost_ledger where project_id = :project order by created_at, id")
                .bind("project", projectId)
                .map((row, context) -> LedgerRows.entry(row))
                .list());
    }

    /** All that a project has cost so far. */
    public Spent spent(String projectId) {
        List<LedgerEntry> entries = entries(projectId);
        long micros = entries.stream()
                .mapToLong(entry -> entry.micros() == null ? 0 : entry.micros())
                .sum();
        return new Spent(
                prices.currency(),
                BigDecimal.valueOf(micros, 6).stripTrailingZeros(),
                entries.size(),
                count(entries, entry -> entry.outcome() == Outcome.CACHED),
                count(entries, entry -> entry.outcome() == Outcome.FAILED),
                count(entries, entry -> entry.micros() == null));
    }

    private static int count(List<LedgerEntry> entries, Predicate<LedgerEntry> which) {
        return (int) entries.stream().filter(which).count();
    }

    /** @param month such as {@code 2026-11}; sorted by provider and model */
    public List<CostSum> sums(String month) {
        return database.withHandle(handle -> LedgerRows.sums(handle, month));
    }

    private void close(
            Handle handle, Reservation reservation, Usage actual, Long micros, Outcome outcome, int attempts) {
        int changed = handle.createUpdate(
                        """
                        update cost_ledger set units = :units, micros = :micros, outcome = :outcome,
                            attempts = :attempts, settled_at = :now
                        where id = :id and outcome = 'RUNNING'
                        """)
                .bind("units", Json.write(actual.units()))
                .bind("micros", micros)
                .bind("outcome", outcome.name())
                .bind("attempts", attempts)
                .bind("now", clock.millis())
                .bind("id", reservation.id())
                .execute();
        if (changed == 1) {
            accounts.settle(
                    handle,
                    reservation.month(),
                    reservation.projectId(),
                    reservation.micros() == null ? 0 : reservation.micros(),
                    micros == null ? 0 : micros);
        }
    }

    private void insert(Handle handle, Reservation made, String purpose, Outcome outcome, int attempts) {
        handle.createUpdate(
                        """
                        insert into cost_ledger (id, project_id, month, provider, model, purpose, units, micros,
                            currency, outcome, attempts, created_at, settled_at)
                        values (:id, :project, :month, :provider, :model, :purpose, :units, :micros,
                            :currency, :outcome, :attempts, :now, :settled)
                        """)
                .bind("id", made.id())
                .bind("project", made.projectId())
                .bind("month", made.month())
                .bind("provider", made.estimate().provider())
                .bind("model", made.estimate().model())
                .bind("purpose", purpose)
                .bind("units", Json.write(made.estimate().units()))
                .bind("micros", made.micros())
                .bind("currency", prices.currency())
                .bind("outcome", outcome.name())
                .bind("attempts", attempts)
                .bind("now", clock.millis())
                .bind("settled", outcome == Outcome.RUNNING ? null : clock.millis())
                .execute();
    }

    private Long micros(Usage usage) {
        var cost = prices.cost(usage);
        return cost.isPresent() ? cost.getAsLong() : null;
    }
}
