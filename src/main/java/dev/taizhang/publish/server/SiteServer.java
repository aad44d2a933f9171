package dev.taizhang.publish.server;

import com.sun.net.httpserver.HttpServer;
import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows a site to the browsers of this machine and to nobody else. Whatever is published into the
 * folder meanwhile is shown when a page is loaded anew.
 */
public final class SiteServer implements AutoCloseable {

  // A browser opens six connections to a host.
  private static final int CONNECTIONS = 8;

  private final HttpServer server;
  private final ExecutorService threads;

  private SiteServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to answer; {@link #close} ends it.
   *
   * @param site folder of a site, as {@code publish} makes it
   * @param port 0 for any that is free
   * @throws InvalidUsage when there is no site in the folder, or the port cannot be had
   */
  public static SiteServer start(Path site, int port) {
    if (!Files.isRegularFile(site.resolve(ServedSite.START_PAGE))) {
      throw new InvalidUsage(
          "There is no site in %s: it holds no %s. What to do: check --site, or make one with"
                  .formatted(site, ServedSite.START_PAGE)
              + " 'taizhang publish --warehouse DIR --site %s'.".formatted(site));
    }
    // Else the system holds back each answer's last packet until the browser confirms the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetAddress thisMachine = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(thisMachine, port), 0);
      ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, SiteServer::thread);
      server.setExecutor(threads);
      server.createContext("/", new SiteHandler(new ServedSite(site)));
      server.start();
      return new SiteServer(server, threads);
    } catch (BindException e) {
      throw new InvalidUsage(
          "Port %d of this machine cannot be had (%s): another program, perhaps another 'taizhang"
                  .formatted(port, e.getMessage())
              + " serve', holds it. What to do: end that one, or choose another port with --port;"
              + " --port 0 takes any that is free.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The site cannot be served", e);
    }
  }

  /** Where the site is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "site");
    thread.setDaemon(true);
    return thread;
  }
}
