package dev.viralvideo.pipeline.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.viralvideo.costs.Budget;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.costs.LedgerEntry;
import dev.viralvideo.costs.Outcome;
import dev.viralvideo.costs.Price;
import dev.viralvideo.costs.PriceList;
import dev.viralvideo.costs.Unit;
import dev.viralvideo.costs.Usage;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.GroundTables;
import dev.viralvideo.http.Call;
import dev.viralvideo.http.HttpSettings;
import dev.viralvideo.http.Provider;
import dev.viralvideo.http.Providers;
import dev.viralvideo.http.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is booked for a call, however it ends. A thousand characters cost a dollar here. */
class BillingTest {
    private static final PriceList PRICES =
            new PriceList("USD", List.of(new Price("voice", "*", Unit.CHARACTERS, 1000, BigDecimal.ONE)));

    private static final ProviderFile FILE = new ProviderFile("voice-voice", Map.of("billing", "true"));
    private static final Usage MOST = Usage.of("voice", "*", Unit.CHARACTERS, 500);
    private static final Function<Reply, Usage> ACTUAL = reply -> Usage.of("voice", "*", Unit.CHARACTERS, 120);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    private Path folder;

    private Providers providers;
    private Ledger ledger;
    private Billing billing;

    @BeforeEach
    void open() {
        providers = Providers.of(HttpSettings.of("test", "", List.of("localhost")), folder, text -> text);
        with(Budget.UNLIMITED);
    }

    private void with(Budget budget) {
        ledger = new Ledger(GroundTables.in(folder), PRICES, budget, Clock.systemUTC());
        billing = new Billing(ledger);
    }

    @AfterEach
    void close() {
        providers.close();
    }

    @Test
    void what_was_used_is_booked() {
        answers(okJson("{}"));
        call();
        booked(Outcome.DONE, 0.12, 1);
    }

    @Test
    void a_retry_is_counted_and_costs_nothing_by_itself() {
        answers(aResponse().withStatus(503), okJson("{}"));
        call();
        booked(Outcome.DONE, 0.12, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 404, 422, 451})
    void a_refusal_costs_nothing(int status) {
        answers(aResponse().withStatus(status));
        assertThat(catchThrowable(this::call)).isInstanceOf(Failure.ExternalService.class);
        booked(Outcome.FAILED, 0, 1);
    }

    @Test
    void trouble_costs_nothing_however_often_it_is_asked() {
        answers(aResponse().withStatus(500));
        assertThat(catchThrowable(this::call)).isInstanceOf(Failure.ExternalService.class);
        booked(Outcome.FAILED, 0, 3);
    }

    @Test
    void a_provider_that_is_left_alone_is_not_asked_and_costs_nothing() {
        answers(aResponse().withStatus(401));
        catchThrowable(this::call);
        catchThrowable(this::call);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
        assertThat(ledger.entries("p")).extracting(LedgerEntry::attempts).containsExactly(1, 0);
        assertThat(ledger.spent("p").amount()).isZero();
    }

    @Test
    void after_a_silence_the_most_is_booked_for_it_may_have_been_done() {
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(catchThrowable(this::call)).isInstanceOf(Failure.ExternalService.class);
        booked(Outcome.FAILED, 0.5, 1);
    }

    @Test
    void without_a_connection_nothing_is() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(catchThrowable(() -> call("http://localhost:" + closed + "/")))
                .isInstanceOf(Failure.ExternalService.class);
        booked(Outcome.FAILED, 0, 1);
    }

    @Test
    void work_that_was_done_but_cannot_be_used_is_booked() {
        providers.declare("voice", Map.of("verdicts", "200 body ~ ^No => CONTENT_REFUSED"));
        answers(aResponse().withStatus(200).withBody("No."));
        assertThat(catchThrowable(this::call)).isInstanceOf(Failure.ExternalService.class);
        booked(Outcome.FAILED, 0.5, 1);
    }

    @Test
    void an_error_of_ours_leaves_nothing_reserved() {
        answers(okJson("{}"));
        Function<Reply, Usage> broken = reply -> {
            throw new IllegalStateException("ours");
        };
        assertThatThrownBy(() -> billing.charged("p", FILE, MOST, "x", () -> sent(url()), broken))
                .hasMessage("ours");
        booked(Outcome.FAILED, 0.5, 1);
    }

    @Test
    void what_costs_nothing_is_not_booked() {
        answers(okJson("{}"));
        ProviderFile free = new ProviderFile("voice-voice", Map.of("billing", "false"));
        billing.charged("p", free, MOST, "x", () -> sent(url()), ACTUAL);
        billing.cached("p", free, MOST, "x");
        assertThat(ledger.entries("p")).isEmpty();
    }

    @Test
    void a_remembered_answer_is_booked_for_nothing() {
        billing.cached("p", FILE, MOST, "narration of segment 1");
        booked(Outcome.CACHED, 0, 0);
    }

    @Test
    void what_could_exceed_the_budget_is_not_asked() {
        with(new Budget(600_000L, null));
        answers(okJson("{}"));
        call();
        assertThatThrownBy(this::call)
                .isInstanceOf(Failure.Configuration.class)
                .extracting("code")
                .isEqualTo("BUDGET_EXCEEDED");
        SERVER.verify(1, anyRequestedFor(anyUrl()));
        booked(Outcome.DONE, 0.12, 1);
    }

    private void call() {
        call(url());
    }

    private void call(String url) {
        billing.charged("p", FILE, MOST, "narration of segment 1", () -> sent(url), ACTUAL);
    }

    private Reply sent(String url) {
        Provider provider = providers.named("voice");
        return provider.call(Call.post(url, "application/json", new byte[] {'{', '}'}));
    }

    private void booked(Outcome outcome, double amount, int attempts) {
        assertThat(ledger.entries("p")).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(outcome);
            assertThat(entry.micros()).isEqualTo(Math.round(amount * 1e6));
            assertThat(entry.attempts()).isEqualTo(attempts);
        });
    }

    /** One after the other; the last one for ever. */
    private static void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo(i + 1 < answers.length ? "answer " + (i + 1) : i == 0 ? STARTED : "answer " + i));
        }
    }

    private static String url() {
        return "http://localhost:" + SERVER.getPort() + "/v1/speak";
    }
}
