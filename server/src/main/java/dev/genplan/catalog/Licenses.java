package dev.genplan.catalog;

import static dev.genplan.catalog.License.Permission.ALLOWED;
import static dev.genplan.catalog.License.Permission.CONDITIONAL;
import static dev.genplan.catalog.License.Permission.FORBIDDEN;
import static dev.genplan.catalog.License.Permission.UNKNOWN;

import dev.genplan.catalog.License.Naming;
import dev.genplan.catalog.License.Permission;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The licenses that models and datasets usually come under. Identifiers are those of the hub's list
 * (huggingface/hub-docs, docs/hub/repositories-licenses.md at 242f4a1), to which the language adds
 * {@code proprietary} and {@code none}. A reading aid, not legal advice.
 */
public final class Licenses {

  private static final Source CC = Source.of("creativecommons.org/licenses");
  private static final Source SPDX = Source.of("spdx.org/licenses");
  private static final Source HUB =
      Source.of("huggingface/hub-docs@242f4a1 docs/hub/repositories-licenses.md");
  private static final Source LANGUAGE = Source.of("GenPlan language reference");

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

  private static final List<License> ALL = all(new ArrayList<>());

  private static final Map<String, License> BY_ID = byId();

  private Licenses() {}

  /** All of them, roughly by how much they ask. */
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

  private static List<License> all(List<License> all) {
    publicDomain(all);
    permissive(all);
    copyleft(all);
    creativeCommons(all);
    models(all);
    research(all);
    unread(all);
    return List.copyOf(all);
  }

  private static void publicDomain(List<License> all) {
    all.add(new Entry("unlicense", "The Unlicense").from(SPDX));
    all.add(new Entry("wtfpl", "Do What The F*ck You Want To Public License").from(SPDX));
    all.add(new Entry("cc0-1.0", "Creative Commons Zero 1.0", "知识共享 CC0 1.0").from(CC));
    all.add(new Entry("pddl", "Open Data Commons Public Domain Dedication 1.0").from(SPDX));
  }

  private static void permissive(List<License> all) {
    String[] licenses = {
      "apache-2.0", "Apache License 2.0",
      "mit", "MIT License",
      "bsd", "BSD license family",
      "bsd-2-clause", "BSD 2-Clause License",
      "bsd-3-clause", "BSD 3-Clause License",
      "bsd-3-clause-clear", "BSD 3-Clause Clear License",
      "isc", "ISC License",
      "zlib", "zlib License",
      "ncsa", "University of Illinois/NCSA Open Source License",
      "postgresql", "PostgreSQL License",
      "bsl-1.0", "Boost Software License 1.0",
      "afl-3.0", "Academic Free License 3.0",
      "artistic-2.0", "Artistic License 2.0",
      "ecl-2.0", "Educational Community License 2.0",
      "ms-pl", "Microsoft Public License",
      "etalab-2.0", "Etalab Open License 2.0",
      "odc-by", "Open Data Commons Attribution License 1.0",
      "cdla-permissive-1.0", "Community Data License Agreement, Permissive 1.0",
      "cdla-permissive-2.0", "Community Data License Agreement, Permissive 2.0",
      "openmdw-1.0", "Open Model, Data and Weights License 1.0",
      "openmdw-1.1", "Open Model, Data and Weights License 1.1"
    };
    for (int i = 0; i < licenses.length; i += 2) {
      all.add(new Entry(licenses[i], licenses[i + 1]).attribution().from(SPDX));
    }
  }

  private static void copyleft(List<License> all) {
    String[] licenses = {
      "gpl", "GNU General Public License family",
      "gpl-2.0", "GNU General Public License 2.0",
      "gpl-3.0", "GNU General Public License 3.0",
      "agpl-3.0", "GNU Affero General Public License 3.0",
      "lgpl", "GNU Lesser General Public License family",
      "lgpl-2.1", "GNU Lesser General Public License 2.1",
      "lgpl-3.0", "GNU Lesser General Public License 3.0",
      "lgpl-lr", "Lesser General Public License For Linguistic Resources",
      "gfdl", "GNU Free Documentation License family",
      "mpl-2.0", "Mozilla Public License 2.0",
      "epl-1.0", "Eclipse Public License 1.0",
      "epl-2.0", "Eclipse Public License 2.0",
      "eupl-1.1", "European Union Public License 1.1",
      "eupl-1.2", "European Union Public License 1.2",
      "osl-3.0", "Open Software License 3.0",
      "ofl-1.1", "SIL Open Font License 1.1",
      "odbl", "Open Database License 1.0",
      "cdla-sharing-1.0", "Community Data License Agreement, Sharing 1.0"
    };
    for (int i = 0; i < licenses.length; i += 2) {
      all.add(new Entry(licenses[i], licenses[i + 1]).attribution().shareAlike().from(SPDX));
    }
  }

  private static void creativeCommons(List<License> all) {
    String[] licenses = {
      "by 2.0",
      "by 2.5",
      "by 3.0",
      "by 4.0",
      "by-sa 3.0",
      "by-sa 4.0",
      "by-nd 4.0",
      "by-nc 2.0",
      "by-nc 3.0",
      "by-nc 4.0",
      "by-nc-sa 2.0",
      "by-nc-sa 3.0",
      "by-nc-sa 4.0",
      "by-nc-nd 3.0",
      "by-nc-nd 4.0"
    };
    for (String license : licenses) {
      all.add(
          creativeCommons(
              license.substring(0, license.length() - 4), license.substring(license.length() - 3)));
    }
  }

