package dev.taizhang.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which release of which warehouse a command is about. */
final class ReleaseOption {

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--release",
      required = true,
      paramLabel = "ID",
      description = "The release's id; 'taizhang release list' has it.")
  private String id;

  String warehouse() {
    return warehouse.location();
  }

  String id() {
    return id;
  }
}
