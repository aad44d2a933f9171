package dev.taizhang.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.support.Cases;
import dev.taizhang.tables.Files.KnownFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFilesTest {

  private static boolean hasChanged(String size, String second, String token, String knownToken) {
    LandingFile file =
        new LandingFile(
            Feed.LEDGER,
            "ledger/90001_20250608.csv",
            "",
            Long.parseLong(size),
            Instant.ofEpochSecond(Long.parseLong(second)),
            token);
    return KnownFiles.hasChanged(
        file, new KnownFile(file.path(), 100, Instant.ofEpochSecond(8), knownToken, "a"));
  }

  @Test
  void fileHasChangedWhereSizeTimeOrTokenDiffer() {
    assertEquals(
        List.of(),
        Cases.mismatches(
            one -> hasChanged(one[0], one[1], one[2], one[3]),
            // size | second | token | known token
            "100 | 8 | t | t | false",
            "101 | 8 | t | t | true",
            "100 | 9 | t | t | true",
            "100 | 8 | u | t | true",
            // A store without tokens, and a release that did not note them.
            "100 | 8 |   | t | false",
            "100 | 8 | t |   | false"));
  }
}
