package dev.taizhang.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every site has besides its data: the page, its style and programs, and the charts of Apache
 * ECharts, whose licence stands at the head of its file.
 *
 * @param page the page, with {@link #PLACE} where the name of the edition's folder belongs
 * @param files the files of the edition's folder
 */
record SiteAssets(String page, SortedMap<String, byte[]> files) {

  /** Where the page names the folder of its edition. */
  static final String PLACE = "@EDITION@";

  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  SiteAssets {
    if (!page.contains(PLACE)) {
      throw new IllegalArgumentException("The page does not say where its edition belongs");
    }
    files = new TreeMap<>(files);
  }

  /** The assets of this release. */
  static SiteAssets shipped() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("app.css", resource("/site/app.css"));
    files.put("app.js", resource("/site/app.js"));
    files.put("echarts.min.js", resource(CHARTS));
    return new SiteAssets(new String(resource("/site/index.html"), StandardCharsets.UTF_8), files);
  }

  /** The page of an edition. */
  String page(String editionFolder) {
    return page.replace(PLACE, editionFolder);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = SiteAssets.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The program's file " + name + " cannot be read", e);
    }
  }
}
