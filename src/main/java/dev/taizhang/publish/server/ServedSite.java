package dev.taizhang.publish.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a folder is a site: its start page and what its folders of editions hold. Nothing else
 * that lies there is found, however it is asked for.
 *
 * @param root the folder
 */
record ServedSite(Path root) {

  static final String START_PAGE = "index.html";

  // No name begins with a dot, so that none leads upwards or to what the system hides.
  private static final Pattern PATH =
      Pattern.compile("/(?:|index\\.html|e-[\\w-]+(?:/[\\w-][\\w.-]*)+)");

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  /**
   * A file of the site.
   *
   * @param content what it holds
   * @param type its content type
   * @param changes whether a publication may put another in its place
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, sent once, compared with nothing.
  record SiteFile(byte[] content, String type, boolean changes) {}

  /**
   * The file of a path.
   *
   * @param path of an address, decoded
   * @return empty where the site has none
   */
  Optional<SiteFile> find(String path) throws IOException {
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    String name = path.equals("/") ? START_PAGE : path.substring(1);
    Path file = root.resolve(name);
    try {
      if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root.toRealPath())) {
        return Optional.empty();
      }
      return Optional.of(
          new SiteFile(Files.readAllBytes(file), type(name), name.equals(START_PAGE)));
    } catch (NoSuchFileException e) {
      // A publication has just removed the folder.
      return Optional.empty();
    }
  }

  private static String type(String name) {
    return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN_TYPE);
  }
}
