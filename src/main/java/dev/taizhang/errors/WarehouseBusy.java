package dev.taizhang.errors;

/** Another run holds the warehouse. Exit code 6. */
public final class WarehouseBusy extends TaizhangException {

  private static final long serialVersionUID = 1L;

  public WarehouseBusy(String message) {
    this(message, null);
  }

  public WarehouseBusy(String message, Throwable cause) {
    super(6, message, cause);
  }
}
