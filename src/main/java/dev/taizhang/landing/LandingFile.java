package dev.taizhang.landing;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file in the landing folder.
 *
 * @param feed the feed whose folder it is in
 * @param path path below the landing folder
 * @param location full path, for the file system
 * @param byteSize size in bytes
 * @param modifiedAt modification time
 * @param changeToken what differs whenever the bytes may: the time of the last change of any kind,
 *     or the etag of an object; null where the store has neither
 */
public record LandingFile(
    Feed feed,
    String path,
    String location,
    long byteSize,
    Instant modifiedAt,
    String changeToken)
    implements Serializable {

  /** A file of a store without change tokens. */
  public LandingFile(
      Feed feed, String path, String location, long byteSize, Instant modifiedAt) {
    this(feed, path, location, byteSize, modifiedAt, null);
  }

  /** The file's own name, without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
