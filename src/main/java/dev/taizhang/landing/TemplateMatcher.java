package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.landing.text.FileBytes;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.Template;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;

/** Names headers: a national export by its template, any other by its own hash. */
final class TemplateMatcher implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int HASH_DIGITS = 8;

  private final HashMap<String, String> idsByHeader = new HashMap<>();

  TemplateMatcher(List<Template> templates) {
    for (Template template : templates) {
      idsByHeader.put(
          normal(template.columns().stream().map(Template.Column::header).toList()), template.id());
    }
  }

  /** The template whose Chinese headers these are, all of them and in order; else their hash. */
  String template(List<String> header) {
    String normal = normal(header);
    String id = idsByHeader.get(normal);
    return id == null ? "columns-" + hash(normal) : id;
  }

  /** The headers in normal form, without the blank ones at the end. */
  private static String normal(List<String> header) {
    return header.stream().map(NormalForm::header).collect(joining("\n")).stripTrailing();
  }

  private static String hash(String text) {
    byte[] hash = FileBytes.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
  }
}
