package dev.taizhang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells which releases there are. */
@Command(
    name = "list",
    description = "Shows the releases, what each withholds, and who approved it.")
final class ReleaseListCommand implements Callable<Integer> {

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(warehouse.location() + format.format());
  }
}
