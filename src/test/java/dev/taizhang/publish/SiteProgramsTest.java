package dev.taizhang.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The tests of the site's modules in src/test/web, which node runs by itself. */
class SiteProgramsTest {

  @Test
  void modulesOfTheSitePassTheirOwnTests() throws Exception {
    assumeTrue(release() >= 20, "node 20 or later is not here");
    Process node =
        new ProcessBuilder("node", "--test", "src/test/web/").redirectErrorStream(true).start();
    String told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(node.waitFor(1, TimeUnit.MINUTES), told);
    assertEquals(0, node.exitValue(), told);
    assertTrue(told.contains("pass"), told);
  }

  /** The release of node; 0 where there is none. */
  private static int release() throws InterruptedException {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return node.waitFor() == 0 ? Integer.parseInt(told.replaceAll("^v(\\d+).*\\s*$", "$1")) : 0;
    } catch (IOException absent) {
      return 0;
    }
  }
}
