package dev.taizhang.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Takes everything that is logged, by the program and by Spark, from INFO on. */
public final class LogCapture implements AutoCloseable {

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final Taking appender;

  private LogCapture() {
    this.appender = new Taking();
    appender.start();
    Configuration configuration = context.getConfiguration();
    for (LoggerConfig logger : configuration.getLoggers().values()) {
      appender.levels.put(logger, logger.getLevel());
      logger.setLevel(Level.INFO);
    }
    configuration.getRootLogger().addAppender(appender, Level.INFO, null);
    context.updateLoggers();
  }

  /** Takes log lines with their exceptions until it is closed. */
  public static LogCapture start() {
    return new LogCapture();
  }

  /** What was logged so far. */
  public List<String> lines() {
    synchronized (appender.lines) {
      return List.copyOf(appender.lines);
    }
  }

  @Override
  public void close() {
    context.getConfiguration().getRootLogger().removeAppender(appender.getName());
    appender.levels.forEach(LoggerConfig::setLevel);
    context.updateLoggers();
    appender.stop();
  }

  private static final class Taking extends AbstractAppender {

    private final List<String> lines = new ArrayList<>();
    private final Map<LoggerConfig, Level> levels = new HashMap<>();

    Taking() {
      super("capture", null, null, false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      String message = event.getMessage().getFormattedMessage();
      synchronized (lines) {
        lines.add(event.getThrown() == null ? message : message + " " + event.getThrown());
      }
    }
  }
}
