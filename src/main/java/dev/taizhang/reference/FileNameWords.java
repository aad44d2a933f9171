package dev.taizhang.reference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words that the name of a file or folder may be shown with: those of {@code
 * file_name_words.csv}, shipped and the analyst's, and the names of the universities. Everything
 * else in such a name may be somebody's. No reading of a file depends on them, so that they are no
 * part of the reference data's fingerprint.
 *
 * @param words in normal form and lower case
 */
public record FileNameWords(Set<String> words) implements Serializable {

  private static final String FILE = "file_name_words.csv";

  public FileNameWords {
    words = Set.copyOf(words);
  }

  /**
   * Reads the words.
   *
   * @param directory the analyst's folder
   * @param universities whose names are such words, too
   * @throws dev.taizhang.errors.InvalidUsage when the analyst's file is wrong
   */
  public static FileNameWords load(
      Optional<String> directory, Collection<University> universities) {
    Set<String> words = new HashSet<>();
    new ReferenceFile(FILE, List.of("word"), directory.map(Path::of), ReferenceLoader.sha256())
        .read(row -> row.getField("word"), word -> word)
        .forEach(word -> words.add(NormalForm.header(word)));
    universities.forEach(university -> words.add(NormalForm.header(university.name())));
    words.remove("");
    return new FileNameWords(words);
  }
}
