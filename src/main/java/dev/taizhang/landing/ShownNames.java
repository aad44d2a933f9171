package dev.taizhang.landing;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.NormalForm;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Names of files and folders as the warehouse and everybody who is told of them may have them.
 * Submitter, date, part and ending stay, with words of a list, dates and short numbers; all other
 * letters and digits may be somebody's name or number, and a keyed hash of eight digits stands for
 * them, such as {@code ledger/10001_20250608_~3f9a2c1b.csv}. A name in its shown form is shown as
 * it is.
 *
 * @see <a href="../../../../../docs/adr/0030-names-and-numbers.md">ADR 0030</a>
 */
public final class ShownNames {

  /** What stands for a text that is left out. */
  private static final Pattern MARK = Pattern.compile("~[0-9a-f]{8}");

  private static final int MARK_BYTES = 4;

  private static final Pattern BEGINNING = Pattern.compile("(?:\\d{5}|\\d{6}|\\d{10})_(\\d{8})");
  private static final Pattern ENDING =
      Pattern.compile(
          "\\.(?i:csv|tsv|txt|xlsx|xlsm|xlsb|xls|et|ett|htm|html|mht|dbf|ods|xml|json|docx?|wps|pdf|zip|rar|7z|gz|png|jpe?g|bak|md)$");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<mark>~[0-9a-f]{8})"
              // A submitter and a date, such as in the name of a folder.
              + "|(?<file>(?<![\\p{L}\\p{N}])\\d{5,6}_20[1-4]\\d(?:0[1-9]|1[0-2])[0-3]\\d(?![\\p{L}\\p{N}]))"
              + "|(?<parted>(?<![\\p{L}\\p{N}])\\d+(?:[-. +]{1,3}\\d+)+(?![\\p{L}\\p{N}]))"
              + "|(?<latin>[A-Za-z0-9\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A]+)"
              + "|(?<others>[\\p{L}\\p{M}\\p{N}]+?(?=[A-Za-z0-9\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A]|[^\\p{L}\\p{M}\\p{N}]|$))");
  // A year, a month of one or a day of one; birthdays of graduates lie before.
  private static final Pattern DATE =
      Pattern.compile(
          "20(?:1[5-9]|[2-4]\\d)(?:[-.]?(?:0?[1-9]|1[0-2])(?:[-.]?(?:[0-2]?\\d|3[01]))?)?");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,3}(?:[-. +]{1,3}\\d{1,2})?");
  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)\\d{0,3}|\\d{1,3}([a-z]*)");
  private static final Pattern ORDINAL =
      Pattern.compile("第[一二三四五六七八九十]{1,3}(?:批|次|周|版|稿|期|轮|部分|册|季度)");
  // What counts is no part of a name where a number stands before it and nothing unknown behind.
  private static final String COUNTED = "届年月日号周批次轮稿版班级期份季";
  private static final String KINDS = "表版稿册";

  private final Set<String> words;
  private final UnaryOperator<String> mark;

  private ShownNames(Set<String> words, UnaryOperator<String> mark) {
    this.words = words;
    this.mark = mark;
  }

  /** Names with these words, with hashes under this key. */
  public static ShownNames of(FileNameWords words, PseudonymKey key) {
    return new ShownNames(words.words(), text -> mark(text, key));
  }

  /** Names with these words, for who has no key; what is left out is {@code …}. */
  public static ShownNames of(FileNameWords words) {
    return new ShownNames(words.words(), text -> "…");
  }

  private static String mark(String text, PseudonymKey key) {
    if (MARK.matcher(text).matches()) {
      return text;
    }
    byte[] hash = key.mac().doFinal(("file name\0" + text).getBytes(StandardCharsets.UTF_8));
    return "~" + HexFormat.of().formatHex(hash, 0, MARK_BYTES);
  }

  /** Whether something is left out of a name or path. */
  public static boolean isShortened(String shown) {
    return MARK.matcher(shown).find();
  }

  /**
   * Whether a name that somebody gives is that of a file: in its shown form, or as it is in the
   * folder.
   *
   * @param key under which the shown name was made; without it, any text stands for what is left
   *     out
   */
  public static boolean isSame(String given, String shown, Optional<PseudonymKey> key) {
    return given.equals(shown) || isShownAs(given, shown, key);
  }

  private static boolean isShownAs(String given, String shown, Optional<PseudonymKey> key) {
    Matcher next = MARK.matcher(shown);
    if (!next.find()) {
      return given.equals(shown);
    }
    if (!given.startsWith(shown.substring(0, next.start()))) {
      return false;
    }
    String hash = next.group();
    for (int end = next.start() + 1; end <= given.length(); end++) {
      String left = given.substring(next.start(), end);
      if (key.map(one -> mark(left, one).equals(hash)).orElse(true)
          && isShownAs(given.substring(end), shown.substring(next.end()), key)) {
        return true;
      }
    }
    return false;
  }

  /** The files with paths in their shown form. */
  public List<LandingFile> shown(List<LandingFile> files) {
    return files.stream().map(file -> file.at(path(file.path()))).toList();
  }

  /**
   * The paths of a landing folder that are not shown as they are, by the form that they are shown
   * in: so finds a file who is told of it.
   */
  public SortedMap<String, String> pathsIn(String landing, Configuration configuration) {
    SortedMap<String, String> paths = new TreeMap<>();
    Discovery.files(landing, configuration).stream()
        .map(LandingFile::path)
        .filter(path -> !path(path).equals(path))
        .forEach(path -> paths.put(path(path), path));
    return paths;
  }

  /** The shown form of a path below the landing folder; its first folder is that of the feed. */
  public String path(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    for (int i = 0; i < parts.size(); i++) {
      boolean feed = i == 0 && parts.size() > 1 && isFeed(parts.get(0));
      if (!feed) {
        parts.set(i, name(parts.get(i)));
      }
    }
    return String.join("/", parts);
  }

  private static boolean isFeed(String folder) {
    return Stream.of(Feed.values()).anyMatch(feed -> feed.id().equals(folder));
  }

  /** The shown form of the name of a file or folder. */
  public String name(String name) {
    Matcher beginning = BEGINNING.matcher(name);
    int begin = beginning.lookingAt() && isDate(beginning.group(1)) ? beginning.end() : 0;
    Matcher ending = ENDING.matcher(name);
    int end = ending.find() && ending.start() >= begin ? ending.start() : name.length();
    return name.substring(0, begin) + free(name.substring(begin, end)) + name.substring(end);
  }

  private static boolean isDate(String digits) {
    try {
      LocalDate.parse(
          digits, DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** What people add to a name. */
  private String free(String text) {
    StringBuilder shown = new StringBuilder();
    StringBuilder left = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find()) {
      if (token.start() > end) {
        leaveOut(left, shown);
        shown.append(text, end, token.start());
      }
      boolean afterNumber = token.start() == end && end > 0 && isAsciiDigit(text.charAt(end - 1));
      boolean beforeNumber = token.end() < text.length() && isAsciiDigit(text.charAt(token.end()));
      String kept = token.group();
      if (token.group("others") != null) {
        addIdeographs(kept, afterNumber && left.isEmpty(), beforeNumber, shown, left);
      } else if (token.group("mark") != null) {
        leaveOut(left, shown);
        shown.append(mark.apply(kept));
      } else if (token.group("file") != null || isHarmless(kept)) {
        leaveOut(left, shown);
        shown.append(kept);
      } else {
        left.append(kept);
      }
      end = token.end();
    }
    leaveOut(left, shown);
    return shown.append(text, end, text.length()).toString();
  }

  private void leaveOut(StringBuilder left, StringBuilder shown) {
    if (!left.isEmpty()) {
      shown.append(mark.apply(left.toString()));
      left.setLength(0);
    }
  }

  private static boolean isAsciiDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private boolean isHarmless(String latin) {
    String normal = NormalForm.withoutSpaces(latin).toLowerCase(Locale.ROOT);
    if (DATE.matcher(normal).matches() || SHORT_NUMBER.matcher(latin).matches()) {
      return true;
    }
    Matcher numbered = NUMBERED.matcher(normal);
    if (!numbered.matches()) {
      return false;
    }
    String word = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
    return word.length() == 1 || words.contains(word);
  }

  /** Adds what is known of a text without gaps, and takes aside what is not. */
  private void addIdeographs(
      String text,
      boolean afterNumber,
      boolean beforeNumber,
      StringBuilder shown,
      StringBuilder left) {
    boolean[] known = known(NormalForm.withoutSpaces(text), afterNumber, beforeNumber);
    for (int i = 0; i < text.length(); i++) {
      if (known.length == text.length() && known[i]) {
        leaveOut(left, shown);
        shown.append(text.charAt(i));
      } else {
        left.append(text.charAt(i));
      }
    }
  }

  private boolean[] known(String text, boolean afterNumber, boolean beforeNumber) {
    boolean[] known = new boolean[text.length()];
    boolean[] begins = new boolean[text.length() + 1];
    begins[text.length()] = true;
    for (int i = 0; i < text.length(); ) {
      int length = longestWord(text, i);
      begins[i] = length > 0;
      for (int j = i; j < i + length; j++) {
        known[j] = true;
      }
      i += Math.max(1, length);
    }
    for (int i = 0; i < text.length(); i++) {
      boolean counted = i == 0 && afterNumber && COUNTED.indexOf(text.charAt(i)) >= 0;
      boolean kind = i > 0 && known[i - 1] && KINDS.indexOf(text.charAt(i)) >= 0;
      boolean ordinal = i == text.length() - 1 && beforeNumber && text.charAt(i) == '第';
      known[i] |= ((counted || kind) && begins[i + 1]) || ordinal;
    }
    return known;
  }

  /** The length of the longest word of the list that begins here; a word has two characters. */
  private int longestWord(String text, int begin) {
    Matcher ordinal = ORDINAL.matcher(text).region(begin, text.length());
    int longest = ordinal.lookingAt() ? ordinal.end() - begin : 0;
    for (int end = text.length(); end > begin + Math.max(1, longest); end--) {
      if (words.contains(text.substring(begin, end))) {
        return end - begin;
      }
    }
    return longest;
  }
}
