package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.InventedProvince.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {

  @TempDir Path folder;

  private static Draft draft(Optional<String> roster, long placed) {
    return InventedProvince.of(
            ReferenceData.load(roster), new Part("90001", Set.of("none"), 200, placed))
        .draft("default", "suppress");
  }

  private static void release(Draft ran, Draft released) {
    Roster.requireThatOfTheRun(ran.date(), ran.source().rates(), released.people());
  }

  @Test
  void releaseByAnotherRosterThanThatOfTheRunIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("universities.csv"),
        "code,name,province_code,prefecture_code\n90001,甲大学,410000,410100\n");
    Draft ran = draft(Optional.of(folder.toString()), 150);
    InvalidUsage refused =
        assertThrows(InvalidUsage.class, () -> release(ran, draft(Optional.empty(), 150)));
    assertTrue(refused.getMessage().contains("give the same --reference"), refused.getMessage());
    assertDoesNotThrow(() -> release(ran, ran));
    // Where universities do not agree either, it is not the roster: a gate tells of it.
    assertDoesNotThrow(() -> release(ran, draft(Optional.empty(), 149)));
  }
}
