package dev.taizhang.publish.pages;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page in a third of its bytes: pages have few colours. */
final class SmallPicture {

  // As many as a byte can tell apart.
  private static final int COLOURS = 256;

  private SmallPicture() {}

  /** The picture with its most frequent colours, and the nearest of them in place of others. */
  static byte[] of(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    int[] palette = palette(pixels);
    BufferedImage small =
        new BufferedImage(
            width,
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int at = 0; at < pixels.length; at++) {
      int place = nearest.computeIfAbsent(pixels[at], colour -> nearest(palette, colour));
      small.getRaster().setSample(at % width, at / width, 0, place);
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ImageIO.write(small, "png", written);
    return written.toByteArray();
  }

  private static int[] palette(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Map.Entry<Integer, Integer>> frequent =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLOURS)
            .toList();
    return frequent.stream().mapToInt(Map.Entry::getKey).toArray();
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    for (int place = 1; place < palette.length; place++) {
      if (distance(palette[place], colour) < distance(palette[best], colour)) {
        best = place;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      distance += difference * difference;
    }
    return distance;
  }
}
