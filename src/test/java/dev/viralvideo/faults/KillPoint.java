package dev.viralvideo.faults;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a process ends itself as abruptly as by kill -9: just before or just after something happens for the n-th time.
 *
 * @param what  a step of a route, as {@link Steps} names it, or a commit, as {@link Commits} does
 * @param after whether it has happened then
 * @param times 1 for the first time
 */
record KillPoint(String what, boolean after, int times) {
    private static final String PROPERTY = "faults.kill";
    private static final AtomicInteger PASSED = new AtomicInteger();

    /** The exit code of a process that signal 9 ended, as a shell tells it. */
    static final int KILLED = 137;

    /** As an option for the process that is to be killed there. */
    String option() {
        return "-D" + PROPERTY + "=" + (after ? "after" : "before") + "|" + times + "|" + what;
    }

    /** Of this process; null when it is to live. */
    static KillPoint here() {
        String text = System.getProperty(PROPERTY);
        if (text == null) {
            return null;
        }
        String[] parts = text.split("\\|", 3);
        return new KillPoint(parts[2], parts[0].equals("after"), Integer.parseInt(parts[1]));
    }

    void before(String happening) {
        if (what.equals(happening) && PASSED.incrementAndGet() == times && !after) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    void after(String happened) {
        if (what.equals(happened) && after && PASSED.get() >= times) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    @Override
    public String toString() {
        return (after ? "after " : "before ") + what + (times > 1 ? " (time " + times + ")" : "");
    }
}
