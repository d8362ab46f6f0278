package dev.genplan.catalog;

import static dev.genplan.catalog.License.Permission.ALLOWED;
import static dev.genplan.catalog.License.Permission.CONDITIONAL;
import static dev.genplan.catalog.License.Permission.FORBIDDEN;
import static dev.genplan.catalog.License.Permission.UNKNOWN;

import dev.genplan.catalog.License.Naming;
import dev.genplan.catalog.License.Permission;
import dev.genplan.text.Localized;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The licenses that models and data sets usually come under. Identifiers are those of the hub's
 * list (huggingface/hub-docs, docs/hub/repositories-licenses.md at 242f4a1), to which the language
 * adds {@code proprietary} and {@code none}. A reading aid, not legal advice.
 */
public final class Licenses {

  private static final Source CC = Source.of("creativecommons.org/licenses");

  /**
   * What the first LLaMA weights came under. The hub has no identifier for it, so that its copies
   * there say {@code other}.
   */
  static final License LLAMA_1 =
      new Entry("other", "LLaMA license, non-commercial research", "LLaMA 许可（仅限非商业研究）")
          .commercial(FORBIDDEN)
          .attribution()
          .outputs(TrainingOnOutputs.UNKNOWN)
          .from(
              Source.of(
                  "LLaMA license agreement 2023-02; LLaMA model card, License and Intended use"));

  /** What OpenAI's models are offered under. */
  static final License OPENAI =
      new Entry("proprietary", "OpenAI terms of use", "OpenAI 使用条款")
          .derivatives(UNKNOWN)
          .restricted()
          .outputs(TrainingOnOutputs.NOT_COMPETING)
          .from(Source.of("openai.com/policies/terms-of-use"));

