package dev.taizhang.release.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.release.export.ExportFiles.DataFile;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.FigureSymbol;
import dev.taizhang.tables.published.ManifestParts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What programs read first: the files, and what each column is, as a Tabular Data Package.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-package/">its specification</a>
 */
final class DataPackage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");

  private final Release release;
  private final Manifest manifest;
  private final List<DataFile> files;

  DataPackage(Release release, Manifest manifest, List<DataFile> files) {
    this.release = release;
    this.manifest = manifest;
    this.files = List.copyOf(files);
  }

  String json() {
    ObjectNode root = JSON.createObjectNode();
    Label title = Titles.of(release);
    root.put("profile", "tabular-data-package");
    root.put("name", (release.isDraft() ? "draft-" : "") + "taizhang-" + release.releaseId());
    root.put("id", release.releaseId());
    root.put("title", title.zh() + " / " + title.en());
    root.put("description", Titles.state(release).en() + " " + Titles.LICENCE.en());
    root.put("created", release.createdAt().toString());
    sources(root.putArray("sources"));
    release(root.putObject("taizhang"));
    ArrayNode resources = root.putArray("resources");
    for (DataFile file : files) {
      data(resources.addObject(), file);
      metadata(resources.addObject(), file);
    }
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(INDENTED)
                      .withArrayIndenter(INDENTED))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written as JSON", e);
    }
  }

  /** Whose ledgers it was made of, without the names of files. */
  private void sources(ArrayNode sources) {
    sources
        .addObject()
        .put(
            "title",
            "Employment ledgers of %d universities, as of %s"
                .formatted(manifest.universities(), release.asOfDate()));
  }

  private void release(ObjectNode node) {
    node.put("release_id", release.releaseId());
    node.put("state", release.state());
    node.put("as_of_date", release.asOfDate().toString());
    node.put("as_of_kind", release.asOfKind());
    node.put("plan", release.plan());
    node.put("policy", release.policy());
    node.put("approved_by", release.approvedBy());
    node.put("approved_at", release.approvedAt() == null ? null : release.approvedAt().toString());
    node.put("code_version", release.codeVersion());
    node.put("licence_zh", Titles.LICENCE.zh());
    node.put("licence_en", Titles.LICENCE.en());
    node.set("checked", manifest.root().get("checked"));
    node.put(ManifestParts.FORGOTTEN, manifest.countsForgottenPeople());
  }

  private static void data(ObjectNode node, DataFile file) {
    ExportTable table = file.table();
    resource(node, file.file(), file.data(), table.title());
    node.put("description", table.published().table().grain());
    node.put("rows", file.rows());
    ObjectNode schema = node.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    table.columns().forEach(column -> field(fields.addObject(), column));
    ArrayNode missing = schema.putArray("missingValues").add("");
    Arrays.stream(FigureSymbol.values())
        .filter(symbol -> symbol != FigureSymbol.UNRELIABLE)
        .forEach(symbol -> missing.add(symbol.code()));
    ArrayNode key = schema.putArray("primaryKey");
    table.key().forEach(key::add);
  }

  private static void metadata(ObjectNode node, DataFile file) {
    Label title = file.table().title();
    resource(
        node,
        file.metadataFile(),
        file.metadata(),
        new Label(title.zh() + "：字段说明", title.en() + ": what the columns are"));
    ObjectNode schema = node.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    Metadata.COLUMNS.forEach(
        (name, meaning) ->
            fields.addObject().put("name", name).put("type", "string").put("description", meaning));
    schema.putArray("missingValues").add("");
    schema.putArray("primaryKey").add("col_name");
  }

  private static void resource(ObjectNode node, String file, String text, Label title) {
    byte[] bytes = ExportFiles.bytes(text);
    node.put("profile", "tabular-data-resource");
    node.put("name", file.replaceFirst("\\.csv$", ""));
    node.put("path", file);
    node.put("title", title.zh() + " / " + title.en());
    node.put("format", "csv");
    node.put("mediatype", "text/csv");
    node.put("encoding", "utf-8");
    node.putObject("dialect")
        .put("delimiter", ",")
        .put("lineTerminator", "\r\n")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("header", true);
    node.put("bytes", bytes.length);
    node.put("hash", "sha256:" + Fingerprint.of(bytes));
  }

  private static void field(ObjectNode node, ExportColumn column) {
    node.put("name", column.name());
    node.put("type", column.type());
    node.put("title", column.label().en());
    node.put("title_zh", column.label().zh());
    node.put("description", column.definition().en());
    node.put("description_zh", column.definition().zh());
    ObjectNode constraints = JSON.createObjectNode();
    if (column.isRequired()) {
      constraints.put("required", true);
    }
    if (!column.allowed().isEmpty()) {
      ArrayNode allowed = constraints.putArray("enum");
      column.allowed().forEach(allowed::add);
    }
    LOWEST.entrySet().stream()
        .filter(one -> one.getKey() == column.unit())
        .forEach(one -> constraints.put("minimum", one.getValue()));
    if (column.unit() == Unit.RATE || column.unit() == Unit.POINTS) {
      constraints.put("maximum", 1);
    }
    if (!constraints.isEmpty()) {
      node.set("constraints", constraints);
    }
  }

  private static final Map<Unit, Integer> LOWEST =
      Map.of(Unit.COUNT, 0, Unit.DAYS, 0, Unit.RATE, 0, Unit.POINTS, -1);
}
