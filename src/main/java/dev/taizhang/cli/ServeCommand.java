package dev.taizhang.cli;

import dev.taizhang.publish.server.SiteServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a site on this machine. */
@Command(
    name = "serve",
    description = {
      "Shows a site at an address of this machine (127.0.0.1), until Ctrl+C. No other machine can",
      "open it. What is published meanwhile is shown when a page is loaded anew."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--site",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the site, as 'publish' and 'run' make it.")
  private Path site;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8420",
      description = "Port (default: ${DEFAULT-VALUE}); 0 takes any that is free.")
  private int port;

  @Override
  public Integer call() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "There is no port %d. What to do: give --port a number from 0 to %d."
              .formatted(port, HIGHEST_PORT));
    }
    try (SiteServer server = SiteServer.start(site, port)) {
      spec.commandLine().getOut().println(server.address());
      spec.commandLine()
          .getErr()
          .println("serve: only this machine can open the address; Ctrl+C ends.");
      untilInterrupted();
    }
    return 0;
  }

  /** Ctrl+C ends the process, or the thread where a program calls. */
  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
