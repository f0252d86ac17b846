package dev.viralvideo.media.illustration;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import dev.viralvideo.failure.Failure;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Draws an illustration at any size. */
public final class SvgPicture {
    private SvgPicture() {}

    /** @param size width and height in pixels */
    public static BufferedImage draw(Illustration illustration, int size) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        load(illustration).render((Component) null, g, new ViewBox(size, size));
        g.dispose();
        return picture;
    }

    private static SVGDocument load(Illustration illustration) {
        String resource = illustration.name() + ".svgz";
        try (InputStream packed = SvgPicture.class.getResourceAsStream(resource);
                InputStream svg = new GZIPInputStream(packed)) {
            return new SVGLoader().load(svg, null, LoaderContext.createDefault());
        } catch (IOException | NullPointerException e) {
            throw new Failure.Internal("the illustration cannot be read: " + resource, e);
        }
    }
}
