package dev.taizhang.errors;

import java.util.List;
import java.util.stream.Stream;

/** A disk is full. Exit code 1. */
public final class DiskFull extends TaizhangException {

  private static final long serialVersionUID = 1L;

  // Java repeats what the system says, in the language of the user.
  private static final List<String> SAID_BY_THE_SYSTEM =
      List.of(
          "No space left on device",
          "设备上没有空间",
          "Disk quota exceeded",
          "超出磁盘限额",
          "There is not enough space on the disk",
          "磁盘空间不足");

  public DiskFull(String message, Throwable cause) {
    super(1, message, cause);
  }

  /** Whether something failed because a disk, or somebody's share of it, is full. */
  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> SAID_BY_THE_SYSTEM.stream().anyMatch(message::contains));
  }
}
