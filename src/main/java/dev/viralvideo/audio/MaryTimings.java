package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.Arrays;
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

    private MaryTimings(int words) {
        starts = new double[words];
        ends = new double[words];
        Arrays.fill(starts, -1);
    }

    /**
     * @param seconds length of the audio that was made of these parameters; the synthesiser rounds its five states a
     *                phone and strays from the parameters by a few milliseconds, which are spread here
     * @param offset  seconds of silence that lie before that audio
     */
    static List<WordTiming> of(Document acoustics, List<SpokenWord> words, double seconds, double offset) {
        MaryTimings timings = new MaryTimings(words.size());
        timings.walk(acoustics.getDocumentElement());
        return timings.named(words, timings.now == 0 ? 1 : seconds / timings.now, offset);
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
    private List<WordTiming> named(List<SpokenWord> words, double stretch, double offset) {
        List<WordTiming> timings = new ArrayList<>(starts.length);
        double last = 0;
        for (int i = 0; i < starts.length; i++) {
            double start = starts[i] < 0 ? last : starts[i];
            last = starts[i] < 0 ? last : ends[i];
            String written = words.get(i).written();
            timings.add(new WordTiming(written, rounded(offset + start * stretch), rounded(offset + last * stretch)));
        }
        return timings;
    }

    /** To the tenth of a millisecond: sums of 5 ms steps otherwise end in a dozen nines. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 10_000) / 10_000.0;
    }
}