  private static final List<License> ALL =
      List.of(
          permissive("apache-2.0", "Apache License 2.0"),
          permissive("mit", "MIT License"),
          permissive("bsd-2-clause", "BSD 2-Clause License"),
          permissive("bsd-3-clause", "BSD 3-Clause License"),
          permissive("isc", "ISC License"),
          copyleft("gpl-3.0", "GNU General Public License 3.0"),
          copyleft("lgpl-3.0", "GNU Lesser General Public License 3.0"),
          copyleft("agpl-3.0", "GNU Affero General Public License 3.0"),
          copyleft("mpl-2.0", "Mozilla Public License 2.0"),
          new Entry("unlicense", "The Unlicense").from(Source.of("SPDX license list: Unlicense")),
          new Entry("cc0-1.0", "Creative Commons Zero 1.0", "知识共享 CC0 1.0").from(CC),
          new Entry("cc-by-3.0", "Creative Commons Attribution 3.0", "知识共享 署名 3.0")
              .attribution()
              .from(CC),
          new Entry("cc-by-4.0", "Creative Commons Attribution 4.0", "知识共享 署名 4.0")
              .attribution()
              .from(CC),
          new Entry(
                  "cc-by-sa-3.0",
                  "Creative Commons Attribution-ShareAlike 3.0",
                  "知识共享 署名-相同方式共享 3.0")
              .attribution()
              .shareAlike()
              .from(CC),
          new Entry(
                  "cc-by-sa-4.0",
                  "Creative Commons Attribution-ShareAlike 4.0",
                  "知识共享 署名-相同方式共享 4.0")
              .attribution()
              .shareAlike()
              .from(CC),
          new Entry(
                  "cc-by-nd-4.0",
                  "Creative Commons Attribution-NoDerivatives 4.0",
                  "知识共享 署名-禁止演绎 4.0")
              .attribution()
              .derivatives(FORBIDDEN)
              .from(CC),
          new Entry(
                  "cc-by-nc-3.0",
                  "Creative Commons Attribution-NonCommercial 3.0",
                  "知识共享 署名-非商业性使用 3.0")
              .commercial(FORBIDDEN)
              .attribution()
              .from(CC),
          new Entry(
                  "cc-by-nc-4.0",
                  "Creative Commons Attribution-NonCommercial 4.0",
                  "知识共享 署名-非商业性使用 4.0")
              .commercial(FORBIDDEN)
              .attribution()
              .from(CC),
          new Entry(
                  "cc-by-nc-sa-3.0",
                  "Creative Commons Attribution-NonCommercial-ShareAlike 3.0",
                  "知识共享 署名-非商业性使用-相同方式共享 3.0")
              .commercial(FORBIDDEN)
              .attribution()
              .shareAlike()
              .from(CC),
          new Entry(
                  "cc-by-nc-sa-4.0",
                  "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
                  "知识共享 署名-非商业性使用-相同方式共享 4.0")
              .commercial(FORBIDDEN)
              .attribution()
              .shareAlike()
              .from(CC),
          new Entry(
                  "cc-by-nc-nd-4.0",
                  "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0",
                  "知识共享 署名-非商业性使用-禁止演绎 4.0")
              .commercial(FORBIDDEN)
              .attribution()
              .derivatives(FORBIDDEN)
              .from(CC),
          new Entry("odc-by", "Open Data Commons Attribution License 1.0")
              .attribution()
              .from(Source.of("opendatacommons.org/licenses/by/1-0, §4")),
          new Entry("odbl", "Open Database License 1.0")
              .attribution()
              .shareAlike()
              .from(Source.of("opendatacommons.org/licenses/odbl/1-0, §4")),
          new Entry("pddl", "Open Data Commons Public Domain Dedication and License 1.0")
              .from(Source.of("opendatacommons.org/licenses/pddl/1-0")),
          new Entry("cdla-permissive-2.0", "Community Data License Agreement, Permissive 2.0")
              .attribution()
              .from(Source.of("cdla.dev/permissive-2-0, §2")),
          new Entry("openmdw-1.0", "Open Model, Data and Weights License 1.0")
              .attribution()
              .from(Source.of("openmdw.ai/license/1-0")),
          new Entry("openmdw-1.1", "Open Model, Data and Weights License 1.1")
              .attribution()
              .from(Source.of("openmdw.ai/license/1-1")),
          new Entry("openrail", "OpenRAIL license family")
              .commercial(CONDITIONAL)
              .attribution()
              .restricted()
              .outputs(TrainingOnOutputs.UNKNOWN)
              .from(Source.of("huggingface.co/blog/open_rail")),
          new Entry("bigscience-openrail-m", "BigScience OpenRAIL-M")
              .attribution()
              .restricted()
              .outputs(TrainingOnOutputs.SAME_TERMS)
              .from(Source.of("BigScience OpenRAIL-M 2022-08, §1, §4, Attachment A")),
          new Entry("bigcode-openrail-m", "BigCode OpenRAIL-M v1")
              .attribution()
              .restricted()
              .outputs(TrainingOnOutputs.SAME_TERMS)
              .from(Source.of("BigCode OpenRAIL-M v1 2023, §1, §4, Attachment A")),
          new Entry("llama2", "Llama 2 Community License")
              .attribution()
              .restricted()
              .users(700_000_000)
              .outputs(TrainingOnOutputs.OWN_FAMILY)
              .from(Source.of("Llama 2 Community License 2023-07-18, §1.b.iii–v, §2")),
          new Entry("llama3", "Meta Llama 3 Community License")
              .attribution()
              .restricted()
              .naming("Built with Meta Llama 3", "Llama 3")
              .users(700_000_000)
              .outputs(TrainingOnOutputs.OWN_FAMILY)
              .from(Source.of("Meta Llama 3 Community License 2024-04-18, §1.b.i, §1.b.v, §2")),
          llama("llama3.1", "Llama 3.1 Community License", "2024-07-23"),
          llama("llama3.2", "Llama 3.2 Community License", "2024-09-25"),
          llama("llama3.3", "Llama 3.3 Community License", "2024-12-06"),
          llama("llama4", "Llama 4 Community License", "2025-04-05"),
          new Entry("gemma", "Gemma Terms of Use")
              .attribution()
              .restricted()
              .outputs(TrainingOnOutputs.SAME_TERMS)
              .from(Source.of("ai.google.dev/gemma/terms, §1.1, §3.1, §3.2")),
          new Entry("proprietary", "Terms of the provider", "提供方自有条款")
              .commercial(UNKNOWN)
              .derivatives(UNKNOWN)
              .outputs(TrainingOnOutputs.UNKNOWN)
              .from(Source.of("GenPlan language reference")),
          new Entry("other", "A license that the hub does not list", "模型库未列出的许可")
              .commercial(UNKNOWN)
              .derivatives(UNKNOWN)
              .outputs(TrainingOnOutputs.UNKNOWN)
              .from(Source.of("huggingface/hub-docs@242f4a1 docs/hub/repositories-licenses.md")),
          new Entry("none", "No license", "无许可证")
              .commercial(UNKNOWN)
              .derivatives(UNKNOWN)
              .outputs(TrainingOnOutputs.UNKNOWN)
              .from(Source.of("GenPlan language reference")));

