package dev.genplan.catalog;

import dev.genplan.catalog.ModelCard.Architecture;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Published models that plans often name. A seed: a model that is not here is described in the plan
 * itself.
 *
 * <p>Where the shape is published, parameters are counted from it and agree with the figure the
 * makers round. Shapes are those of Lightning-AI/litgpt, litgpt/config.py at 2685705, or of the
 * paper named.
 */
public final class Models {

  private static final List<String> LLAMA_3_LANGUAGES =
      List.of("en", "de", "fr", "it", "pt", "hi", "es", "th");

  private static final List<ModelCard> ALL =
      List.of(
          model("google/flan-t5-base", "t5", "apache-2.0")
              .vocabulary("t5")
              .variant("instruct")
              .size(247_577_856L)
              .released(2022, 10)
              .precision("bf16")
              .languages("en", "fr", "ro", "de")
              .shape(
                  new Shape("mha", 12, 768, 12, 12, 64, 2048, 32_128).backbone("encoder-decoder"))
              .from(Source.of("Flan-T5, arXiv:2210.11416; model card; T5 1.1 base")),
          llama1(
              "7b", 6_738_415_616L, 1.0, new Shape("mha", 32, 4096, 32, 32, 128, 11_008, 32_000)),
          llama1(
              "13b", 13_015_864_320L, 1.0, new Shape("mha", 40, 5120, 40, 40, 128, 13_824, 32_000)),
          llama1(
              "30b", 32_528_943_616L, 1.4, new Shape("mha", 60, 6656, 52, 52, 128, 17_920, 32_000)),
          llama1(
              "65b", 65_285_660_672L, 1.4, new Shape("mha", 80, 8192, 64, 64, 128, 22_016, 32_000)),
          llama2("7b-hf", "base", 6_738_415_616L, llama2Shape("7b")),
          llama2("7b-chat-hf", "instruct", 6_738_415_616L, llama2Shape("7b")),
          llama2("13b-hf", "base", 13_015_864_320L, llama2Shape("13b")),
          llama2("13b-chat-hf", "instruct", 13_015_864_320L, llama2Shape("13b")),
          llama2("70b-hf", "base", 68_976_648_192L, llama2Shape("70b")),
          llama2("70b-chat-hf", "instruct", 68_976_648_192L, llama2Shape("70b")),
          llama31("8B", "base", 8_030_261_248L, llama31Shape("8B"))
              .from(Source.of(llama31Source())),
          llama31("8B-Instruct", "instruct", 8_030_261_248L, llama31Shape("8B"))
              .from(Source.of(llama31Source())),
          llama31("70B", "base", 70_553_706_496L, llama31Shape("70B"))
              .from(Source.of(llama31Source())),
          llama31("70B-Instruct", "instruct", 70_553_706_496L, llama31Shape("70B"))
              .from(Source.of(llama31Source())),
          llama31("405B", "base", 405_853_388_800L, llama31Shape("405B"))
              .tokens(15.6)
              .flops(3.8e25)
              .from(Source.of(llama31Source() + "; arXiv:2407.21783")),
          llama31("405B-Instruct", "instruct", 405_853_388_800L, llama31Shape("405B"))
              .tokens(15.6)
              .flops(3.8e25)
              .from(Source.of(llama31Source() + "; arXiv:2407.21783")),
          model("mistralai/Mistral-7B-v0.1", "mistral", "apache-2.0")
              .vocabulary("mistral")
              .variant("base")
              .size(7_241_732_096L)
              .context(8192)
              .released(2023, 9)
              .precision("bf16")
              .languages("en")
              .shape(new Shape("gqa", 32, 4096, 32, 8, 128, 14_336, 32_000).window(4096))
              .from(Source.of("Mistral 7B, arXiv:2310.06825, table 1")),
          model("mistralai/Mixtral-8x22B-v0.1", "mistral", "apache-2.0")
              .vocabulary("mistral")
              .variant("base")
              .size(140_620_634_112L)
              .active(39_152_031_744L)
              .context(65_536)
              .released(2024, 4)
              .precision("bf16")
              .languages("en", "fr", "it", "de", "es")
              .shape(new Shape("gqa", 56, 6144, 48, 8, 128, 16_384, 32_000).experts(8, 2))
              .from(Source.of("mistral.ai/news/mixtral-8x22b; mistralai/mistral-inference README")),
          qwen("Qwen3-8B", "reasoning", 8_190_735_360L, qwen3Shape())
              .context(32_768)
              .released(2025, 4)
              .tokens(36)
              .from(Source.of("Qwen3 model card; arXiv:2505.09388")),
          qwen("Qwen3-8B-Base", "base", 8_190_735_360L, qwen3Shape())
              .context(32_768)
              .released(2025, 4)
              .tokens(36)
              .from(Source.of("Qwen3 model card; arXiv:2505.09388")),
          qwen("Qwen2.5-7B", "base", 7_615_616_512L, qwen25Shape())
              .context(131_072)
              .released(2024, 9)
              .tokens(18)
              .from(Source.of("Qwen2.5 model card; arXiv:2412.15115")),
          qwen("Qwen2.5-7B-Instruct", "instruct", 7_615_616_512L, qwen25Shape())
              .context(131_072)
              .released(2024, 9)
              .tokens(18)
              .from(Source.of("Qwen2.5 model card; arXiv:2412.15115")),
          smollm3("HuggingFaceTB/SmolLM3-3B", "reasoning"),
          smollm3("HuggingFaceTB/SmolLM3-3B-Base", "base"),
          olmo2("allenai/OLMo-2-0425-1B", "base", olmo2Small())
              .released(2025, 4)
              .size(1_484_916_736L)
              .from(Source.of("OLMo 2 model card, 1B")),
          olmo2("allenai/OLMo-2-0425-1B-Instruct", "instruct", olmo2Small())
              .released(2025, 4)
              .size(1_484_916_736L)
              .from(Source.of("OLMo 2 model card, 1B")),
          olmo2("allenai/OLMo-2-1124-7B", "base", olmo2Large())
              .released(2024, 11)
              .size(7_298_617_344L)
              .from(Source.of("OLMo 2, arXiv:2501.00656; model card")),
          olmo2("allenai/OLMo-2-1124-7B-Instruct", "instruct", olmo2Large())
              .released(2024, 11)
              .size(7_298_617_344L)
              .from(Source.of("OLMo 2, arXiv:2501.00656; model card")),
          model("EleutherAI/pythia-12b", "pythia", "apache-2.0")
              .vocabulary("gpt-neox")
              .variant("base")
              .size(11_846_072_320L)
              .context(2048)
              .released(2023, 4)
              .precision("fp16")
              .languages("en")
              .tokens(0.3)
              .shape(new Shape("mha", 36, 5120, 40, 40, 128, 20_480, 50_688))
              .from(Source.of("Pythia, arXiv:2304.01373; model card")),
          model("bigcode/starcoder", "starcoder", "bigcode-openrail-m")
              .vocabulary("starcoder")
              .access("gated")
              .variant("base")
              .size(15_517_456_384L)
              .context(8192)
              .released(2023, 5)
              .tokens(1)
              .shape(new Shape("mqa", 40, 6144, 48, 1, 128, 24_576, 49_152))
              .from(Source.of("StarCoder, arXiv:2305.06161, table 6")),
          model("deepseek-ai/DeepSeek-R1", "deepseek", "mit")
              .vocabulary("deepseek")
              .variant("reasoning")
              .size(671_000_000_000L)
              .active(37_000_000_000L)
              .context(131_072)
              .released(2025, 1)
              .precision("fp8")
              .tokens(14.8)
              .shape(
                  new Shape("mla", 61, 7168, 128, 128, 128, 2048, 129_280)
                      .experts(256, 8)
                      .latent(576))
              .from(
                  Source.of("deepseek-ai/DeepSeek-R1 README; DeepSeek-V3, arXiv:2412.19437, §4.2")),
          model("google/gemma-2-9b", "gemma", "gemma")
              .vocabulary("gemma")
              .access("gated")
              .variant("base")
              .size(9_241_705_984L)
              .context(8192)
              .released(2024, 6)
              .precision("bf16")
              .languages("en")
              .tokens(8)
              .shape(new Shape("gqa", 42, 3584, 16, 8, 256, 14_336, 256_000))
              .from(Source.of("Gemma 2, arXiv:2408.00118, tables 1 and 2; model card")),
          model("microsoft/phi-2", "phi", "mit")
              .vocabulary("codegen")
              .variant("base")
              .size(2_779_683_840L)
              .context(2048)
              .released(2023, 12)
              .precision("fp16")
              .languages("en")
              .tokens(1.4)
              .shape(new Shape("mha", 32, 2560, 32, 32, 80, 10_240, 51_200))
              .from(Source.of("phi-2 model card")),
          model("BAAI/bge-m3", "bge", "mit")
              .vocabulary("xlm-roberta")
              .role("embedder")
              .size(567_754_752L)
              .context(8192)
              .released(2024, 2)
              .shape(new Shape("mha", 24, 1024, 16, 16, 64, 4096, 250_002).backbone("encoder"))
              .from(Source.of("M3-Embedding, arXiv:2402.03216; model card; XLM-RoBERTa large")),
          openAi("gpt-4", 8192)
              .vocabulary("cl100k")
              .released(2023, 3)
              .cutoff(2021, 9)
              .from(Source.of("OpenAI models page, gpt-4-0613; arXiv:2303.08774")),
          openAi("gpt-3.5-turbo", 16_385)
              .vocabulary("cl100k")
              .released(2023, 3)
              .cutoff(2021, 9)
              .from(Source.of("OpenAI models page, gpt-3.5-turbo-0125")),
          openAi("text-davinci-003", 4096)
              .vocabulary("p50k")
              .released(2022, 11)
              .cutoff(2021, 6)
              .from(Source.of("OpenAI models page of 2023, legacy models")));

