package dev.taizhang.cli;

import picocli.CommandLine.Option;

/** Where the tables are. */
final class WarehouseOption {

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the Delta tables; 'run' creates it if it is missing.")
  private String location;

  String location() {
    return location;
  }
}
