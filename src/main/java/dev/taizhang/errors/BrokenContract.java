package dev.taizhang.errors;

/** A contract or an invariant does not hold. Exit code 4. */
public final class BrokenContract extends TaizhangException {

  private static final long serialVersionUID = 1L;

  public BrokenContract(String message) {
    this(message, null);
  }

  public BrokenContract(String message, Throwable cause) {
    super(4, message, cause);
  }
}
