package dev.taizhang.config;

import dev.taizhang.errors.InvalidUsage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that somebody asks a run to keep.
 *
 * <p>{@code weekly} asks for the weekly trend. The trend is filled whether or not it is asked for,
 * so that the request changes no table: it says that nothing but the trend and the newest date is
 * wanted, and is recorded, so that a warehouse tells what its dashboards rely on.
 *
 * @param kind what is asked for
 * @param date the date; empty for the weekly trend
 * @param windowDays greatest distance, in days, of a slice that speaks on an official date; empty
 *     where none was given, which leaves a window that was given before
 */
public record AsOfRequest(Kind kind, Optional<LocalDate> date, Optional<Integer> windowDays) {

  /** What can be asked for. */
  public enum Kind {
    PLAIN("plain"),
    OFFICIAL("official"),
    WEEKLY("weekly");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The word for it in tables. */
    public String id() {
      return id;
    }
  }

  /** Last day to update outcomes, for the 初次 rate, and end of the year, for the 年终 rate. */
  private static final List<MonthDay> OFFICIAL_DAYS =
      List.of(MonthDay.of(8, 31), MonthDay.of(12, 31));

  private static final Pattern OFFICIAL_FORM =
      Pattern.compile("official:(?<date>[^:]*)(:(?<window>\\d{1,4}))?");

  public AsOfRequest {
    if (kind == Kind.OFFICIAL && !OFFICIAL_DAYS.contains(MonthDay.from(date.orElseThrow()))) {
      throw new IllegalArgumentException(
          "'official:"
              + date.get()
              + "' is not an official date; these are 31 August (初次) and 31 December (年终)");
    }
    int window = windowDays.orElse(0);
    if (window < 0 || window > Thresholds.GREATEST_OFFICIAL_WINDOW_DAYS) {
      throw new IllegalArgumentException(
          "the window of an official date must be 0 to %d days, not %d"
              .formatted(Thresholds.GREATEST_OFFICIAL_WINDOW_DAYS, window));
    }
  }

  /** Asks for the figures of a date. */
  public static AsOfRequest plain(LocalDate date) {
    return new AsOfRequest(Kind.PLAIN, Optional.of(date), Optional.empty());
  }

  /** Asks for the official figures of a date. */
  public static AsOfRequest official(LocalDate date, Optional<Integer> windowDays) {
    return new AsOfRequest(Kind.OFFICIAL, Optional.of(date), windowDays);
  }

  /** Asks for the weekly trend. */
  public static AsOfRequest weekly() {
    return new AsOfRequest(Kind.WEEKLY, Optional.empty(), Optional.empty());
  }

  /**
   * Reads a request as people write it: {@code 2025-06-30}, {@code weekly}, {@code
   * official:2025-08-31}, or {@code official:2025-08-31:3} with a window of 3 days.
   *
   * @throws IllegalArgumentException with what is wrong, for whoever wrote it
   */
  public static AsOfRequest parse(String text) {
    if (text.equals(Kind.WEEKLY.id())) {
      return weekly();
    }
    try {
      Matcher official = OFFICIAL_FORM.matcher(text);
      return official.matches()
          ? official(
              LocalDate.parse(official.group("date")),
              Optional.ofNullable(official.group("window")).map(Integer::valueOf))
          : plain(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not an as-of date; write 2025-06-30, official:2025-08-31,"
              + " official:2025-08-31:3 (window of 3 days) or weekly",
          e);
    }
  }

  /**
   * Checks what is asked for at once.
   *
   * @throws InvalidUsage when one official date is asked for with two windows
   */
  static void requireOneWindow(List<AsOfRequest> requests) {
    Map<LocalDate, Integer> windows = new HashMap<>();
    for (AsOfRequest request : requests) {
      if (request.windowDays().isPresent()) {
        LocalDate date = request.date().orElseThrow();
        int window = request.windowDays().get();
        Integer other = windows.putIfAbsent(date, window);
        if (other != null && other != window) {
          throw new InvalidUsage(
              "The official date %s was requested with two windows, %d and %d days; nothing was done. What to do: give one window."
                  .formatted(date, other, window));
        }
      }
    }
  }
}
