package dev.taizhang.release.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an audit of a release came to. It names no figure and no count of any: it goes out with the
 * release.
 *
 * @param result what it came to
 * @param requiredCounts how many counts must be possible of a withheld figure
 * @param wholeUpTo of up to so many graduates nobody and everybody must be among them
 * @param withheld figures that the release withholds or rounds, all of which were attacked
 * @param universities whose insiders attacked
 * @param attacks who attacked, and what each found
 */
public record Audited(
    Result result,
    int requiredCounts,
    long wholeUpTo,
    long withheld,
    int universities,
    List<Attacked> attacks) {

  /** What an audit came to. */
  public enum Result {
    PASSED,
    /** A figure gives somebody away. */
    FAILED,
    /** Of some figures nobody knows yet. */
    UNDECIDED,
    /** The policy withholds nothing, so that there is nothing to attack. */
    NOT_ATTACKED;

    /** As the manifest writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one attacker found.
   *
   * @param knowledgeEn who attacked, by what they know
   * @param knowledgeZh the same in Chinese
   * @param figures figures attacked; for insiders, pairs of one of them and a figure
   * @param inIntegers of these, settled by whole numbers
   * @param bounded shown to be too narrow by a part of what is known
   * @param byProgrammes settled by linear programmes
   * @param undecided left when the time was over
   * @param breaches figures that give somebody away
   * @param smallestWidth fewest counts that were shown to be possible; empty where nothing was
   *     attacked
   */
  public record Attacked(
      String knowledgeEn,
      String knowledgeZh,
      long figures,
      long inIntegers,
      long bounded,
      long byProgrammes,
      long undecided,
      long breaches,
      OptionalLong smallestWidth) {

    private static Attacked read(JsonNode node) {
      return new Attacked(
          node.path("knowledge_en").asText(),
          node.path("knowledge_zh").asText(),
          node.path("figures").asLong(),
          node.path("in_integers").asLong(),
          node.path("bounded").asLong(),
          node.path("by_programmes").asLong(),
          node.path("undecided").asLong(),
          node.path("breaches").asLong(),
          width(node));
    }

    private void write(ObjectNode node) {
      node.put("knowledge_en", knowledgeEn);
      node.put("knowledge_zh", knowledgeZh);
      node.put("figures", figures);
      node.put("in_integers", inIntegers);
      node.put("bounded", bounded);
      node.put("by_programmes", byProgrammes);
      node.put("undecided", undecided);
      node.put("breaches", breaches);
      write(node, smallestWidth);
    }

    private static void write(ObjectNode node, OptionalLong width) {
      if (width.isPresent()) {
        node.put(WIDTH, width.getAsLong());
      } else {
        node.putNull(WIDTH);
      }
    }
  }

  private static final String WIDTH = "smallest_width";

  public Audited {
    requireNonNull(result, "result");
    attacks = List.copyOf(attacks);
  }

  /** Fewest counts that were shown to be possible of any figure; empty where none was attacked. */
  public OptionalLong smallestWidth() {
    return attacks.stream().flatMapToLong(attack -> attack.smallestWidth().stream()).min();
  }

  /** Figures that nobody knows of yet, over all attackers. */
  public long undecided() {
    return attacks.stream().mapToLong(Attacked::undecided).sum();
  }

  static Audited read(JsonNode node) {
    List<Attacked> attacks = new ArrayList<>();
    node.path("attacks").forEach(one -> attacks.add(Attacked.read(one)));
    return new Audited(
        Result.valueOf(node.path("result").asText().toUpperCase(Locale.ROOT)),
        node.path("required_counts").asInt(),
        node.path("whole_up_to").asLong(),
        node.path("withheld_figures").asLong(),
        node.path("universities").asInt(),
        attacks);
  }

  private static OptionalLong width(JsonNode node) {
    return node.path(WIDTH).isNumber()
        ? OptionalLong.of(node.path(WIDTH).asLong())
        : OptionalLong.empty();
  }

  void write(ObjectNode node) {
    node.put("result", result.code());
    node.put("required_counts", requiredCounts);
    node.put("whole_up_to", wholeUpTo);
    node.put("withheld_figures", withheld);
    node.put("universities", universities);
    ArrayNode written = node.putArray("attacks");
    attacks.forEach(one -> one.write(written.addObject()));
    Attacked.write(node, smallestWidth());
  }
}
