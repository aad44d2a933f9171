package dev.taizhang.release.export;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.release.export.ExportFiles.DataFile;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody reads first: which release it is, what each file holds, what symbols mean. */
final class Readme {

  private static final String TEMPLATE = "/export/README.md";

  private final Release release;
  private final Manifest manifest;
  private final List<DataFile> files;

  Readme(Release release, Manifest manifest, List<DataFile> files) {
    this.release = release;
    this.manifest = manifest;
    this.files = List.copyOf(files);
  }

  String text() {
    String text = template();
    text = filled(text, "zh", Label::zh);
    return filled(text, "en", Label::en);
  }

  private String filled(String template, String language, Function<Label, String> in) {
    return template
        .replace("{title_%s}".formatted(language), in.apply(Titles.of(release)))
        .replace("{state_%s}".formatted(language), in.apply(Titles.state(release)))
        .replace("{licence_%s}".formatted(language), in.apply(Titles.LICENCE))
        .replace("{checked_%s}".formatted(language), in.apply(checked()))
        .replace("{forgotten_%s}".formatted(language), in.apply(forgotten()))
        .replace("{files_%s}".formatted(language), files(in))
        .replace("{symbols_%s}".formatted(language), symbols(in))
        .replace("{release}", release.releaseId())
        .replace("{date}", release.asOfDate() + " (" + release.asOfKind() + ")")
        .replace("{plan}", release.plan())
        .replace("{policy}", release.policy())
        .replace("{version}", release.codeVersion())
        .replace("{shown}", Long.toString(release.figuresShown()))
        .replace("{withheld}", Long.toString(release.figuresWithheld()));
  }

  private Label checked() {
    return switch (manifest.root().path("checked").path("result").asText()) {
      case "passed" ->
          new Label(
              "已逐一攻击检验每个隐去的数：在已知信息下均推不出来。",
              "Every withheld figure was attacked, and none can be told from what may be known.");
      case "failed" ->
          new Label(
              "攻击检验未通过，不得公布。", "The attack on withheld figures succeeded: not to be given out.");
      case "undecided" -> new Label("攻击检验未得出结论。", "The attack on withheld figures came to no end.");
      default -> new Label("尚未做攻击检验。", "Withheld figures have not been attacked yet.");
    };
  }

  private Label forgotten() {
    return manifest.countsForgottenPeople()
        ? new Label(
            "发布之后有毕业生依法要求删除个人信息；汇总数不变。",
            "People have been forgotten by law since it was made; its counts stay as they are.")
        : new Label("无。", "None.");
  }

  private String files(Function<Label, String> in) {
    return files.stream()
        .map(
            file ->
                "| `%s` | %s | %d | `%s` |"
                    .formatted(
                        file.file(),
                        in.apply(file.table().title()),
                        file.rows(),
                        file.metadataFile()))
        .collect(Collectors.joining("\n"));
  }

  private static String symbols(Function<Label, String> in) {
    return Arrays.stream(Symbol.values())
        .map(
            symbol ->
                "| `%s` | %s | %s |"
                    .formatted(
                        symbol.code(), in.apply(symbol.meaning()), in.apply(symbol.reason())))
        .collect(Collectors.joining("\n"));
  }

  private static String template() {
    try (InputStream stream = Readme.class.getResourceAsStream(TEMPLATE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The text of " + TEMPLATE + " cannot be read", e);
    }
  }
}