  private static final Map<String, ModelCard> BY_NAME = byName();

  private Models() {}

  /** All of them. */
  public static List<ModelCard> all() {
    return ALL;
  }

  /**
   * The model of that identifier.
   *
   * @param id in any case, with or without the organization before the slash
   */
  public static Optional<ModelCard> find(String id) {
    return Optional.ofNullable(BY_NAME.get(id.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, ModelCard> byName() {
    Map<String, ModelCard> map = new HashMap<>();
    for (ModelCard card : ALL) {
      String id = card.id().toLowerCase(Locale.ROOT);
      map.put(id, card);
      map.putIfAbsent(id.substring(id.indexOf('/') + 1), card);
      for (String alias : card.aliases()) {
        map.putIfAbsent(alias.toLowerCase(Locale.ROOT), card);
      }
    }
    return Map.copyOf(map);
  }

  private static Draft model(String id, String family, String license) {
    return new Draft(id, family, Licenses.find(license).orElseThrow());
  }

  private static ModelCard llama1(String size, long parameters, double tokens, Shape shape) {
    return new Draft("huggyllama/llama-" + size, "llama", Licenses.LLAMA_1)
        .aliases("decapoda-research/llama-" + size + "-hf")
        .vocabulary("llama-2")
        .access("gated")
        .variant("base")
        .size(parameters)
        .context(2048)
        .released(2023, 2)
        .tokens(tokens)
        .shape(shape)
        .from(Source.of("LLaMA, arXiv:2302.13971, table 2; model card"));
  }

  private static ModelCard llama2(String name, String variant, long parameters, Shape shape) {
    return model("meta-llama/Llama-2-" + name, "llama", "llama2")
        .aliases("Llama-2-" + name.replace("-hf", ""))
        .vocabulary("llama-2")
        .access("gated")
        .variant(variant)
        .size(parameters)
        .context(4096)
        .released(2023, 7)
        .cutoff(2022, 9)
        .precision("bf16")
        .languages("en")
        .tokens(2)
        .shape(shape)
        .from(
            Source.of(
                "meta-llama/llama-models@a9c89c4 models/llama2/MODEL_CARD.md; arXiv:2307.09288"));
  }

  private static Shape llama2Shape(String size) {
    return switch (size) {
      case "7b" -> new Shape("mha", 32, 4096, 32, 32, 128, 11_008, 32_000);
      case "13b" -> new Shape("mha", 40, 5120, 40, 40, 128, 13_824, 32_000);
      default -> new Shape("gqa", 80, 8192, 64, 8, 128, 28_672, 32_000);
    };
  }

  private static Draft llama31(String name, String variant, long parameters, Shape shape) {
    return model("meta-llama/Llama-3.1-" + name, "llama", "llama3.1")
        .aliases("meta-llama/Meta-Llama-3.1-" + name, "Meta-Llama-3.1-" + name)
        .vocabulary("llama-3")
        .access("gated")
        .variant(variant)
        .size(parameters)
        .context(131_072)
        .released(2024, 7)
        .cutoff(2023, 12)
        .precision("bf16")
        .languages(LLAMA_3_LANGUAGES)
        .shape(shape);
  }

  private static String llama31Source() {
    return "meta-llama/llama-models@a9c89c4 models/llama3_1/MODEL_CARD.md";
  }

  private static Shape llama31Shape(String size) {
    return switch (size) {
      case "8B" -> new Shape("gqa", 32, 4096, 32, 8, 128, 14_336, 128_256);
      case "70B" -> new Shape("gqa", 80, 8192, 64, 8, 128, 28_672, 128_256);
      default -> new Shape("gqa", 126, 16_384, 128, 8, 128, 53_248, 128_256);
    };
  }

  private static Draft qwen(String name, String variant, long parameters, Shape shape) {
    return model("Qwen/" + name, "qwen", "apache-2.0")
        .vocabulary("qwen")
        .variant(variant)
        .size(parameters)
        .precision("bf16")
        .shape(shape);
  }

  private static Shape qwen3Shape() {
    return new Shape("gqa", 36, 4096, 32, 8, 128, 12_288, 151_936);
  }

  private static Shape qwen25Shape() {
    return new Shape("gqa", 28, 3584, 28, 4, 128, 18_944, 152_064);
  }

  private static ModelCard smollm3(String id, String variant) {
    return model(id, "smollm", "apache-2.0")
        .vocabulary("llama-3")
        .variant(variant)
        .size(3_075_098_624L)
        .context(65_536)
        .released(2025, 7)
        .precision("bf16")
        .languages("en", "fr", "es", "de", "it", "pt")
        .tokens(11.2)
        .shape(new Shape("gqa", 36, 2048, 16, 4, 128, 11_008, 128_256))
        .from(Source.of("huggingface.co/blog/smollm3; model card"));
  }

  private static Draft olmo2(String id, String variant, Shape shape) {
    return model(id, "olmo", "apache-2.0")
        .vocabulary("olmo-2")
        .variant(variant)
        .context(4096)
        .precision("bf16")
        .languages("en")
        .tokens(4)
        .shape(shape);
  }

  private static Shape olmo2Small() {
    return new Shape("mha", 16, 2048, 16, 16, 128, 8192, 100_352);
  }

  private static Shape olmo2Large() {
    return new Shape("mha", 32, 4096, 32, 32, 128, 11_008, 100_352);
  }

  private static Draft openAi(String id, int context) {
    return new Draft(id, "gpt", Licenses.OPENAI).access("api").variant("instruct").context(context);
  }

  /** A decoder with its figures in the order of {@link Architecture}. */
  private static final class Shape {
    private final String attention;
    private final int layers;
    private final int hidden;
    private final int heads;
    private final int kvHeads;
    private final int headSize;
    private final int feedForward;
    private final int vocabulary;
    private String backbone = "decoder";
    private OptionalInt experts = OptionalInt.empty();
    private OptionalInt activeExperts = OptionalInt.empty();
    private OptionalInt window = OptionalInt.empty();
    private OptionalInt latent = OptionalInt.empty();

    Shape(
        String attention,
        int layers,
        int hidden,
        int heads,
        int kvHeads,
        int headSize,
        int feedForward,
        int vocabulary) {
      this.attention = attention;
      this.layers = layers;
      this.hidden = hidden;
      this.heads = heads;
      this.kvHeads = kvHeads;
      this.headSize = headSize;
      this.feedForward = feedForward;
      this.vocabulary = vocabulary;
    }

    Shape backbone(String word) {
      backbone = word;
      return this;
    }

    Shape experts(int all, int active) {
      experts = OptionalInt.of(all);
      activeExperts = OptionalInt.of(active);
      return this;
    }

    Shape window(int tokens) {
      window = OptionalInt.of(tokens);
      return this;
    }

    Shape latent(int values) {
      latent = OptionalInt.of(values);
      return this;
    }

    Architecture architecture() {
      return new Architecture(
          backbone,
          attention,
          layers,
          hidden,
          heads,
          kvHeads,
          headSize,
          feedForward,
          vocabulary,
          experts,
          activeExperts,
          window,
          latent);
    }
  }

  /** An openly available policy of which nothing else is published, until it is told otherwise. */
  private static final class Draft {
    private final String id;
    private final String family;
    private final License license;
    private List<String> aliases = List.of();
    private Optional<String> vocabulary = Optional.empty();
    private String access = "open";
    private String role = "policy";
    private Optional<String> variant = Optional.empty();
    private OptionalLong parameters = OptionalLong.empty();
    private OptionalLong activeParameters = OptionalLong.empty();
    private OptionalInt context = OptionalInt.empty();
    private Optional<LocalDate> released = Optional.empty();
    private Optional<LocalDate> cutoff = Optional.empty();
    private Optional<String> precision = Optional.empty();
    private List<String> languages = List.of();
    private OptionalLong tokens = OptionalLong.empty();
    private OptionalDouble flops = OptionalDouble.empty();
    private Optional<Architecture> architecture = Optional.empty();

    Draft(String id, String family, License license) {
      this.id = id;
      this.family = family;
      this.license = license;
    }

    Draft aliases(String... names) {
      aliases = List.of(names);
      return this;
    }

    Draft vocabulary(String word) {
      vocabulary = Optional.of(word);
      return this;
    }

    Draft access(String word) {
      access = word;
      return this;
    }

    Draft role(String word) {
      role = word;
      return this;
    }

    Draft variant(String word) {
      variant = Optional.of(word);
      return this;
    }

    /** Parameters of a dense model; all are active. */
    Draft size(long count) {
      parameters = OptionalLong.of(count);
      activeParameters = OptionalLong.of(count);
      return this;
    }

    Draft active(long count) {
      activeParameters = OptionalLong.of(count);
      return this;
    }

    Draft context(int window) {
      context = OptionalInt.of(window);
      return this;
    }

    Draft released(int year, int month) {
      released = Optional.of(LocalDate.of(year, month, 1));
      return this;
    }

    Draft cutoff(int year, int month) {
      LocalDate first = LocalDate.of(year, month, 1);
      cutoff = Optional.of(first.withDayOfMonth(first.lengthOfMonth()));
      return this;
    }

    Draft precision(String word) {
      precision = Optional.of(word);
      return this;
    }

    Draft languages(String... tags) {
      return languages(List.of(tags));
    }

    Draft languages(List<String> tags) {
      languages = tags;
      return this;
    }

    Draft tokens(double trillions) {
      tokens = OptionalLong.of(Math.round(trillions * 1e12));
      return this;
    }

    Draft flops(double total) {
      flops = OptionalDouble.of(total);
      return this;
    }

    Draft shape(Shape shape) {
      architecture = Optional.of(shape.architecture());
      return this;
    }

    ModelCard from(Source source) {
      return new ModelCard(
          id,
          aliases,
          family,
          vocabulary,
          license,
          access,
          role,
          variant,
          parameters,
          activeParameters,
          context,
          released,
          cutoff,
          precision,
          languages,
          tokens,
          flops,
          architecture,
          source);
    }
  }
}
