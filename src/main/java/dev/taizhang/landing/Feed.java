package dev.taizhang.landing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of file; its folder below the landing folder has the same name. */
public enum Feed {
  LEDGER,
  FOLLOW_UP,
  ASSISTANCE;

  /** Its folder and its name in the tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The feed of a folder. */
  public static Optional<Feed> of(String id) {
    return Arrays.stream(values()).filter(feed -> feed.id().equals(id)).findFirst();
  }
}