  /** A license whose identifier says what it holds. */
  private static License creativeCommons(String elements, String version) {
    StringBuilder en = new StringBuilder("Creative Commons Attribution");
    StringBuilder zh = new StringBuilder("知识共享 署名");
    boolean nonCommercial = elements.contains("-nc");
    boolean shareAlike = elements.contains("-sa");
    boolean noDerivatives = elements.contains("-nd");
    if (nonCommercial) {
      en.append("-NonCommercial");
      zh.append("-非商业性使用");
    }
    if (shareAlike) {
      en.append("-ShareAlike");
      zh.append("-相同方式共享");
    }
    if (noDerivatives) {
      en.append("-NoDerivatives");
      zh.append("-禁止演绎");
    }
    Entry entry =
        new Entry("cc-" + elements + "-" + version, en + " " + version, zh + " " + version)
            .commercial(nonCommercial ? FORBIDDEN : ALLOWED)
            .derivatives(noDerivatives ? FORBIDDEN : ALLOWED)
            .attribution();
    return (shareAlike ? entry.shareAlike() : entry).from(CC);
  }

  private static void models(List<License> all) {
    all.add(
        new Entry("openrail", "OpenRAIL license family")
            .commercial(CONDITIONAL)
            .attribution()
            .restricted()
            .outputs(TrainingOnOutputs.UNKNOWN)
            .from(Source.of("huggingface.co/blog/open_rail")));
    all.add(rail("openrail++", "Open RAIL++-M License"));
    all.add(rail("creativeml-openrail-m", "CreativeML OpenRAIL-M"));
    all.add(rail("bigscience-bloom-rail-1.0", "BigScience BLOOM RAIL 1.0"));
    all.add(rail("bigscience-openrail-m", "BigScience OpenRAIL-M"));
    all.add(rail("bigcode-openrail-m", "BigCode OpenRAIL-M v1"));
    all.add(
        new Entry("llama2", "Llama 2 Community License")
            .attribution()
            .restricted()
            .users(700_000_000)
            .outputs(TrainingOnOutputs.OWN_FAMILY)
            .from(Source.of("Llama 2 Community License 2023-07-18, §1.b.iii–v, §2")));
    all.add(
        new Entry("llama3", "Meta Llama 3 Community License")
            .attribution()
            .restricted()
            .naming("Built with Meta Llama 3", "Llama 3")
            .users(700_000_000)
            .outputs(TrainingOnOutputs.OWN_FAMILY)
            .from(Source.of("Meta Llama 3 Community License 2024-04-18, §1.b.i, §1.b.v, §2")));
    all.add(llama("llama3.1", "Llama 3.1 Community License", "2024-07-23"));
    all.add(llama("llama3.2", "Llama 3.2 Community License", "2024-09-25"));
    all.add(llama("llama3.3", "Llama 3.3 Community License", "2024-12-06"));
    all.add(llama("llama4", "Llama 4 Community License", "2025-04-05"));
    all.add(
        new Entry("gemma", "Gemma Terms of Use", "Gemma 使用条款")
            .attribution()
            .restricted()
            .outputs(TrainingOnOutputs.SAME_TERMS)
            .from(Source.of("ai.google.dev/gemma/terms, §1.1, §3.1, §3.2")));
  }

  /** For research only; who wants more has to ask. */
  private static void research(List<License> all) {
    String[] licenses = {
      "fair-noncommercial-research-license", "FAIR Noncommercial Research License",
      "deepfloyd-if-license", "DeepFloyd IF Research License Agreement",
      "apple-amlr", "Apple Model License for Research",
      "intel-research", "Intel Research Use License Agreement",
      "h-research", "H Research License"
    };
    for (int i = 0; i < licenses.length; i += 2) {
      all.add(
          new Entry(licenses[i], licenses[i + 1])
              .commercial(FORBIDDEN)
              .derivatives(CONDITIONAL)
              .attribution()
              .outputs(TrainingOnOutputs.UNKNOWN)
              .from(HUB));
    }
  }

  /** What the identifier alone does not tell, or nobody has compared yet. */
  private static void unread(List<License> all) {
    all.add(new Entry("cc", "Creative Commons license family", "知识共享许可系列").unknown().from(HUB));
    all.add(new Entry("c-uda", "Computational Use of Data Agreement").unknown().from(HUB));
    all.add(new Entry("lppl-1.3c", "LaTeX Project Public License 1.3c").unknown().from(HUB));
    all.add(new Entry("apple-ascl", "Apple Sample Code license").unknown().from(HUB));
    all.add(new Entry("grok2-community", "Grok 2 Community License Agreement").unknown().from(HUB));
    all.add(
        new Entry("other", "A license that the hub does not list", "模型库未列出的许可")
            .unknown()
            .from(HUB));
    all.add(new Entry("proprietary", "Terms of the provider", "提供方自有条款").unknown().from(LANGUAGE));
    all.add(new Entry("none", "No license", "无许可证").unknown().from(LANGUAGE));
  }

  private static License rail(String id, String title) {
    return new Entry(id, title)
        .attribution()
        .restricted()
        .outputs(TrainingOnOutputs.SAME_TERMS)
        .from(Source.of(title + ", §1, §4, §5, Attachment A"));
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

    Entry unknown() {
      return commercial(UNKNOWN).derivatives(UNKNOWN).outputs(TrainingOnOutputs.UNKNOWN);
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
