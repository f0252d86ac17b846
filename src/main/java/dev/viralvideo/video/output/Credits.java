package dev.viralvideo.video.output;

import dev.viralvideo.stock.Licence;
import java.util.List;
import java.util.StringJoiner;

/** The credits as Markdown. Names, titles and addresses come from strangers: none of it can become markup. */
public final class Credits {
    private Credits() {}

    public static String markdown(String title, List<Credit> credits) {
        StringBuilder text = new StringBuilder("# Credits: " + escaped(title) + "\n\n");
        for (Credit credit : credits) {
            text.append("- **")
                    .append(escaped(credit.use()))
                    .append("**: ")
                    .append(line(credit))
                    .append("\n");
        }
        if (credits.stream().anyMatch(credit -> credit.licence().demandsCredit())) {
            text.append(
                    "\nThe works under Creative Commons licences were changed: cut, cropped, scaled and drawn over.\n");
        }
        ShareAlike.of(credits).ifPresent(licence -> text.append("\n**")
                .append(escaped(licence.statement()))
                .append("** ")
                .append(link(licence.name(), licence.url()))
                .append("\n"));
        return text.toString();
    }

    /** Plain lines for where the video is shown, each once: works whose licence or provider wants to be named there. */
    static List<String> lines(List<Credit> credits) {
        return credits.stream()
                .filter(credit ->
                        credit.licence().demandsCredit() || credit.licence().attribution() != null)
                .map(Credits::plain)
                .distinct()
                .toList();
    }

    private static String plain(Credit credit) {
        Licence licence = credit.licence();
        StringJoiner line = new StringJoiner(", ");
        boolean told = licence.attribution() != null;
        line.add(
                told
                        ? licence.attribution().replaceFirst("\\.$", "")
                        : credit.title() + (licence.author() == null ? "" : " by " + licence.author()));
        if (licence.demandsCredit()) {
            if (!told || !licence.attribution().contains(licence.name())) {
                line.add(licence.name());
            }
            if (licence.url() != null) {
                line.add(licence.url());
            }
            line.add("changed");
        }
        if (licence.pageUrl() != null) {
            line.add(licence.pageUrl());
        }
        return line.toString().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private static String line(Credit credit) {
        Licence licence = credit.licence();
        StringJoiner line = new StringJoiner(" · ");
        line.add(link(credit.title(), licence.pageUrl()));
        if (licence.author() != null) {
            line.add("by " + link(licence.author(), licence.authorUrl()));
        }
        line.add("from " + escaped(credit.source()));
        line.add(link(licence.name() == null ? licence.code() : licence.name(), licence.url()));
        if (licence.attribution() != null) {
            line.add(escaped(licence.attribution()));
        }
        return line.toString();
    }

    private static String link(String text, String url) {
        if (url == null || !url.matches("(?i)https?://[^\\p{Cntrl}\\s]+")) {
            return escaped(text);
        }
        String address = url.replace("%", "%25").replaceAll("%25([0-9A-Fa-f]{2})", "%$1");
        for (char c : "<>()[]\\`\"'*_|".toCharArray()) {
            address = address.replace(String.valueOf(c), String.format("%%%02X", (int) c));
        }
        return "[" + escaped(text) + "](" + address + ")";
    }

    static String escaped(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip()
                        .replaceAll("[\\\\`*_{}\\[\\]()<>#|~!&$@:]", "\\\\$0")
                        .replaceAll("(?i)www\\.", "www\\\\.");
    }
}
