package dev.taizhang.errors;

/** The command cannot be carried out as it was given: a wrong setting, or no key. Exit code 2. */
public final class InvalidUsage extends TaizhangException {

  private static final long serialVersionUID = 1L;

  public InvalidUsage(String message) {
    this(message, null);
  }

  public InvalidUsage(String message, Throwable cause) {
    super(2, message, cause);
  }
}
