package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.release.record.Audited.Attacked;
import dev.taizhang.release.record.Audited.Result;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NeedOfAuditTest {

  private static final Manifest UNAUDITED = Manifest.read("{\"checked\":null}");

  private static Manifest audited(Result result, long undecided) {
    return UNAUDITED.checked(
        new Audited(
            result,
            10,
            9,
            31,
            2,
            List.of(
                new Attacked(
                    "sizes", "人数", 31, 31 - undecided, 0, 0, undecided, 0, OptionalLong.of(2)))));
  }

  private static Manifest passed(Manifest manifest, boolean unaudited) {
    return NeedOfAudit.passed("2025-08-31-1", manifest, unaudited);
  }

  @Test
  void releaseThatPassedNeedsNothing() {
    Manifest manifest = audited(Result.PASSED, 0);

    assertEquals(manifest.json(), passed(manifest, false).json());
    assertFalse(passed(manifest, true).isApprovedUnaudited());
  }

  @Test
  void releaseThatNobodyAuditedPassesWithTheFlagAlone() {
    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> passed(UNAUDITED, false));

    assertTrue(refused.getMessage().contains("nobody has audited it"), refused.getMessage());
    assertTrue(
        refused.getMessage().contains("run 'taizhang release audit --release 2025-08-31-1', or"),
        refused.getMessage());
    assertTrue(passed(UNAUDITED, true).isApprovedUnaudited());
  }

  @Test
  void releaseWhoseAuditIsUndecidedPassesWithTheFlagAlone() {
    Manifest manifest = audited(Result.UNDECIDED, 3);

    InvalidUsage refused = assertThrows(InvalidUsage.class, () -> passed(manifest, false));

    assertTrue(
        refused.getMessage().contains("its audit left 3 figures undecided"), refused.getMessage());
    assertTrue(refused.getMessage().contains("with more --minutes"), refused.getMessage());
    assertTrue(passed(manifest, true).isApprovedUnaudited());
  }

  @Test
  void releaseThatFailedPassesInNoWay() {
    Manifest manifest = audited(Result.FAILED, 0);

    assertThrows(BrokenContract.class, () -> passed(manifest, false));
    assertThrows(BrokenContract.class, () -> passed(manifest, true));
  }

  @Test
  void auditIsReadFromTheManifestAsItWasWritten() {
    Audited audited = audited(Result.UNDECIDED, 3).checked().orElseThrow();

    assertEquals(
        Optional.of(audited), Manifest.read(audited(Result.UNDECIDED, 3).json()).checked());
    assertEquals(OptionalLong.of(2), audited.smallestWidth());
    assertEquals(3, audited.undecided());
    assertEquals(Optional.empty(), UNAUDITED.checked());
  }
}
