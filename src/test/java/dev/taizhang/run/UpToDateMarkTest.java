package dev.taizhang.run;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.config.Holding;
import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.config.Thresholds;
import dev.taizhang.decisions.Ruling;
import dev.taizhang.landing.Discovery;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.PlainSettings;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Decisions;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that has nothing to do is told so by the seal of the one before, and no other is. */
class UpToDateMarkTest {

  private static final PseudonymKey KEY = PseudonymKey.development();
  private static final String ASKED = "2025-06-01";
  private static final Thresholds OTHER_THRESHOLDS =
      new Thresholds(9, 6, 30, 0.1, 7, 0.05, 0, 2, Holding.DEFAULT);

  @TempDir static Path folder;

  private static Settings settings(boolean reconform, Thresholds thresholds, String... asOf) {
    Settings plain = PlainSettings.below(folder);
    return new Settings(
        plain.landing(),
        plain.warehouse(),
        plain.reference(),
        List.of(asOf).stream().map(AsOfRequest::parse).toList(),
        reconform,
        thresholds,
        plain.expectations());
  }

  private static Settings settings(String... asOf) {
    return settings(false, Thresholds.DEFAULT, asOf);
  }

  private static boolean isUnbroken(Settings settings, PseudonymKey key) {
    Warehouse warehouse = Warehouse.at(SharedSpark.session(), settings.warehouse());
    String now =
        UpToDateMark.text(
            warehouse,
            settings,
            key,
            ReferenceData.load(settings.reference()),
            ShownNames.of(FileNameWords.load(settings.reference(), List.of()), key)
                .shown(
                    Discovery.files(
                        settings.landing(),
                        SharedSpark.session().sparkContext().hadoopConfiguration())));
    return UpToDateMark.unbroken(warehouse, now, settings.asOf()).isPresent();
  }

  private static Run.Report run() {
    return Run.run(SharedSpark.session(), settings(ASKED), KEY, "test");
  }

  private static Path ledger() {
    return folder.resolve("landing/ledger/90001_20250601.csv");
  }

  @BeforeAll
  static void takeIn() throws IOException {
    Ledgers.write(
        folder.resolve("landing"), "90001_20250601.csv", HEADER, row("1", 2025, "0", "70"));
    Ledgers.write(folder.resolve("landing"), "没有代码.csv", HEADER, row("9", 2025, "0", "10"));
    assertFalse(isUnbroken(settings(), KEY), "there is no warehouse yet");
    run();
  }

  @Test
  void sameFilesUnderTheSameSettingsLeaveItUnbroken() {
    assertTrue(isUnbroken(settings(ASKED), KEY));
    assertTrue(isUnbroken(settings(), KEY));
  }

  @Test
  void otherSettingsBreakIt() {
    assertFalse(isUnbroken(settings("2025-06-08"), KEY));
    assertFalse(isUnbroken(settings("weekly"), KEY));
    assertFalse(isUnbroken(settings(true, Thresholds.DEFAULT), KEY));
    assertFalse(isUnbroken(settings(false, OTHER_THRESHOLDS), KEY));
    PseudonymKey other =
        PseudonymKey.fromEnvironment(
            Map.of("TAIZHANG_KEY", "another key, of sixteen bytes or more"));
    assertFalse(isUnbroken(settings(), other));
  }

  @Test
  void anotherFileBreaksIt() throws IOException {
    Path more = folder.resolve("landing/ledger/90001_20250608.csv");
    Files.copy(ledger(), more);
    assertFalse(isUnbroken(settings(), KEY));
    Files.delete(more);
    assertTrue(isUnbroken(settings(), KEY));
  }

  @Test
  void fileThatWasWrittenAgainBreaksIt() throws IOException {
    FileTime before = Files.getLastModifiedTime(ledger());
    Files.setLastModifiedTime(ledger(), FileTime.from(before.toInstant().plusSeconds(1)));
    assertFalse(isUnbroken(settings(), KEY));
    // That it has its old time again does not say that it has its old bytes.
    Files.setLastModifiedTime(ledger(), before);
    assertFalse(isUnbroken(settings(), KEY));
    run();
    assertTrue(isUnbroken(settings(), KEY));
  }

  @Test
  void runThatTrustsItTellsWhatTheOneBeforeToldOfAllFiles() {
    assertEquals(
        new Run.Report(List.of(), 2, 0, 0, List.of(), List.of(), 0, 0, List.of(), 0, false), run());
  }

  @Test
  void decisionBreaksIt() throws IOException {
    Settings copy = ofACopy();
    Ruling.record(
        SharedSpark.session(),
        copy.warehouse(),
        new Ruling.Request(
            Decisions.RETRACT, "90001_20250601.csv", Optional.empty(), "sent by mistake"),
        Optional.empty());
    assertFalse(isUnbroken(copy, KEY));
  }

  @Test
  void tableThatAnotherProgramWroteToBreaksIt() throws IOException {
    assertUpdateBreaksIt("intake/submissions", "reason = 'none'");
  }

  @Test
  void holderOfTheWarehouseBreaksIt() throws IOException {
    assertUpdateBreaksIt("ops/lock", "holder = 'another', heartbeat_at = current_timestamp()");
  }

  private static void assertUpdateBreaksIt(String table, String set) throws IOException {
    Settings copy = ofACopy();
    SharedSpark.session()
        .sql("UPDATE delta.`%s/%s` SET %s".formatted(copy.warehouse(), table, set));
    assertFalse(isUnbroken(copy, KEY));
  }

  /** Settings with a copy of the warehouse, for which the seal holds as well. */
  private static Settings ofACopy() throws IOException {
    Path copy = Files.createTempDirectory(folder, "copy");
    FileUtils.copyDirectory(Path.of(settings().warehouse()).toFile(), copy.toFile());
    Settings settings =
        new Settings(
            settings().landing(),
            copy.toString(),
            Optional.empty(),
            List.of(),
            false,
            Thresholds.DEFAULT,
            List.of());
    assertTrue(isUnbroken(settings, KEY));
    return settings;
  }
}
