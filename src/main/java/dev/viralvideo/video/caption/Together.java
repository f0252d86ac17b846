package dev.viralvideo.video.caption;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on the caller's thread and on whatever threads an executor has free. */
final class Together {
    private Together() {}

    /** Waits only for what has been begun, so that it cannot deadlock in the pool that it is called from. */
    static void run(List<Runnable> tasks, Executor executor) {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<?>[] done =
                tasks.stream().map(task -> new CompletableFuture<Void>()).toArray(CompletableFuture[]::new);
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < done.length; i = next.getAndIncrement()) {
                runOne(tasks.get(i), done[i]);
            }
        };
        try {
            for (int i = 1; i < Math.min(tasks.size(), Runtime.getRuntime().availableProcessors()); i++) {
                executor.execute(worker);
            }
        } catch (RejectedExecutionException e) {
            // a full pool: the caller's thread does it alone
        }
        worker.run();
        await(done);
    }

    private static void runOne(Runnable task, CompletableFuture<?> done) {
        try {
            task.run();
            done.complete(null);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private static void await(CompletableFuture<?>[] done) {
        try {
            CompletableFuture.allOf(done).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
