package dev.taizhang.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.tables.Decisions.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecidedTest {

  private final List<Decision> decisions = new ArrayList<>();

  @Test
  void whatWasAskedForBeforeIsNoNewDecision() {
    ask("2025-06-30", "weekly", "official:2025-08-31");
    ask("2025-06-30", "weekly", "official:2025-08-31");
    ask("2025-08-31");

    assertDecisions(
        "plain 2025-06-30 null",
        "weekly null null",
        "official 2025-08-31 null",
        "plain 2025-08-31 null");
  }

  @Test
  void windowAskedForLastIsKeptByARequestWithoutOne() {
    ask("official:2025-08-31");
    ask("official:2025-08-31:3");
    ask("official:2025-08-31");
    ask("official:2025-08-31:3");

    assertDecisions("official 2025-08-31 null", "official 2025-08-31 3");
  }

  @Test
  void windowAskedForEarlierCanBeAskedForAgain() {
    ask("official:2025-08-31:3");
    ask("official:2025-08-31:5");
    ask("official:2025-08-31:3");

    assertDecisions("official 2025-08-31 3", "official 2025-08-31 5", "official 2025-08-31 3");
  }

  @Test
  void everyDecisionHasAnIdentityOfItsOwn() {
    ask("2025-08-31", "weekly", "official:2025-08-31:3", "official:2025-12-31:3");
    ask("official:2025-08-31:5");
    ask("official:2025-08-31:3");

    assertEquals(decisions.size(), decisions.stream().map(Decision::decisionId).distinct().count());
  }

  /** One run, a second after the one before. */
  private void ask(String... requests) {
    Instant now = Instant.EPOCH.plusSeconds(decisions.size());
    for (String request : requests) {
      Decided.newly(AsOfRequest.parse(request), decisions, now).ifPresent(decisions::add);
    }
  }

  private void assertDecisions(String... expected) {
    assertEquals(
        List.of(expected),
        decisions.stream()
            .map(one -> "%s %s %s".formatted(one.asOfKind(), one.asOfDate(), one.windowDays()))
            .toList());
  }
}
