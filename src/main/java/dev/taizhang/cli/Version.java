package dev.taizhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's release, which the build writes into a resource. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"taizhang " + number()};
  }

  static String number() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("/taizhang.properties")) {
      properties.load(stream);
    }
    return properties.getProperty("version");
  }
}
