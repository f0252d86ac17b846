package dev.viralvideo.cache;

import dev.viralvideo.failure.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Lets one caller do the work for all who ask for the same key meanwhile; they share its result or its failure. */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

    V run(K key, Supplier<V> work) {
        Flight<V> mine = new Flight<>(Thread.currentThread(), new CompletableFuture<>());
        Flight<V> running = flights.putIfAbsent(key, mine);
        return running == null ? lead(key, mine, work) : follow(key, running);
    }

    private V lead(K key, Flight<V> flight, Supplier<V> work) {
        try {
            V value = work.get();
            flight.result.complete(value);
            return value;
        } catch (Throwable e) {
            flight.result.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, flight);
        }
    }

    private V follow(K key, Flight<V> flight) {
        if (flight.leader == Thread.currentThread()) {
            throw new Failure.Internal("the loader of " + key + " asks for its own key", null);
        }
        try {
            return flight.result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure.Processing("INTERRUPTED", true, "interrupted while waiting for another call", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new Failure.Internal("a shared call failed: " + e.getCause(), e.getCause());
        }
    }

    private record Flight<V>(Thread leader, CompletableFuture<V> result) {}
}
