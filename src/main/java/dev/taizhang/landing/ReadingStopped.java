package dev.taizhang.landing;

/** Ends the reading of a file that exceeds a limit or contradicts itself; never leaves the room. */
final class ReadingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  ReadingStopped(Rejection rejection) {
    super(rejection.code(), null, false, false);
    this.rejection = rejection;
  }

  Rejection rejection() {
    return rejection;
  }
}
