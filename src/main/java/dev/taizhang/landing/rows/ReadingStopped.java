package dev.taizhang.landing.rows;

/**
 * Ends the reading of a file that exceeds a limit or contradicts itself; never leaves the rooms of
 * landing.
 */
public final class ReadingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public ReadingStopped(Rejection rejection) {
    super(rejection.code(), null, false, false);
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }
}
