package dev.viralvideo.pipeline;

import dev.viralvideo.audio.Voice;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Which voice speaks for a project while it is narrated: the one asked for, those that stand in, the embedded one. */
public final class VoiceChain {
    private final Supplier<Voices> voices;
    private final List<String> fallbacks;
    private final Map<String, Progress> projects = new ConcurrentHashMap<>();

    /** @param fallbacks names, in order; the embedded voice comes last by itself */
    public VoiceChain(Supplier<Voices> voices, List<String> fallbacks) {
        this.voices = voices;
        this.fallbacks = List.copyOf(fallbacks);
    }

    void begin(String projectId, String voice) {
        Voices known = voices.get();
        List<Voice> chain = new ArrayList<>(List.of(known.find(voice)));
        fallbacks.stream().map(known::find).forEach(chain::add);
        chain.add(Voices.EMBEDDED);
        projects.put(projectId, new Progress(chain.stream().distinct().toList()));
    }

    Voice current(String projectId) {
        return projects.get(projectId).current();
    }

    /** @return whether another voice takes over; only the first of several threads that see a voice fail moves on */
    boolean giveUp(String projectId, Voice voice, Failure failure) {
        return projects.get(projectId).giveUp(voice, failure);
    }

    /** When all have failed: what the voice that was asked for said, unless it was the last one too. */
    Failure first(String projectId, Failure last) {
        return projects.get(projectId).first(last);
    }

    /** @return what to tell of */
    List<String> end(String projectId) {
        return projects.remove(projectId).told();
    }

    private static final class Progress {
        private final List<Voice> chain;
        private final List<Failure> failures = new ArrayList<>();
        private int at;

        Progress(List<Voice> chain) {
            this.chain = chain;
        }

        synchronized Voice current() {
            return chain.get(at);
        }

        synchronized boolean giveUp(Voice voice, Failure failure) {
            if (!voice.equals(chain.get(at))) {
                return true;
            }
            if (at + 1 == chain.size()) {
                return false;
            }
            failures.add(failure);
            at++;
            return true;
        }

        synchronized Failure first(Failure last) {
            return failures.isEmpty() ? last : failures.get(0);
        }

        synchronized List<String> told() {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < failures.size(); i++) {
                told.add("the voice '" + chain.get(i).name() + "' failed: "
                        + failures.get(i).getMessage() + "; '"
                        + chain.get(i + 1).name() + "' spoke instead");
            }
            return told;
        }
    }
}
