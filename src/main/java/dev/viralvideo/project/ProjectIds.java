package dev.viralvideo.project;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes project ids: 16 characters of lower-case Crockford base 32, 9 of time (ms) and 7 of chance, so that they sort
 * by age, fit URLs and file names, and do not collide between nodes. Within a process they only ever grow, also when
 * the clock is set back.
 */
public final class ProjectIds {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_DIGITS = 9;
    private static final int CHANCE_DIGITS = 7;
    private static final long CHANCES = 1L << 5 * CHANCE_DIGITS;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis;
    private long chance;

    public ProjectIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized String next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            // the upper half is left free to count on in the same millisecond
            chance = random.nextLong(CHANCES / 2);
        } else if (++chance == CHANCES) {
            millis++;
            chance = 0;
        }
        return digits(millis, TIME_DIGITS) + digits(chance, CHANCE_DIGITS);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (value & 31)];
            value >>>= 5;
        }
        return new String(text);
    }
}
