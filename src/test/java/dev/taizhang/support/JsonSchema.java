package dev.taizhang.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The part of JSON Schema that the project's own schema uses; any other word of one is refused. */
public final class JsonSchema {

  private static final List<String> WORDS =
      List.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "enum",
          "pattern",
          "minimum",
          "items",
          "required",
          "properties",
          "additionalProperties");

  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  private JsonSchema(JsonNode root) {
    this.root = root;
  }

  /** What of a document is not as a schema says, each with its place. */
  public static List<String> problems(Path schema, JsonNode document) throws IOException {
    JsonSchema one = new JsonSchema(new ObjectMapper().readTree(Files.readString(schema)));
    one.check(one.root, document, "");
    return one.problems;
  }

  private void check(JsonNode schema, JsonNode node, String place) {
    schema
        .fieldNames()
        .forEachRemaining(
            word -> {
              if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("A word of JSON Schema not known here: " + word);
              }
            });
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().replace("#/$defs/", "");
      check(root.get("$defs").get(name), node, place);
    }
    require(!schema.has("type") || types(schema).anyMatch(type -> is(type, node)), place, "type");
    require(
        !schema.has("enum") || stream(schema.get("enum")).anyMatch(node::equals), place, "enum");
    require(
        !schema.has("pattern") || node.asText().matches(schema.get("pattern").asText()),
        place,
        "pattern");
    require(
        !schema.has("minimum") || node.asDouble() >= schema.get("minimum").asDouble(),
        place,
        "minimum");
    if (node.isArray() && schema.has("items")) {
      for (int i = 0; i < node.size(); i++) {
        check(schema.get("items"), node.get(i), place + "/" + i);
      }
    }
    if (node.isObject()) {
      checkObject(schema, node, place);
    }
  }

  private void checkObject(JsonNode schema, JsonNode node, String place) {
    if (schema.has("required")) {
      stream(schema.get("required"))
          .forEach(name -> require(node.has(name.asText()), place, "lacks " + name.asText()));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode own = schema.path("properties").path(field.getKey());
      JsonNode others = schema.path("additionalProperties");
      String at = place + "/" + field.getKey();
      if (!own.isMissingNode()) {
        check(own, field.getValue(), at);
      } else if (others.isObject()) {
        check(others, field.getValue(), at);
      } else {
        require(!others.isBoolean() || others.asBoolean(), at, "is not known");
      }
    }
  }

  private void require(boolean holds, String place, String what) {
    if (!holds) {
      problems.add(place + ": " + what);
    }
  }

  private static Stream<String> types(JsonNode schema) {
    JsonNode type = schema.get("type");
    return type.isArray() ? stream(type).map(JsonNode::asText) : Stream.of(type.asText());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static boolean is(String type, JsonNode node) {
    return switch (type) {
      case "object" -> node.isObject();
      case "array" -> node.isArray();
      case "string" -> node.isTextual();
      case "integer" -> node.isIntegralNumber();
      case "number" -> node.isNumber();
      case "boolean" -> node.isBoolean();
      case "null" -> node.isNull();
      default -> throw new IllegalArgumentException("A type not known here: " + type);
    };
  }
}
