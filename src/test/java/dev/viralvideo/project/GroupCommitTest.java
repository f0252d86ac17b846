package dev.viralvideo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    /** The first group takes as long as the test wants; 13 is poison. */
    private List<String> stored(List<Integer> values) {
        groups.add(values);
        if (groups.size() == 1) {
            awaitFirst();
        }
        if (values.contains(13)) {
            throw new IllegalArgumentException("unlucky");
        }
        return values.stream().map(value -> "stored " + value).toList();
    }

    private void awaitFirst() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All of them while the first is being stored. */
    private List<CompletableFuture<String>> brought(GroupCommit<Integer, String> commit, int count) {
        var threads = Executors.newFixedThreadPool(count);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> commit.store(0), threads);
        Awaitility.await().until(() -> groups.size() == 1);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(first));
        IntStream.range(1, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> commit.store(i), threads))
                .forEach(all::add);
        Awaitility.await().until(() -> commit.waiting() == count - 1);
        firstMayEnd.countDown();
        threads.shutdown();
        return all;
    }

    @Test
    void whatComesWhileOneGroupIsStoredIsTheNextGroupAndEachGetsItsOwnAnswer() {
        List<CompletableFuture<String>> answers = brought(new GroupCommit<>(this::stored, problem -> true, 100), 10);

        for (int i = 0; i < 10; i++) {
            assertThat(answers.get(i).join()).isEqualTo("stored " + i);
        }
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aGroupIsNeverLargerThanItMayBe() {
        List<CompletableFuture<String>> answers = brought(new GroupCommit<>(this::stored, problem -> true, 4), 10);

        answers.forEach(CompletableFuture::join);
        assertThat(groups).extracting(List::size).containsExactly(1, 4, 4, 1);
    }

    @Test
    void onePoisonousEntryFailsAlone() {
        List<CompletableFuture<String>> answers = brought(new GroupCommit<>(this::stored, problem -> true, 100), 20);

        assertThatThrownBy(answers.get(13)::join).rootCause().hasMessage("unlucky");
        answers.remove(13);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).startsWith("stored"));
    }

    @Test
    void whatIsTheFaultOfNoEntryFailsThemAllAtOnce() {
        List<CompletableFuture<String>> answers = brought(new GroupCommit<>(this::stored, problem -> false, 100), 20);

        assertThat(answers.get(0).join()).isEqualTo("stored 0");
        answers.remove(0);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThatThrownBy(answer::join).rootCause().hasMessage("unlucky"));
        assertThat(groups).hasSize(2);
    }
}
