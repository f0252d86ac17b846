package dev.viralvideo.ops.bean;

import dev.viralvideo.project.DeadLetters;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** What could not be worked on. */
@ManagedResource(description = "What could not be worked on, until it is replayed")
public final class DeadLettersBean {
    private static final int SHOWN = 100;

    private final DeadLetters letters;

    public DeadLettersBean(DeadLetters letters) {
        this.letters = letters;
    }

    @ManagedAttribute(description = "How many wait")
    public long getWaiting() {
        return letters.waiting();
    }

    @ManagedOperation(description = "The oldest hundred: number, source, project and reason")
    public String[] showOldest() {
        return letters.list(0, SHOWN).stream()
                .map(letter ->
                        letter.id() + "  " + letter.source() + "  " + letter.projectId() + "  " + letter.reason())
                .toArray(String[]::new);
    }

    @ManagedOperation(description = "Tries one again, by its number")
    public void replay(long number) {
        letters.replay(number);
    }

    @ManagedOperation(description = "Tries all again; says how many")
    public int replayAll() {
        return letters.replayAll();
    }
}
