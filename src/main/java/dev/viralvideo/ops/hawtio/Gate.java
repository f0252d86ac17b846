package dev.viralvideo.ops.hawtio;

import dev.viralvideo.ops.user.User;
import dev.viralvideo.ops.user.Users;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who knows the password. Passwords are looked at in turn, a few at once; a wrong one is answered late, the later
 * the more there were, so that a guesser gets nowhere while the right one is answered at once.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int AT_ONCE = 2;
    private static final Duration TURN = Duration.ofSeconds(5);
    /** Answers that are held back at once: each keeps a thread of the server. */
    private static final int MOST_WAITING = 8;

    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final Users users;
    private final Duration step;
    private final Semaphore looks = new Semaphore(AT_ONCE, true);
    private final Semaphore waits = new Semaphore(MOST_WAITING);
    private int wrong;

    /** @param step how much later each wrong password after the first few is answered */
    public Gate(Users users, Duration step) {
        this.users = users;
        this.step = step;
    }

    Optional<User> enter(String name, String password) {
        Optional<User> user = look(name, password);
        Duration late = count(user.isPresent());
        if (user.isEmpty() && waits.tryAcquire()) {
            LockSupport.parkNanos(late.toNanos());
            waits.release();
        }
        return user;
    }

    private Optional<User> look(String name, String password) {
        try {
            if (!looks.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return users.login(name, password);
        } finally {
            looks.release();
        }
    }

    /** @return how late the answer is given */
    private synchronized Duration count(boolean right) {
        wrong = right ? 0 : wrong + 1;
        if (!right) {
            LOG.warn("a log-in failed, number {} in a row", wrong);
        }
        return lateness(wrong);
    }

    Duration lateness(int wrong) {
        int counted = Math.min(Math.max(0, wrong - FREE_TRIES), (int) LONGEST.toMillis());
        Duration late = step.multipliedBy(counted);
        return late.compareTo(LONGEST) > 0 ? LONGEST : late;
    }
}
