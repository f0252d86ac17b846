package dev.viralvideo.graphics;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Sets words into a box: wraps, scales down, and only when that does not help breaks a word. */
public final class TextFit {
    private static final double STEP = 0.96;
    private static final double WORTH = 0.8;
    private static final int ANY = Integer.MAX_VALUE;

    private final Face face;
    private final Lettering lettering;
    private final double width;
    private final double height;
    private final int maxLines;

    /** @param width and height: pixels of the box that no ink (with the lettering's margin) may leave */
    public TextFit(Face face, Lettering lettering, double width, double height, int maxLines) {
        this.face = face;
        this.lettering = lettering;
        this.width = width;
        this.height = height;
        this.maxLines = maxLines;
    }

    /** The words as large as they fit, at most of the lettering's size; empty when nothing of them can be drawn. */
    public Optional<TextBlock> set(List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            face.shape(words.get(i), lettering.tracking()).ifPresent(shape -> pieces.add(new Piece(index, shape)));
        }
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        return largest(pieces)
                .or(() -> shrink(size -> broken(pieces, size), lettering.size(), lettering.smallest(), maxLines))
                .or(() -> shrink(size -> broken(pieces, size), lettering.smallest(), 1, ANY));
    }

    /** Unbroken; with fewer lines where that costs little of the size: a title in five narrow lines reads badly. */
    private Optional<TextBlock> largest(List<Piece> pieces) {
        Optional<TextBlock> largest = shrink(size -> pieces, lettering.size(), lettering.smallest(), maxLines);
        if (largest.isEmpty()) {
            return largest;
        }
        double enough = Math.max(lettering.smallest(), largest.get().size() * WORTH);
        for (int lines = 1; lines < largest.get().lines(); lines++) {
            Optional<TextBlock> fewer = shrink(size -> pieces, largest.get().size(), enough, lines);
            if (fewer.isPresent()) {
                return fewer;
            }
        }
        return largest;
    }

    private Optional<TextBlock> shrink(DoubleFunction<List<Piece>> pieces, double from, double to, int lines) {
        for (double size = from; size > to * STEP; size *= STEP) {
            double tried = Math.max(size, to);
            Optional<TextBlock> block = arrange(pieces.apply(tried), tried, lines);
            if (block.isPresent()) {
                return block;
            }
        }
        return Optional.empty();
    }

    private Optional<TextBlock> arrange(List<Piece> pieces, double size, int lines) {
        double scale = size / Face.UNITS;
        double margin = lettering.margin() * size;
        double[] widths = pieces.stream()
                .mapToDouble(piece -> piece.shape.advance() * scale)
                .toArray();
        LineBreaks breaks = new LineBreaks(widths, (face.space() + lettering.space()) * size);
        // more lines than this cannot fit, and finding even breaks for a thousand would take long
        int most = (int) Math.min(lines, height / (lettering.leading() * size) + 2);
        return breaks.within(width - 2 * margin, most)
                .map(ends -> place(pieces, widths, breaks, ends, size))
                .filter(block -> fits(block.ink(), margin))
                .map(block -> inside(block, margin));
    }

    private boolean fits(Rectangle2D ink, double margin) {
        return ink.getWidth() + 2 * margin <= width && ink.getHeight() + 2 * margin <= height;
    }

    /** Letters may reach beyond their own width (a J to the left, an italic f to the right): moves them back in. */
    private TextBlock inside(TextBlock block, double margin) {
        Rectangle2D ink = block.ink();
        double move = Math.max(0, margin - ink.getMinX()) - Math.max(0, ink.getMaxX() - (width - margin));
        return move == 0 ? block : block.at(move, block.top());
    }

    private TextBlock place(List<Piece> pieces, double[] widths, LineBreaks breaks, List<Integer> ends, double size) {
        boolean rightToLeft =
                pieces.stream().filter(piece -> piece.shape.rightToLeft()).count() * 2 > pieces.size();
        double margin = lettering.margin() * size;
        double space = (face.space() + lettering.space()) * size;
        double step = lettering.leading() * size;
        List<TextBlock.Word> words = new ArrayList<>();
        int from = 0;
        for (int line = 0; line < ends.size(); line++) {
            double free = width - 2 * margin - breaks.width(from, ends.get(line));
            double left = margin + (lettering.centred() ? free / 2 : rightToLeft ? free : 0);
            double right = left + breaks.width(from, ends.get(line));
            for (int i = from; i < ends.get(line); i++) {
                AffineTransform move =
                        AffineTransform.getTranslateInstance(rightToLeft ? right - widths[i] : left, line * step);
                move.scale(size / Face.UNITS, size / Face.UNITS);
                words.add(new TextBlock.Word(
                        pieces.get(i).index,
                        line,
                        move.createTransformedShape(pieces.get(i).shape.outline())));
                left += widths[i] + space;
                right -= widths[i] + space;
            }
            from = ends.get(line);
        }
        double capHeight = face.capHeight() * size;
        return new TextBlock(size, ends.size(), -capHeight, capHeight, step, words);
    }

    /** Words that are too wide even at the smallest size, in parts with a hyphen. */
    private List<Piece> broken(List<Piece> pieces, double size) {
        double limit = (width - 2 * lettering.margin() * size) / size * Face.UNITS;
        List<Piece> parts = new ArrayList<>();
        for (Piece piece : pieces) {
            addWithin(piece, limit, parts);
        }
        return parts;
    }

    private void addWithin(Piece piece, double limit, List<Piece> parts) {
        if (piece.shape.advance() <= limit) {
            parts.add(piece);
        } else {
            breakUp(piece, limit, parts);
        }
    }

    private double width(String text) {
        return face.shape(text, lettering.tracking()).map(WordShape::advance).orElse(0.0);
    }

    private void breakUp(Piece piece, double limit, List<Piece> parts) {
        String text = piece.shape.text();
        int hyphen = text.lastIndexOf('-', text.length() - 2);
        while (hyphen > 0 && width(text.substring(0, hyphen + 1)) > limit) {
            hyphen = text.lastIndexOf('-', hyphen - 1);
        }
        if (hyphen > 0) {
            // it has a place of its own to break at
            face.shape(text.substring(0, hyphen + 1), lettering.tracking())
                    .ifPresent(shape -> parts.add(new Piece(piece.index, shape)));
            face.shape(text.substring(hyphen + 1), lettering.tracking())
                    .ifPresent(shape -> addWithin(new Piece(piece.index, shape), limit, parts));
            return;
        }
        List<String> clusters = Face.clusters(text);
        // equal parts look intended, a single last letter does not
        int count = (int) Math.ceil(piece.shape.advance() / (limit * 0.92));
        int length = Math.max(1, (int) Math.ceil(clusters.size() / (double) count));
        for (int from = 0; from < clusters.size(); from += length) {
            int to = Math.min(clusters.size(), from + length);
            String part = String.join("", clusters.subList(from, to));
            boolean letters = to < clusters.size()
                    && part.codePoints().allMatch(Character::isAlphabetic)
                    && part.codePoints().noneMatch(Character::isIdeographic);
            face.shape(letters ? part + "-" : part, lettering.tracking())
                    .ifPresent(shape -> parts.add(new Piece(piece.index, shape)));
        }
    }

    private record Piece(int index, WordShape shape) {}
}
