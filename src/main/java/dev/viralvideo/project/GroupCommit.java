package dev.viralvideo.project;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Stores what many threads bring in few transactions. While one group is being stored the next one gathers by itself,
 * so a single message does not wait for company, and a flood shares its commits. One thread stores for all: were they to
 * hand a lock on from one to the next, each group would cost as many changes of threads as it has entries.
 */
public final class GroupCommit<S, R> {
    private static final int IDLE_SECONDS = 10;

    private final Function<List<S>, List<R>> store;
    private final Predicate<RuntimeException> poison;
    private final int most;
    private final ExecutorService storing = oneThread();
    private final LinkedBlockingQueue<Entry<S, R>> waiting = new LinkedBlockingQueue<>();

    private record Entry<S, R>(S value, CompletableFuture<R> answer) {}

    /**
     * @param store  stores all or nothing; gives an answer for each, in their order
     * @param poison whether a failure may be the fault of one entry: then each is tried alone
     * @param most   size of a group
     */
    public GroupCommit(Function<List<S>, List<R>> store, Predicate<RuntimeException> poison, int most) {
        this.store = store;
        this.poison = poison;
        this.most = most;
    }

    /** It ends by itself when there was nothing to store for a while. */
    private static ExecutorService oneThread() {
        return new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "group-commit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns when it is stored; throws what storing threw. */
    public R store(S value) {
        Entry<S, R> entry = new Entry<>(value, new CompletableFuture<>());
        waiting.add(entry);
        storing.execute(this::storeGroup);
        return answer(entry);
    }

    /** Finds nothing when an earlier group had room for what it was called for. */
    private void storeGroup() {
        List<Entry<S, R>> group = new ArrayList<>();
        waiting.drainTo(group, most);
        if (group.isEmpty()) {
            return;
        }
        try {
            answer(group);
        } catch (RuntimeException e) {
            if (group.size() > 1 && poison.test(e)) {
                group.forEach(this::alone);
            } else {
                fail(group, e);
            }
        } catch (Error e) {
            fail(group, e); // nobody may wait for ever
        }
    }

    /** How many were brought and are in no group yet. */
    int waiting() {
        return waiting.size();
    }

    private void alone(Entry<S, R> entry) {
        try {
            answer(List.of(entry));
        } catch (RuntimeException | Error e) {
            fail(List.of(entry), e);
        }
    }

    private void answer(List<Entry<S, R>> group) {
        List<R> answers = store.apply(group.stream().map(Entry::value).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private void fail(List<Entry<S, R>> group, Throwable problem) {
        group.forEach(entry -> entry.answer().completeExceptionally(problem));
    }

    private R answer(Entry<S, R> entry) {
        try {
            return entry.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }
}
