package dev.taizhang.reference;

import java.io.Serializable;
import java.util.Set;

/**
 * One of the services that a standard promises to everybody without work (such as 1131: one policy
 * briefing, one guidance, three posts, one training).
 *
 * @param standard name of the standard
 * @param provinceCode province in which it holds; empty where it holds wherever none of its own
 *     does
 * @param fromYear first graduation year
 * @param toYear last graduation year; {@link Integer#MAX_VALUE} while it is in force
 * @param service the service, told apart from the others of the standard
 * @param measures codes of measures that are this service
 * @param least how often it is promised, at least once
 */
public record StandardService(
    String standard,
    String provinceCode,
    int fromYear,
    int toYear,
    String service,
    Set<String> measures,
    int least)
    implements Serializable {

  public StandardService {
    measures = Set.copyOf(measures);
    if (fromYear > toYear) {
      throw new IllegalArgumentException("Standard " + standard + " ends before it begins.");
    }
    if (least < 1) {
      throw new IllegalArgumentException(
          "Standard " + standard + " promises " + service + " not even once.");
    }
  }

  /** Whether the graduates of a year are among its cohorts. */
  public boolean includes(int graduationYear) {
    return fromYear <= graduationYear && graduationYear <= toYear;
  }

  /** What no two lines may say something different of. */
  String key() {
    return String.join(" ", provinceCode, Integer.toString(fromYear), standard, service).strip();
  }
}
