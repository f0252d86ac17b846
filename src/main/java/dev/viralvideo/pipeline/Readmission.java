package dev.viralvideo.pipeline;

import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.TopicMessage;
import dev.viralvideo.project.DeadLetter;
import dev.viralvideo.project.Origin;
import dev.viralvideo.project.Submission;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Takes a message in again that never became a project; throws when it still cannot be one. */
public final class Readmission implements Consumer<DeadLetter> {
    private final UnaryOperator<Request> fill;
    private final long mostBytes;
    private final Consumer<Submission> accept;

    /** @param fill completes a request with the defaults in force and checks it */
    public Readmission(UnaryOperator<Request> fill, long mostBytes, Consumer<Submission> accept) {
        this.fill = fill;
        this.mostBytes = mostBytes;
        this.accept = accept;
    }

    @Override
    public void accept(DeadLetter letter) {
        byte[] body = letter.payload().getBytes(StandardCharsets.UTF_8);
        accept.accept(Submission.from(fill.apply(TopicMessage.parse(body, mostBytes)), origin(letter)));
    }

    /** A letter that is replayed by two at once still makes one project. */
    private static Origin origin(DeadLetter letter) {
        Origin from = letter.origin();
        String key = from.key() == null ? "dead:" + letter.id() : from.key();
        return new Origin(from.source(), key, from.replyTo(), from.correlationId());
    }
}
