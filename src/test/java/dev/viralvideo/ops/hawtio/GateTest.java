package dev.viralvideo.ops.hawtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing passwords is slow, and the operator gets in all the same. */
class GateTest {
    private static final String PASSWORD = "a-right-password";

    @TempDir
    private Path folder;

    private Users users;

    @BeforeEach
    void addUser() {
        users = new Users(folder.resolve("users.json"));
        users.set("admin", Role.ADMIN, PASSWORD);
    }

    @Test
    void each_wrong_password_after_the_first_few_is_answered_later_up_to_a_limit() {
        Gate gate = new Gate(users, Duration.ofMillis(500));

        assertThat(IntStream.of(0, 3, 4, 5, 1_000_000).mapToObj(gate::lateness))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4));
    }

    @Test
    void who_knows_the_password_gets_in_after_many_guesses_and_the_slowness_is_over() {
        Gate gate = new Gate(users, Duration.ofMillis(1));
        IntStream.range(0, 8).forEach(guess -> assertThat(gate.enter("admin", "guess " + guess))
                .isEmpty());

        assertThat(gate.enter("admin", PASSWORD)).isPresent();
    }

    @Test
    void a_crowd_of_guessers_locks_nobody_out() throws Exception {
        Gate gate = new Gate(users, Duration.ofMillis(200));
        ExecutorService guessers = Executors.newFixedThreadPool(16);
        List<Callable<Boolean>> guesses = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(
                        guess -> () -> gate.enter("admin", "guess").isPresent())
                .toList();

        assertThat(guessers.invokeAll(guesses))
                .allSatisfy(guess -> assertThat(guess.get()).isFalse());
        guessers.shutdown();
        assertThat(gate.enter("admin", PASSWORD)).isPresent();
    }
}
