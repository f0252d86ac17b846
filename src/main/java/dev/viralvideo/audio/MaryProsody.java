package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the voice livelier in MaryTTS's acoustic parameters: pace, shorter pauses than its 400 ms everywhere, and a
 * wider pitch range. The synthesiser follows these durations and pitches.
 *
 * @param rate       1 is the voice's own pace; 0.5 to 2
 * @param pitchRange 1 is the voice's own; how far pitch strays from its middle
 */
record MaryProsody(double rate, double pitchRange) {
    /** The synthesiser's frame: other durations are rounded to it and would drift from the word times. */
    static final int FRAME_MS = 5;

    /** Left after the last word, so that its sound can die away. */
    static final int TAIL_MS = 120;

    private static final int PHRASE_MS = 190;
    private static final int SENTENCE_MS = 380;
    private static final double LOWEST_HZ = 110;
    private static final double HIGHEST_HZ = 340;
    private static final Pattern PITCH = Pattern.compile("\\((\\d+),(\\d+)\\)");

    MaryProsody {
        if (!(rate >= 0.5 && rate <= 2)) {
            throw new IllegalArgumentException("speaking rate must be 0.5 to 2, is " + rate);
        }
    }

    void apply(Document acoustics) {
        List<Element> phones = elements(acoustics, "ph");
        double middle = middle(phones);
        for (Element phone : phones) {
            phone.setAttribute("d", String.valueOf(onFrames(Double.parseDouble(phone.getAttribute("d")) / rate)));
            phone.setAttribute("f0", PITCH.matcher(phone.getAttribute("f0")).replaceAll(at -> widened(at, middle)));
        }
        List<Element> boundaries = elements(acoustics, "boundary");
        for (int i = 0; i < boundaries.size(); i++) {
            boolean last = i == boundaries.size() - 1;
            boundaries.get(i).setAttribute("duration", String.valueOf(last ? TAIL_MS : pause(boundaries.get(i))));
        }
    }

    private int pause(Element boundary) {
        boolean sentence = boundary.getAttribute("breakindex").compareTo("5") >= 0;
        return onFrames((sentence ? SENTENCE_MS : PHRASE_MS) / rate);
    }

    private String widened(MatchResult at, double middle) {
        double hertz = Double.parseDouble(at.group(2));
        double wider = middle * StrictMath.pow(hertz / middle, pitchRange);
        return "(" + at.group(1) + "," + Math.round(Math.min(HIGHEST_HZ, Math.max(LOWEST_HZ, wider))) + ")";
    }

    private static double middle(List<Element> phones) {
        double sum = 0;
        int count = 0;
        for (Element phone : phones) {
            Matcher pitch = PITCH.matcher(phone.getAttribute("f0"));
            while (pitch.find()) {
                sum += StrictMath.log(Double.parseDouble(pitch.group(2)));
                count++;
            }
        }
        return count == 0 ? 200 : StrictMath.exp(sum / count);
    }

    private static int onFrames(double ms) {
        return Math.max(1, (int) Math.round(ms / FRAME_MS)) * FRAME_MS;
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
