package dev.taizhang.reference;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A folder with lists of an analyst, which each test writes. */
abstract class AnalystsFolder {

  @TempDir Path additions;

  ReferenceData loaded() {
    return ReferenceData.load(Optional.of(additions.toString()));
  }

  String errorMessage() {
    return assertThrows(InvalidUsage.class, this::loaded).getMessage();
  }

  Path write(String name, String content) throws IOException {
    return Files.writeString(additions.resolve(name), content);
  }
}
