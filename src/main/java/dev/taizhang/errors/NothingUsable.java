package dev.taizhang.errors;

/** There is nothing to work on: no landing folder, or every file was rejected. Exit code 3. */
public final class NothingUsable extends TaizhangException {

  private static final long serialVersionUID = 1L;

  public NothingUsable(String message) {
    this(message, null);
  }

  public NothingUsable(String message, Throwable cause) {
    super(3, message, cause);
  }
}
