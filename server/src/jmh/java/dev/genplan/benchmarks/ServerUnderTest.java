package dev.genplan.benchmarks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A language server and what it is given to work on.
 *
 * @param name as it stands in the tables
 * @param command starts it
 * @param language the protocol's id of the language of its documents
 * @param extension of its documents, with the dot
 * @param plan makes a plan of so many lines
 * @param configuration answers what it asks for by section
 * @param renamed text whose first occurrence is the name to be renamed
 * @param renamedAt how many characters into that text the name begins
 */
record ServerUnderTest(
    String name,
    List<String> command,
    String language,
    String extension,
    IntFunction<String> plan,
    Function<String, JsonElement> configuration,
    String renamed,
    int renamedAt) {

  /**
   * @param launcher the project's
   */
  static ServerUnderTest genplan(Path launcher) {
    return new ServerUnderTest(
        "GenPlan",
        List.of(launcher.toString(), "lsp"),
        "genplan",
        ".genplan",
        lines -> GeneratedPlan.of(lines).text(),
        section -> section.equals("genplan") ? allRules() : new JsonObject(),
        "compute node",
        "compute ".length());
  }

  private static JsonObject allRules() {
    JsonObject lint = new JsonObject();
    lint.addProperty("profile", "all");
    JsonObject settings = new JsonObject();
    settings.add("lint", lint);
    return settings;
  }

  /**
   * The server that a team would use which writes its plans in YAML.
   *
   * @param program of yaml-language-server
   * @param schema a file with {@link YamlSchema}
   */
  static ServerUnderTest yaml(Path program, Path schema) {
    return new ServerUnderTest(
        "yaml-language-server",
        List.of("node", program.toString(), "--stdio"),
        "yaml",
        ".yaml",
        YamlPlan::of,
        section -> section.equals("yaml") ? yamlSettings(schema) : new JsonObject(),
        "&" + YamlPlan.anchor(),
        1);
  }

  private static JsonObject yamlSettings(Path schema) {
    JsonObject schemas = new JsonObject();
    schemas.addProperty(schema.toUri().toString(), "*.yaml");
    JsonObject store = new JsonObject();
    store.addProperty("enable", false);
    JsonObject settings = new JsonObject();
    settings.add("schemas", schemas);
    settings.add("schemaStore", store);
    settings.addProperty("validate", true);
    settings.addProperty("completion", true);
    settings.addProperty("hover", true);
    return settings;
  }
}
