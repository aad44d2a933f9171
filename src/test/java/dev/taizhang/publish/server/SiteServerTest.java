package dev.taizhang.publish.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteServerTest {

  private static final String PAGE = "<!doctype html><title>台账</title>";

  @TempDir Path folder;
  private Path site;
  private SiteServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() throws IOException {
    site = Files.createDirectories(folder.resolve("site"));
    write("index.html", PAGE);
    write("e-0a1b/app.js", "'use strict';");
    write("e-0a1b/style.css", "body {}");
    write("e-0a1b/data/university/10001.js", "taizhangData('x', {});");
    write("e-0a1b/empty.js", "");
    write("e-0a1b/.hidden.js", "hidden");
    write("notes.txt", "not of the site");
    Files.writeString(folder.resolve("secret.js"), "secret");
    server = SiteServer.start(site, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/index.html, text/html; charset=utf-8",
    "/e-0a1b/app.js, text/javascript; charset=utf-8",
    "/e-0a1b/style.css, text/css; charset=utf-8",
    "/e-0a1b/empty.js, text/javascript; charset=utf-8",
    "/e-0a1b/data/university/10001.js, text/javascript; charset=utf-8"
  })
  void filesOfTheSiteCarryTheirTypeAndStrictHeaders(String path, String type) throws Exception {
    HttpResponse<byte[]> response = get(path);
    assertEquals(200, response.statusCode());
    String name = path.equals("/") ? "index.html" : path.substring(1);
    assertArrayEquals(Files.readAllBytes(site.resolve(name)), response.body());
    Map<String, String> expected =
        Map.of(
            "Content-Type",
            type,
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
    expected.forEach((header, value) -> assertEquals(value, header(response, header)));
  }

  @Test
  void startPageIsAskedForEachTimeAndEditionsAreKept() throws Exception {
    assertEquals("no-cache", header(get("/"), "Cache-Control"));
    assertEquals(
        "private, max-age=31536000, immutable", header(get("/e-0a1b/app.js"), "Cache-Control"));
  }

  @Test
  void fileThatTheBrowserHasIsNotSentAgainUntilItChanges() throws Exception {
    String tag = header(get("/"), "ETag");
    HttpResponse<byte[]> unchanged = send(request("/").header("If-None-Match", tag));
    assertEquals(304, unchanged.statusCode());
    assertEquals(0, unchanged.body().length);

    write("index.html", PAGE + "<p>new");
    HttpResponse<byte[]> changed = send(request("/").header("If-None-Match", tag));
    assertEquals(200, changed.statusCode());
    assertFalse(tag.equals(header(changed, "ETag")));
  }

  @Test
  void headTellsTheSameWithoutTheFile() throws Exception {
    HttpResponse<byte[]> head = send(request("/").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(
        String.valueOf(PAGE.getBytes(StandardCharsets.UTF_8).length),
        header(head, "Content-Length"));
    assertEquals(header(get("/"), "ETag"), header(head, "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void nothingButReadingIsAllowed(String method) throws Exception {
    HttpResponse<byte[]> response = send(request("/").method(method, BodyPublishers.ofString("x")));
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD", header(response, "Allow"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notes.txt",
        "/e-0a1b",
        "/e-0a1b/",
        "/e-0a1b/data",
        "/e-0a1b/data/",
        "/e-0a1b/.hidden.js",
        "/../secret.js",
        "/e-0a1b/../notes.txt",
        "/e-0a1b/../../secret.js",
        "/e-0a1b/%2e%2e/%2e%2e/secret.js",
        "/e-0a1b/..%2f..%2fsecret.js",
        "/e-0a1b/..\\..\\secret.js",
        "/e-0a1b/%2e%2e%5c..%5csecret.js",
        "/e-0a1b/app.js%00.html",
        "//e-0a1b/app.js",
        "/e-0a1b//app.js",
        "/nothing.html",
        "/index.html/"
      })
  void whatIsNotOfTheSiteIsNotFound(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1", "Host: 127.0.0.1");
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
    assertFalse(answer.contains("secret"), answer);
    assertFalse(answer.contains("not of the site"), answer);
  }

  @Test
  void linksThatLeadOutAreNotFollowed() throws Exception {
    Files.createSymbolicLink(site.resolve("e-0a1b/link.js"), folder.resolve("secret.js"));
    Files.createSymbolicLink(site.resolve("e-linked"), folder);
    assertEquals(404, get("/e-0a1b/link.js").statusCode());
    assertEquals(404, get("/e-linked/secret.js").statusCode());
  }

  @Test
  void siteMayItselfBeALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("current"), site);
    try (SiteServer linked = SiteServer.start(link, 0)) {
      HttpRequest request = HttpRequest.newBuilder(linked.address()).build();
      assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "127.0.0.1:8420, 200",
    "localhost, 200",
    "localhost:9000, 200",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example:8420, 403",
    "localhost:8420@evil.example, 403",
    "0.0.0.0, 403"
  })
  void onlyTheNamesOfThisMachineAreAnswered(String host, int status) throws Exception {
    String answer = raw("GET / HTTP/1.1", "Host: " + host);
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertEquals(status == 200, answer.contains("doctype"), answer);
  }

  @Test
  void requestWithoutAHostIsRefused() throws Exception {
    assertFalse(raw("GET / HTTP/1.0").contains("doctype"));
  }

  @Test
  void noOtherAddressOfThisMachineAnswers() throws Exception {
    int port = server.address().getPort();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThrows(IOException.class, () -> new Socket(other, port).close(), other::toString);
    }
    assertEquals("127.0.0.1", server.address().getHost());
  }

  @Test
  void newEditionIsShownWithoutStartingAnew() throws Exception {
    write("e-2c3d/app.js", "'new';");
    write("index.html", "<!doctype html><title>new</title>");
    assertTrue(new String(get("/").body(), StandardCharsets.UTF_8).contains("new"));
    assertEquals(200, get("/e-2c3d/app.js").statusCode());
  }

  @Test
  void folderWithoutASiteIsToldWithWhatToDo() {
    InvalidUsage refused =
        assertThrows(InvalidUsage.class, () -> SiteServer.start(folder, 0).close());
    assertEquals(
        "There is no site in %1$s: it holds no index.html. What to do: check --site, or make one with 'taizhang publish --warehouse DIR --site %1$s'."
            .formatted(folder),
        refused.getMessage());
  }

  @Test
  void portThatIsTakenIsToldWithWhatToDo() {
    int taken = server.address().getPort();
    InvalidUsage refused =
        assertThrows(InvalidUsage.class, () -> SiteServer.start(site, taken).close());
    assertTrue(
        refused.getMessage().startsWith("Port " + taken + " of this machine cannot be had"),
        refused.getMessage());
    assertTrue(
        refused.getMessage().endsWith("--port 0 takes any that is free."), refused.getMessage());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().resolve(path).toString()));
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(name + " is not there");
  }

  /** The whole answer to a request that no client would send. */
  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
