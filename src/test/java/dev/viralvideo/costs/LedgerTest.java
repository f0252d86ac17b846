package dev.viralvideo.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.GroundTables;
import dev.viralvideo.helpers.SteppedClock;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final PriceList PRICES = new PriceList(
            "USD",
            List.of(
                    new Price("elevenlabs", "*", Unit.CHARACTERS, 1000, new BigDecimal("0.30")),
                    new Price("elevenlabs", "flash", Unit.CHARACTERS, 1000, new BigDecimal("0.15")),
                    new Price("openai", "mini", Unit.INPUT_TOKENS, 1_000_000, new BigDecimal("0.15")),
                    new Price("openai", "mini", Unit.OUTPUT_TOKENS, 1_000_000, new BigDecimal("0.60"))));

    private static final long CENT = 10_000;

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private DataSource database;

    @BeforeEach
    void open() {
        database = GroundTables.in(folder);
    }

    @Test
    void knowsWhatThingsCost() {
        assertThat(PRICES.cost(characters(1000, "multi"))).hasValue(30 * CENT);
        assertThat(PRICES.cost(characters(1, "flash"))).hasValue(150);
        assertThat(PRICES.cost(new Usage("openai", "mini", Map.of(Unit.INPUT_TOKENS, 52L, Unit.OUTPUT_TOKENS, 31L))))
                .hasValue(27); // 7.8 + 18.6, rounded up
        assertThat(PRICES.cost(new Usage("openai", "other", Map.of(Unit.INPUT_TOKENS, 1L))))
                .isEmpty();
        assertThat(PRICES.cost(new Usage("openai", "other", Map.of(Unit.INPUT_TOKENS, 0L))))
                .hasValue(0);
    }

    @Test
    void readsPricesFromAFileAndNamesWhatIsWrong() throws Exception {
        Path file = folder.resolve("prices.yaml");
        Files.writeString(file, "currency: USD\nprices:\n  - {provider: x, unit: CHARACTERS, per: 1000, price: 0.3}\n");
        assertThat(PriceList.read(file).cost(Usage.of("x", "any", Unit.CHARACTERS, 10)))
                .hasValue(3000);
        Files.writeString(file, "currency: USD\nprices:\n  - {provider: x, unit: CHARACTERS, per: 0, price: 0.3}\n");
        assertThatThrownBy(() -> PriceList.read(file))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("prices.yaml:3")
                .hasMessageContaining("'per'");
    }

    @Test
    void writesDownWhatACallCost() {
        Ledger ledger = ledger(Budget.UNLIMITED);
        Reservation call = ledger.reserve("p1", characters(1000, "flash"), "narration of segment 1");
        assertThat(ledger.entries("p1")).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.RUNNING);
            assertThat(entry.micros()).isEqualTo(15 * CENT);
        });
        ledger.settle(call, characters(900, "flash"), Outcome.DONE, 2);
        ledger.settle(call, characters(1, "flash"), Outcome.FAILED, 9); // changes nothing
        assertThat(ledger.entries("p1")).singleElement().satisfies(entry -> {
            assertThat(entry.micros()).isEqualTo(135_000);
            assertThat(entry.units()).containsEntry(Unit.CHARACTERS, 900L);
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(entry.attempts()).isEqualTo(2);
        });
    }

    @Test
    void sumsUpAMonthWithFailedAndCachedCalls() {
        Ledger ledger = ledger(Budget.UNLIMITED);
        ledger.settle(ledger.reserve("p1", characters(1000, "a"), "x"), characters(1000, "a"), Outcome.DONE, 1);
        ledger.settle(ledger.reserve("p2", characters(1000, "a"), "x"), characters(0, "a"), Outcome.FAILED, 3);
        ledger.cached("p2", characters(1000, "a"), "x");
        Usage unknown = Usage.of("openai", "new", Unit.INPUT_TOKENS, 5);
        ledger.settle(ledger.reserve("p2", unknown, "x"), unknown, Outcome.DONE, 1);
        assertThat(ledger.sums("2026-11"))
                .containsExactly(
                        new CostSum("elevenlabs", "a", 3, 1, 1, 0, 30 * CENT),
                        new CostSum("openai", "new", 1, 0, 0, 1, 0));
        assertThat(ledger.sums("2026-10")).isEmpty();
    }

    @Test
    void stopsBeforeTheBudgetOfAProjectIsExceeded() {
        Ledger ledger = ledger(new Budget(50 * CENT, null));
        Reservation first = ledger.reserve("p1", characters(1000, "a"), "x");
        assertThatThrownBy(() -> ledger.reserve("p1", characters(1000, "a"), "x"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("0.3000 USD")
                .hasMessageContaining("0.5000 USD")
                .extracting("code")
                .isEqualTo("BUDGET_EXCEEDED");
        ledger.reserve("p2", characters(1000, "a"), "x"); // another project
        ledger.settle(first, characters(600, "a"), Outcome.DONE, 1);
        ledger.reserve("p1", characters(1000, "a"), "x"); // what was not used is free again
        assertThat(ledger.entries("p1")).hasSize(2);
    }

    @Test
    void startsAFreshBudgetEachMonth() {
        Ledger ledger = ledger(new Budget(null, 50 * CENT));
        Reservation first = ledger.reserve("p1", characters(1000, "a"), "x");
        assertThatThrownBy(() -> ledger.reserve("p2", characters(1000, "a"), "x"))
                .hasMessageContaining("month 2026-11");
        clock.advance(Duration.ofDays(10));
        Reservation second = ledger.reserve("p2", characters(1000, "a"), "x");
        ledger.settle(first, characters(1000, "a"), Outcome.DONE, 1); // still November's
        assertThatThrownBy(() -> ledger.reserve("p3", characters(1000, "a"), "x"))
                .hasMessageContaining("month 2026-12");
        ledger.settle(second, characters(0, "a"), Outcome.FAILED, 1);
        ledger.reserve("p3", characters(1000, "a"), "x");
    }

    @Test
    void reservesNothingForAProjectWhenTheMonthIsUsedUp() {
        ledger(new Budget(null, 40 * CENT)).reserve("p1", characters(1000, "a"), "x");
        Ledger both = ledger(new Budget(40 * CENT, 40 * CENT));
        assertThatThrownBy(() -> both.reserve("p2", characters(1000, "a"), "x")).hasMessageContaining("month");
        ledger(new Budget(40 * CENT, null)).reserve("p2", characters(1000, "a"), "x"); // nothing was left reserved
        assertThat(both.entries("p2")).hasSize(1);
    }

    @Test
    void doesNotGuessWhenThereIsABudgetButNoPrice() {
        Usage unknown = Usage.of("openai", "new", Unit.INPUT_TOKENS, 5);
        assertThatThrownBy(() -> ledger(new Budget(1L, null)).reserve("p1", unknown, "x"))
                .extracting("code")
                .isEqualTo("UNKNOWN_PRICE");
    }

    @Test
    void exceedsNoBudgetWhenManyCallAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        Ledger node = ledger(new Budget(1000 * CENT, 300 * CENT)); // ten calls of 30 cents
                        try {
                            Reservation call = node.reserve("p" + i % 3, characters(1000, "a"), "x");
                            node.settle(call, characters(1000, "a"), Outcome.DONE, 1);
                            return true;
                        } catch (Failure.Configuration stopped) {
                            return false;
                        }
                    })
                    .toList();
            int made = 0;
            for (Future<Boolean> call : pool.invokeAll(calls)) {
                made += call.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(10);
        } finally {
            pool.shutdownNow();
        }
        assertThat(ledger(Budget.UNLIMITED).sums("2026-11").get(0).micros()).isEqualTo(300 * CENT);
    }

    @Test
    void countsACallWhoseProcessDiedAsCharged() {
        Ledger ledger = ledger(new Budget(50 * CENT, null));
        ledger.reserve("p1", characters(1000, "a"), "x");
        clock.advance(Duration.ofHours(2));
        assertThat(ledger.settleAbandoned(Duration.ofHours(3))).isZero();
        assertThat(ledger.settleAbandoned(Duration.ofHours(1))).isEqualTo(1);
        assertThat(ledger.entries("p1")).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(entry.micros()).isEqualTo(30 * CENT);
        });
        assertThatThrownBy(() -> ledger.reserve("p1", characters(1000, "a"), "x"))
                .hasMessageContaining("budget of project p1");
    }

    private Ledger ledger(Budget budget) {
        return new Ledger(database, PRICES, budget, clock);
    }

    private static Usage characters(long count, String model) {
        return Usage.of("elevenlabs", model, Unit.CHARACTERS, count);
    }
}
