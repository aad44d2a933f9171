package dev.taizhang.cli;

import dev.taizhang.flow.GeneratedDocs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the documents that are generated from the contract and the flow. */
@Command(
    name = "docs",
    description =
        "Writes contract.csv, data-dictionary.md, data-flow.md and rules.md from the code.")
final class DocsCommand implements Callable<Integer> {

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    GeneratedDocs.write(out);
    return 0;
  }
}
