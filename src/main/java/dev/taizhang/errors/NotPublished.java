package dev.taizhang.errors;

/** The tables are up to date, and what people open is not. Exit code 1. */
public final class NotPublished extends TaizhangException {

  private static final long serialVersionUID = 1L;

  public NotPublished(String message, Throwable cause) {
    super(1, message, cause);
  }
}
