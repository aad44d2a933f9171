package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/taizhang hands over to Java; a script stands for Java and says what it was given. */
class StartScriptTest {

  private static final String KEY = "a secret $HOME `of` \\ \"sixteen\" bytes";

  @TempDir Path project;

  @Test
  void keyReachesTheProgramAndNoEnvironment() throws IOException, InterruptedException {
    build();
    String told = start(KEY);
    assertTrue(told.contains("handed over: " + KEY + "\n"), told);
    assertTrue(told.contains("property: -Dtaizhang.key.from=/dev/fd/9\n"), told);
    assertFalse(told.contains("environment: TAIZHANG_KEY="), told);
    assertEquals(1, told.split("a secret", -1).length - 1, told);
  }

  @Test
  void withoutAKeyNothingIsHandedOver() throws IOException, InterruptedException {
    build();
    String told = start("");
    assertFalse(told.contains("taizhang.key.from"), told);
    assertTrue(told.contains("environment: TAIZHANG_KEY_FILE=/etc/taizhang.key\n"), told);
  }

  @Test
  void keyIsReadFromWhereItIsHandedOver() throws IOException {
    Path file = Files.writeString(project.resolve("key"), KEY + "\n", StandardCharsets.UTF_8);
    assertEquals(KEY, Environment.read(file.toString()));
    assertEquals("", Environment.read(""));
  }

  /** A Java of 25 or later does not start at all where its heap has no room for the archive. */
  @Test
  void archiveThatJavaRefusesUnderTheUsersOptionsIsLeftOut()
      throws IOException, InterruptedException {
    build();
    archiveOf("25.0.3");
    assertTrue(start("", "-Xmx8g").contains("argument: -XX:AOTCache="), "it is taken");
    assertFalse(start("", "-Xmx1m").contains("argument: -XX:AOTCache="), "it is refused");
    assertTrue(start("").contains("argument: -XX:AOTCache="), "the program's own options");
  }

  private void archiveOf(String version) throws IOException {
    Files.writeString(project.resolve("java/release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    Files.writeString(project.resolve("target/taizhang.jsa"), "");
    Files.writeString(
        project.resolve("target/taizhang.jsa.java"),
        project.resolve("java/bin/java").toRealPath().toString());
  }

  /** A project that is built, as far as the script can tell. */
  private void build() throws IOException {
    Files.createDirectories(project.resolve("bin"));
    Files.createDirectories(project.resolve("src/main"));
    Files.createDirectories(project.resolve("data/reference"));
    Files.createDirectories(project.resolve("target"));
    Files.copy(Path.of("bin/taizhang"), project.resolve("bin/taizhang"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("target/taizhang.jar"), "");
    Path classpath = Files.writeString(project.resolve("target/runtime.classpath"), "");
    Files.setLastModifiedTime(classpath, FileTime.from(Instant.now().plusSeconds(60)));
    Path java = project.resolve("java/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$*" in
          *warm-up*) exit 1 ;;
          *-Xmx1m*-version*) exit 1 ;;
          *-version*) exit 0 ;;
        esac
        env | sed 's/^/environment: /'
        for argument; do
          echo "argument: $argument"
          case $argument in
            -Dtaizhang.key.from=*)
              echo "property: $argument"
              printf 'handed over: %s\\n' "$(cat "${argument#*=}")"
              ;;
          esac
        done
        """,
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String start(String key) throws IOException, InterruptedException {
    return start(key, "");
  }

  private String start(String key, String options) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(List.of("sh", project.resolve("bin/taizhang").toString(), "status"));
    command.environment().put("JAVA_HOME", project.resolve("java").toString());
    command.environment().put("TAIZHANG_KEY", key);
    command.environment().put("TAIZHANG_JAVA_OPTS", options);
    command.environment().put("TAIZHANG_KEY_FILE", "/etc/taizhang.key");
    Process process = command.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    return told;
  }
}
