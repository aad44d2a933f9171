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
 */
public record LandingFile(
    Feed feed, String path, String location, long byteSize, Instant modifiedAt)
    implements Serializable {

  /** The file's own name, without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
