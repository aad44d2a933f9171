package dev.taizhang.run;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Runner;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells at a glance that there is nothing to do: the commit with which a run gave the warehouse
 * free says which files it saw, under which settings, and how many commits each table had then.
 * Where all of that is the same, no table has to be read to know that all are up to date.
 *
 * @param outdated accepted submissions read under an older configuration
 * @param nothingUsable whether there are files and every one of them is rejected
 * @see <a href="../../../../../docs/adr/0022-nothing-new.md">ADR 0022</a>
 */
record UpToDateMark(long outdated, boolean nothingUsable) {

  private static final String OUTDATED = "outdated";
  private static final String NOTHING_USABLE = "nothing_usable";
  private static final String AS_OF = "as_of ";

  /**
   * What the run before left, where nothing has happened since.
   *
   * @param now {@link #text}
   * @param asOf figures asked for, which that run was asked for too
   */
  static Optional<UpToDateMark> unbroken(Warehouse warehouse, String now, List<AsOfRequest> asOf) {
    return warehouse
        .newestStamp(Lock.TABLE)
        .filter(stamp -> stamp.text().equals(now))
        .map(Stamp::parts)
        .filter(parts -> asOf.stream().allMatch(request -> parts.containsKey(AS_OF + request)))
        .map(
            parts ->
                new UpToDateMark(
                    Long.parseLong(parts.get(OUTDATED)),
                    Boolean.parseBoolean(parts.get(NOTHING_USABLE))));
  }

  /** The seal as the commit carries it. */
  Stamp stamp(String now, List<AsOfRequest> asOf) {
    Map<String, String> parts = new HashMap<>();
    parts.put(OUTDATED, Long.toString(outdated));
    parts.put(NOTHING_USABLE, Boolean.toString(nothingUsable));
    asOf.forEach(request -> parts.put(AS_OF + request, "asked for"));
    return new Stamp(now, parts);
  }

  /** Everything that decides whether there is something to do, as a short text. */
  static String text(
      Warehouse warehouse,
      Settings settings,
      PseudonymKey key,
      ReferenceData reference,
      List<LandingFile> files) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                "contract " + Warehouse.CONTRACT_VERSION,
                key.checkValue(),
                new TreeMap<>(Fingerprint.configurations(reference, settings.thresholds()))
                    .toString(),
                Runner.versions(Pipeline.STAGES, reference, settings.thresholds()).toString(),
                Boolean.toString(settings.reconform())));
    for (Table table : Pipeline.tables()) {
      if (!table.equals(Lock.TABLE) && !Pipeline.isOfReleases(table)) {
        parts.add(table.name() + " " + warehouse.commits(table));
      }
    }
    files.stream()
        .map(
            file ->
                String.join(
                    "|",
                    file.path(),
                    "" + file.byteSize(),
                    "" + file.modifiedAt(),
                    "" + file.changeToken()))
        .sorted()
        .forEach(parts::add);
    return Fingerprint.of(parts.toArray(String[]::new));
  }
}
