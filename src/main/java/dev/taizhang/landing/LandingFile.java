package dev.taizhang.landing;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A file in the landing folder.
 *
 * @param feed the feed whose folder it is in
 * @param path path below the landing folder, in the form that may be kept and told: see {@link
 *     ShownNames}
 * @param location full path, for the file system, and for nobody else: it may have names of people
 * @param byteSize size in bytes
 * @param modifiedAt modification time
 * @param changeToken what differs whenever the bytes may: the time of the last change of any kind,
 *     or the etag of an object; null where the store has neither
 */
public record LandingFile(
    Feed feed, String path, String location, long byteSize, Instant modifiedAt, String changeToken)
    implements Serializable {

  /** A file of a store without change tokens. */
  public LandingFile(Feed feed, String path, String location, long byteSize, Instant modifiedAt) {
    this(feed, path, location, byteSize, modifiedAt, null);
  }

  // Per byte, reading a workbook takes this many times as long as text; measured in ADR 0011.
  private static final Map<String, Integer> EFFORTS =
      Map.of("xlsx", 12, "xlsm", 12, "xls", 5, "et", 5, "htm", 4, "html", 4);

  /** About how long the file takes to read, in bytes of text, as far as its name tells. */
  public long effort() {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return byteSize * EFFORTS.getOrDefault(ending, 1);
  }

  /**
   * What files have in common that may be one submission, which their bytes decide: feed,
   * submitter, date and size.
   */
  public String mayBeSameAs() {
    return FileName.read(feed, nameInFolder()) instanceof FileName.Read read
        ? String.join(
            "|",
            feed.id(),
            read.name().submitterCode(),
            read.name().snapshotDate().toString(),
            Long.toString(byteSize))
        : path;
  }

  /** The file's own name, without folders, in the form that may be kept and told. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name that the file has in its folder. */
  String nameInFolder() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The same file under another path. */
  LandingFile at(String otherPath) {
    return new LandingFile(feed, otherPath, location, byteSize, modifiedAt, changeToken);
  }
}
