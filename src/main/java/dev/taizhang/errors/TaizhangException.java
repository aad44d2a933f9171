package dev.taizhang.errors;

/**
 * Something that a person can put right. The message says what is wrong, why, and what to do; the
 * program prints it without a stack trace and ends with {@link #exitCode}.
 */
public abstract class TaizhangException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  TaizhangException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The process's exit code. */
  public int exitCode() {
    return exitCode;
  }
}
