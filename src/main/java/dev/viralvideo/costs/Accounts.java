package dev.viralvideo.costs;

import dev.viralvideo.failure.Failure;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code cost_account}: what is spent and reserved for each project and each month. A reservation is one
 * conditional update, so parallel calls, also of other nodes, cannot exceed a budget together.
 */
final class Accounts {
    private final Budget budget;
    private final String currency;

    Accounts(Budget budget, String currency) {
        this.budget = budget;
        this.currency = currency;
    }

    /** Always the month first, so that two transactions never wait for each other. */
    void reserve(Handle handle, String month, String projectId, long micros) {
        reserve(handle, "month:" + month, micros, budget.perMonth(), "of the month " + month);
        reserve(handle, "project:" + projectId, micros, budget.perProject(), "of project " + projectId);
    }

    void settle(Handle handle, String month, String projectId, long reserved, long spent) {
        settle(handle, "month:" + month, reserved, spent);
        settle(handle, "project:" + projectId, reserved, spent);
    }

    private void reserve(Handle handle, String account, long micros, Long limit, String whose) {
        handle.createUpdate("insert into cost_account (account, spent, reserved) values (:account, 0, 0)"
                        + " on conflict (account) do nothing")
                .bind("account", account)
                .execute();
        int reserved = handle.createUpdate("update cost_account set reserved = reserved + :micros"
                        + " where account = :account and (:unlimited = 1 or spent + reserved + :micros <= :limit)")
                .bind("account", account)
                .bind("micros", micros)
                .bind("unlimited", limit == null ? 1 : 0)
                .bind("limit", limit == null ? 0 : limit)
                .execute();
        if (reserved == 0) {
            throw exceeded(whose, micros, limit);
        }
    }

    private void settle(Handle handle, String account, long reserved, long spent) {
        handle.createUpdate("update cost_account set reserved = reserved - :reserved, spent = spent + :spent"
                        + " where account = :account")
                .bind("account", account)
                .bind("reserved", reserved)
                .bind("spent", spent)
                .execute();
    }

    private Failure exceeded(String whose, long micros, Long limit) {
        return new Failure.Configuration(
                "BUDGET_EXCEEDED",
                "not called: its cost of up to " + money(micros) + " would exceed the budget " + whose + " ("
                        + money(limit) + "); raise the budget, or use a provider that costs less");
    }

    private String money(long micros) {
        return String.format(Locale.ROOT, "%.4f %s", micros / 1e6, currency);
    }
}
