package dev.taizhang.publish.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.taizhang.publish.server.ServedSite.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers requests for the files of a site, and tells the browser to trust nothing else. */
final class SiteHandler implements HttpHandler {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private static final int NO_BODY = -1;
  private static final int ETAG_BYTES = 16;

  // A stranger's page can make its own name mean this machine (DNS rebinding), but not send another
  // name than its own. A forwarded port is another one than that of the server.
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?");

  private static final Map<String, String> STRICT =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  private final ServedSite folder;

  SiteHandler(ServedSite folder) {
    this.folder = folder;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      STRICT.forEach(exchange.getResponseHeaders()::set);
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !THIS_MACHINE.matcher(host).matches()) {
        refuse(exchange, FORBIDDEN, "Only http://127.0.0.1 and http://localhost are answered.");
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, METHOD_NOT_ALLOWED, "The site can be read only.");
      } else {
        answer(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
    Optional<SiteFile> found = folder.find(path);
    if (found.isEmpty()) {
      refuse(exchange, NOT_FOUND, "The site has no such file.");
      return;
    }
    SiteFile file = found.get();
    Headers headers = exchange.getResponseHeaders();
    String tag = tag(file.content());
    headers.set("ETag", tag);
    // An edition's folder is named after what it holds; the start page says which one is shown.
    headers.set(
        "Cache-Control", file.changes() ? "no-cache" : "private, max-age=31536000, immutable");
    headers.set("Content-Type", file.type());
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
    } else {
      send(exchange, OK, file.content());
    }
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    send(exchange, status, (why + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, NO_BODY);
    } else if (body.length == 0) {
      // A length of zero would mean one that is not known.
      exchange.sendResponseHeaders(status, NO_BODY);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** A name of the content, so that a browser can ask whether it changed. */
  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, ETAG_BYTES)) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