  private static final Map<String, License> BY_ID = byId();

  private Licenses() {}

  /** All of them, the most permissive first. */
  public static List<License> all() {
    return ALL;
  }

  /**
   * The license of that identifier.
   *
   * @param id in any case
   */
  public static Optional<License> find(String id) {
    return Optional.ofNullable(BY_ID.get(id.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, License> byId() {
    Map<String, License> map = new HashMap<>();
    for (License license : ALL) {
      map.put(license.id(), license);
    }
    return Map.copyOf(map);
  }

  private static License permissive(String id, String title) {
    return new Entry(id, title).attribution().from(Source.of("SPDX license list: " + title));
  }

  private static License copyleft(String id, String title) {
    return new Entry(id, title)
        .attribution()
        .shareAlike()
        .from(Source.of("SPDX license list: " + title));
  }

  private static License llama(String id, String title, String released) {
    return new Entry(id, title)
        .attribution()
        .restricted()
        .naming("Built with Llama", "Llama")
        .users(700_000_000)
        .outputs(TrainingOnOutputs.NAMING)
        .from(Source.of(title + " " + released + ", §1.b.i, §1.b.iii, §2"));
  }

  /** A license that allows everything and asks nothing, until it is told otherwise. */
  private static final class Entry {
    private final String id;
    private final Localized title;
    private Permission commercial = ALLOWED;
    private Permission derivatives = ALLOWED;
    private boolean shareAlike;
    private boolean attribution;
    private boolean restricted;
    private Optional<Naming> naming = Optional.empty();
    private OptionalLong users = OptionalLong.empty();
    private TrainingOnOutputs outputs = TrainingOnOutputs.ALLOWED;

    Entry(String id, String name) {
      this.id = id;
      this.title = Localized.same(name);
    }

    Entry(String id, String en, String zh) {
      this.id = id;
      this.title = Localized.of(en, zh);
    }

    Entry commercial(Permission permission) {
      commercial = permission;
      return this;
    }

    Entry derivatives(Permission permission) {
      derivatives = permission;
      return this;
    }

    Entry shareAlike() {
      shareAlike = true;
      return this;
    }

    Entry attribution() {
      attribution = true;
      return this;
    }

    Entry restricted() {
      restricted = true;
      return this;
    }

    Entry naming(String notice, String prefix) {
      naming = Optional.of(new Naming(notice, prefix));
      return this;
    }

    Entry users(long threshold) {
      users = OptionalLong.of(threshold);
      return this;
    }

    Entry outputs(TrainingOnOutputs training) {
      outputs = training;
      return this;
    }

    License from(Source source) {
      return new License(
          id,
          title,
          commercial,
          derivatives,
          shareAlike,
          attribution,
          restricted,
          naming,
          users,
          outputs,
          source);
    }
  }
}
