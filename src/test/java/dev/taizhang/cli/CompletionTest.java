package dev.taizhang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.Cli;
import org.junit.jupiter.api.Test;

class CompletionTest {

  @Test
  void shellLearnsCommandsAndOptionsButNotWhatIsHidden() {
    Cli.Result result = Cli.run("generate-completion");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("complete -F _complete_taizhang"), result.out());
    for (String word :
        new String[] {"demo", "serve", "generate", "query", "--warehouse", "--job"}) {
      assertTrue(result.out().contains(word), word);
    }
    assertFalse(result.out().contains("warm-up"));
  }
}
