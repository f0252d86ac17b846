package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * When each written word is heard: every phone's and every pause's duration summed in order. (A phone's own end time
 * leaves pauses out.)
 */
final class MaryTimings {
    private final double[] starts;
    private final double[] ends;
    private double now;
    private int word;

    private MaryTimings(int words, double offset) {
        starts = new double[words];
        ends = new double[words];
        java.util.Arrays.fill(starts, -1);
        now = offset;
    }

    /** @param offset seconds of silence that will lie before the audio of these parameters */
    static List<WordTiming> of(Document acoustics, List<SpokenWord> words, double offset) {
        MaryTimings timings = new MaryTimings(words.size(), offset);
        timings.walk(acoustics.getDocumentElement());
        return timings.named(words, offset);
    }

    private void walk(Element element) {
        switch (element.getLocalName() == null ? element.getTagName() : element.getLocalName()) {
            case "t" -> {
                if (element.hasAttribute(MaryMarkup.WORD)) {
                    word = Integer.parseInt(element.getAttribute(MaryMarkup.WORD));
                }
                children(element);
            }
            case "ph" -> sound(Double.parseDouble(element.getAttribute("d")) / 1000);
            case "boundary" -> now += Double.parseDouble(element.getAttribute("duration")) / 1000;
            default -> children(element);
        }
    }

    private void children(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element next) {
                walk(next);
            }
        }
    }

    private void sound(double seconds) {
        if (starts[word] < 0) {
            starts[word] = now;
        }
        now += seconds;
        ends[word] = now;
    }

    /** A word that the voice left out, which our own spelling should prevent, gets the moment of its neighbour. */
    private List<WordTiming> named(List<SpokenWord> words, double offset) {
        List<WordTiming> timings = new ArrayList<>(starts.length);
        double last = offset;
        for (int i = 0; i < starts.length; i++) {
            double start = starts[i] < 0 ? last : starts[i];
            double end = starts[i] < 0 ? last : ends[i];
            timings.add(new WordTiming(words.get(i).written(), rounded(start), rounded(end)));
            last = end;
        }
        return timings;
    }

    /** To the tenth of a millisecond: sums of 5 ms steps otherwise end in a dozen nines. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 10_000) / 10_000.0;
    }
}
