package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user runs it; it needs neither Spark nor a key. */
class ServeTest {

  @TempDir Path site;

  @Test
  void addressIsPrintedAndAnsweredUntilTheCommandIsInterrupted() throws Exception {
    Files.writeString(site.resolve("index.html"), "a page");
    StringWriter err = new StringWriter();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    try (PipedReader pipe = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(pipe), true);
        BufferedReader lines = new BufferedReader(pipe)) {
      Thread command =
          new Thread(() -> ended.complete(execute(out, err, "--site", "" + site, "--port", "0")));
      command.start();
      URI address = URI.create(lines.readLine());
      assertTrue(address.toString().matches("http://127\\.0\\.0\\.1:\\d+/"), address::toString);
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertEquals("a page", page.body());
      command.interrupt();
      assertEquals(0, ended.get(10, TimeUnit.SECONDS), err.toString());
    }
    assertEquals(
        "serve: only this machine can open the address; Ctrl+C ends.", err.toString().strip());
  }

  @Test
  void folderWithoutASiteIsExitCode2() {
    StringWriter err = new StringWriter();
    assertEquals(2, execute(new PrintWriter(new StringWriter()), err, "--site", site.toString()));
    assertTrue(err.toString().startsWith("taizhang: There is no site in " + site), err.toString());
  }

  @Test
  void portThatCannotBeIsExitCode2() {
    StringWriter err = new StringWriter();
    int exitCode =
        execute(
            new PrintWriter(new StringWriter()), err, "--site", site.toString(), "--port", "70000");
    assertEquals(2, exitCode);
    assertTrue(
        err.toString()
            .contains("There is no port 70000. What to do: give --port a number from 0 to 65535."),
        err.toString());
  }

  private static int execute(PrintWriter out, StringWriter err, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Taizhang.commandLine().setOut(out).setErr(new PrintWriter(err, true)).execute(arguments);
  }
}
