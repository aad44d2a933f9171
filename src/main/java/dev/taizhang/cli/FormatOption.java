package dev.taizhang.cli;

import picocli.CommandLine.Option;

/** How an answer is printed. */
final class FormatOption {

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json (one object per line); ${DEFAULT-VALUE} by default.")
  private Format format;

  Format format() {
    return format;
  }
}
