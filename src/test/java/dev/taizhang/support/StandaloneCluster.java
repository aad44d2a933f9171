package dev.taizhang.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark's on this machine: a master and two workers of one core, each a
 * process, started from the program's own jars.
 */
public final class StandaloneCluster implements AutoCloseable {

  private static final int WORKERS = 2;

  private final Path folder;
  private final Path sparkHome;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path folder, Path sparkHome, int port) {
    this.folder = folder;
    this.sparkHome = sparkHome;
    this.port = port;
  }

  /** Starts one that leaves its files in a folder. */
  public static StandaloneCluster start(Path folder) throws IOException {
    Path sparkHome = Files.createDirectories(folder.resolve("spark-home"));
    layOut(sparkHome);
    StandaloneCluster cluster = new StandaloneCluster(folder, sparkHome, freePort());
    cluster.launch(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "localhost",
        "--port",
        Integer.toString(cluster.port),
        "--webui-port",
        "0");
    for (int worker = 1; worker <= WORKERS; worker++) {
      cluster.launch(
          "worker" + worker,
          "org.apache.spark.deploy.worker.Worker",
          cluster.master(),
          "--host",
          "localhost",
          "--cores",
          "1",
          "--memory",
          "2g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve("work" + worker).toString());
    }
    return cluster;
  }

  /** Its address. */
  public String master() {
    return "spark://localhost:" + port;
  }

  /** The processes that work for an application now. */
  public List<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(process -> process.toHandle().descendants())
        .filter(
            handle ->
                handle
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                    .isPresent())
        .toList();
  }

  /** The folder of jars that Spark's programs run from, as bin/spark-home makes it. */
  private static void layOut(Path sparkHome) throws IOException {
    Path jars = Files.createDirectories(sparkHome.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(path)) {
        jar(path, jars.resolve("classes-" + jars.toFile().list().length + ".jar"));
      } else if (Files.exists(path)) {
        Path link = jars.resolve(path.getFileName());
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, path);
        }
      }
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream stream = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(stream);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  private void launch(String name, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("bin", "spark.jvmargs").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                sparkHome.resolve("jars") + File.separator + "*"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    processes.add(builder.start());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
