package dev.viralvideo.video.caption;

import java.util.ArrayList;
import java.util.List;

/** What is to be seen when: a gapless row of states over the segment's frames. */
record CaptionTimeline(List<Span> spans) {
    /**
     * @param caption number of the caption, -1 for none
     * @param word    number of the spoken word in it, -1 for none
     * @param step    how many frames the spoken word has popped, 0 without a pop
     */
    record State(int caption, int word, int step) {
        static final State BLANK = new State(-1, -1, 0);
    }

    record Span(State state, int frames) {}

    static CaptionTimeline of(List<Caption> captions, int frames, int popFrames) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < captions.size(); i++) {
            Caption caption = captions.get(i);
            add(spans, State.BLANK, caption.from() - at);
            for (at = caption.from(); at < caption.to(); at++) {
                add(spans, state(i, caption, at, popFrames), 1);
            }
        }
        add(spans, State.BLANK, frames - at);
        return new CaptionTimeline(List.copyOf(spans));
    }

    List<State> states() {
        return spans.stream().map(Span::state).distinct().toList();
    }

    int frames() {
        return spans.stream().mapToInt(Span::frames).sum();
    }

    private static State state(int number, Caption caption, int frame, int popFrames) {
        for (int w = 0; w < caption.words().size(); w++) {
            Caption.Word word = caption.words().get(w);
            if (frame >= word.from() && frame < word.to()) {
                return new State(number, w, Math.min(frame - word.from(), popFrames - 1));
            }
        }
        return new State(number, -1, 0);
    }

    private static void add(List<Span> spans, State state, int frames) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).state.equals(state)) {
            spans.set(last, new Span(state, spans.get(last).frames + frames));
        } else if (frames > 0) {
            spans.add(new Span(state, frames));
        }
    }
}
