package dev.genplan.schema;

import static dev.genplan.schema.InputProperties.data;
import static dev.genplan.schema.InputProperties.mix;
import static dev.genplan.schema.InputProperties.model;
import static dev.genplan.schema.InputProperties.prompts;
import static dev.genplan.schema.KindBuilder.stage;
import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

/** The kinds of stages that leave weights alone: systems around a model, tests, serving, rounds. */
final class RunningKinds {

  static final Kind PROMPT =
      stage("prompt")
          .title("Prompt engineering", "提示词工程")
          .doc("Puts a prompt around a model, without changing its weights.", "为模型设计提示词，不改变权重。")
          .makes(FlowType.SYSTEM)
          .body(
              model(FlowType.SYSTEM)
                  .required()
                  .doc("The model that is prompted.", "要使用提示词的模型。")
                  .example("qwen"),
              tagged("method", OtherMethods.PROMPTING)
                  .many()
                  .title("Method", "方法")
                  .doc("How the prompt leads to the answer.", "提示词引导作答的方式。")
                  .example("few-shot { shots: 3 }"),
              text("system")
                  .title("System prompt", "系统提示词")
                  .doc("The system prompt, or its file.", "系统提示词或其文件。")
                  .example("\"Answer from the pages given.\""),
              text("text")
                  .title("Prompt", "提示词")
                  .doc("The rest of the prompt, or its file.", "提示词的其余部分或其文件。")
                  .example("\"summarize.prompt.md\""),
              text("version")
                  .title("Version", "版本")
                  .doc("Which version of the prompt it is.", "提示词的版本。")
                  .example("\"v3\""),
              quantity("length", Dimension.TOKENS)
                  .bare()
                  .world()
                  .qualifiers(Qualifiers.LENGTH)
                  .title("Prompt length", "提示词长度")
                  .doc(
                      "Tokens of the whole prompt, with its examples and a typical input.",
                      "整个提示词的词元数，含示例与典型输入。")
                  .example("1_500"),
              data().doc("Where the examples come from.", "示例的来源。").example("tickets.train"),
              StageAmounts.answers().example("5"),
              Sections.SAMPLING,
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example(
              """
              prompt few-shot {
                model:  qwen
                method: few-shot { shots: 3 }
                data:   tickets.train
              }
              """);

  static final Kind AUGMENT =
      stage("augment")
          .title("Augmentation", "增强")
          .doc(
              "Gives a model what its weights do not hold: retrieval, tools, programs, memory.",
              "为模型补充权重之外的能力：检索、工具、程序、记忆。")
          .makes(FlowType.SYSTEM)
          .body(
              model(FlowType.SYSTEM)
                  .required()
                  .doc("The model or system that is augmented.", "要增强的模型或系统。")
                  .example("brief"),
              tagged("method", OtherMethods.AUGMENTATION)
                  .required()
                  .many()
                  .title("Method", "方法")
                  .doc("What it is given.", "补充的能力。")
                  .example("rag { embedder: bge, top-k: 5 }"),
              data().doc("The documents that are retrieved from.", "供检索的文档。").example("handbook"))
          .example(
              """
              augment cited {
                model:  brief
                data:   handbook
                method: rag { embedder: bge, top-k: 5 }
              }
              """);

  static final Kind GUARD =
      stage("guard")
          .title("Guardrails", "护栏")
          .doc("Checks what goes into a system and what comes out.", "检查系统的输入与输出。")
          .makes(FlowType.SYSTEM)
          .oneOf("input", "output")
          .body(
              model(FlowType.SYSTEM)
                  .required()
                  .doc("The system that is guarded.", "被保护的系统。")
                  .example("cited"),
              tagged("input", SafetyWords.GUARDS)
                  .many()
                  .title("Input checks", "输入检查")
                  .doc("What is checked before the model answers.", "模型作答之前的检查。")
                  .example("injection"),
              tagged("output", SafetyWords.GUARDS)
                  .many()
                  .title("Output checks", "输出检查")
                  .doc("What is checked before the user sees the answer.", "用户看到回答之前的检查。")
                  .example("[groundedness, pii { action: redact }]"),
              InputProperties.JUDGE,
              word("action", SafetyWords.ACTIONS)
                  .fallback("block")
                  .title("Action", "处置")
                  .doc(
                      "What happens to what a check finds, unless the check says otherwise.",
                      "检查发现问题后的处置，除非该检查另有说明。")
                  .example("block"),
              text("policy")
                  .title("Policy", "拒答策略")
                  .doc("What is refused and how, or its file.", "拒答的范围与方式，或其文件。")
                  .example("\"refusals.md\""))
          .example(
              """
              guard bot { model: cited, input: injection, output: [groundedness, pii] }
              """);

  static final Kind EVALUATE =
      stage("evaluate")
          .title("Evaluation", "评测")
          .doc(
              "Measures how well something does its task, and whether that is enough.",
              "衡量任务完成得如何，以及是否达标。")
          .makes(FlowType.REPORT)
          .body(
              model(FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .doc("What is evaluated.", "评测的对象。")
                  .example("sft"),
              reference("baseline", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .title("Baseline", "对照基线")
                  .doc("What it is compared with.", "与之比较的对象。")
                  .example("qwen"),
              mix().doc("What it is tested on.", "测试所用的数据。").example("tickets.test"),
              StageAmounts.TESTED,
              Sections.METRICS,
              Sections.CHANGE,
              Sections.RESULTS,
              InputProperties.JUDGE,
              InputProperties.VERIFIER,
              StageAmounts.ANNOTATORS,
              StageAmounts.AGREEMENT,
              StageAmounts.OVERLAP,
              StageAmounts.GUIDELINES,
              StageAmounts.PACE,
              StageAmounts.PRICE,
              StageAmounts.answers().example("10"),
              Sections.SAMPLING,
              integer("shots")
                  .title("Shots", "示例数")
                  .doc("How many examples the benchmark puts into the prompt.", "基准测试放入提示词的示例个数。")
                  .example("5"),
              text("harness")
                  .title("Harness", "评测框架")
                  .doc("The tool that measures, with its version.", "评测工具及其版本。")
                  .example("\"lm-evaluation-harness 0.4.9\""),
              identifier("groups")
                  .many()
                  .title("Groups", "分组")
                  .doc("Subgroups that are reported apart.", "单独报告的子群体。")
                  .example("[women, men]"),
              count("seeds")
                  .world()
                  .title("Seeds", "随机种子数")
                  .doc("With how many seeds it is measured.", "测量所用的随机种子个数。")
                  .example("3"),
              SafetyWords.SANDBOX,
              SafetyWords.HARMS_SOUGHT,
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example(
              """
              evaluate acceptance {
                model:    rlhf
                baseline: sft
                data:     tickets.test
                metrics { rougeL >= 0.42, toxicity <= 1% }
              }
              """);

  static final Kind REDTEAM =
      stage("redteam")
          .title("Red teaming", "红队测试")
          .doc("Attacks a system on purpose, to find the harm it can do.", "有意攻击系统，找出它可能造成的危害。")
          .makes(FlowType.REPORT)
          .body(
              model(FlowType.SYSTEM)
                  .required()
                  .doc("What is attacked.", "攻击的对象。")
                  .example("guarded"),
              SafetyWords.HARMS_SOUGHT,
              word("attacks", SafetyWords.ATTACKS)
                  .many()
                  .title("Attacks", "攻击方式")
                  .doc("How it is attacked.", "攻击的方式。")
                  .example("[jailbreak, injection]"),
              prompts()
                  .doc("Prompts that are known to be harmful.", "已知有害的提示词。")
                  .example("harmful-prompts"),
              StageAmounts.TESTED,
              InputProperties.JUDGE,
              StageAmounts.ANNOTATORS,
              StageAmounts.answers().example("10"),
              Sections.SAMPLING,
              Sections.METRICS,
              Sections.RESULTS)
          .example(
              """
              redteam probes {
                model:   bot
                harms:   [violence, data-leak]
                attacks: [jailbreak, injection]
                metrics { attack-success <= 2% }
              }
              """);

  static final Kind DEPLOY =
      stage("deploy")
          .title("Deployment", "部署")
          .doc("Puts a system into the hands of its users.", "把系统交付给用户使用。")
          .makes(FlowType.SERVICE)
          .body(
              model(FlowType.SYSTEM).required().doc("What is deployed.", "部署的对象。").example("int8"),
              reference("gate", FlowType.REPORT)
                  .many()
                  .title("Gate", "上线门禁")
                  .doc("The reports that have to pass first.", "须先通过的报告。")
                  .example("acceptance"),
              word("mode", ServingWords.MODES)
                  .fallback("online")
                  .title("Mode", "部署方式")
                  .doc("How it is used.", "使用的方式。")
                  .example("batch"),
              section("serving", ServingSections.SERVING)
                  .title("Serving", "服务配置")
                  .doc(
                      "How requests are answered: engine, latency, throughput.", "如何应答请求：引擎、延迟、吞吐。")
                  .example("{ latency: 300 ms, throughput: 40 requests/s }"),
              section("rollout", ServingSections.ROLLOUT)
                  .title("Rollout", "灰度发布")
                  .doc("How it reaches its users step by step.", "如何逐步放量到用户。")
                  .example("{ canary: 5% }"),
              section("rollback", ServingSections.ROLLBACK)
                  .title("Rollback", "回滚")
                  .doc("When and how one goes back to what was there before.", "何时以及如何退回之前的版本。")
                  .example("{ to: \"2026-10\", errors > 2% }"),
              reference("fallback", FlowType.SYSTEM)
                  .none()
                  .title("Fallback", "兜底模型")
                  .doc("What answers when it is down.", "服务不可用时由谁应答。")
                  .example("qwen"),
              DeclarationKinds.AUDIENCE,
              word("oversight", ServingWords.OVERSIGHT)
                  .title("Oversight", "人工监督")
                  .doc("How people check what it does.", "人如何检查其行为。")
                  .example("review"),
              DeclarationKinds.APPROVER,
              DeclarationKinds.CONTACT,
              bool("disclosure")
                  .title("Disclosure", "AI 告知")
                  .doc("Whether users are told that they deal with a machine.", "是否告知用户正在与机器交互。")
                  .example("true"),
              word("watermark", ServingWords.WATERMARKS)
                  .many()
                  .title("Watermark", "水印")
                  .doc("How outputs are marked as made by a machine.", "如何标记输出由机器生成。")
                  .example("c2pa"),
              text("title")
                  .title("Title", "发布名")
                  .doc("The name under which it is released.", "对外发布的名称。")
                  .example("\"Llama-Helpdesk\""),
              word("license", ArtifactWords.LICENSES)
                  .qualifiers(Qualifiers.LICENSE)
                  .title("License", "许可证")
                  .doc("The terms under which it is released.", "对外发布所依据的条款。")
                  .example("llama2"),
              text("notices")
                  .many()
                  .title("Notices", "声明")
                  .doc("Notices that are shown or shipped with it.", "随之展示或附带的声明。")
                  .example("\"Built with Llama\""),
              word("documents", ServingWords.DOCUMENTS)
                  .many()
                  .title("Documents", "随附文档")
                  .doc("What is published with it.", "随之发布的文档。")
                  .example("[model-card, bom]"),
              Sections.SAMPLING,
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example(
              """
              deploy production {
                model:   int8
                gate:    acceptance
                compute: card
                serving { latency: 300 ms, throughput: 40 requests/s }
                rollback { switch: true, errors > 2% }
              }
              """);

  static final Kind MONITOR =
      stage("monitor")
          .title("Monitoring", "监控")
          .doc(
              "Watches a service while it runs, and feeds the next round.", "持续观察运行中的服务，并为下一轮提供依据。")
          .makes(FlowType.REPORT)
          .body(
              reference("service", FlowType.SERVICE)
                  .title("Service", "服务")
                  .doc("What is watched, the only deployment if absent.", "监控的对象，缺省为唯一的部署。")
                  .example("production"),
              word("signals", ServingWords.SIGNALS)
                  .many()
                  .title("Signals", "监控信号")
                  .doc("What is watched; thresholds stand in `metrics`.", "监控的方面，阈值写在 `metrics` 中。")
                  .example("[quality, safety, cost]"),
              Sections.METRICS,
              Sections.RESULTS,
              quantity("every", Dimension.TIME)
                  .title("Every", "周期")
                  .doc("How often somebody or something looks.", "检查的周期。")
                  .example("1 day"),
              share("share")
                  .title("Share", "抽检比例")
                  .doc("Share of the traffic that is looked at.", "抽检的流量比例。")
                  .example("1%"),
              text("alerts")
                  .many()
                  .title("Alerts", "告警对象")
                  .doc("Who is told when a threshold is crossed.", "超过阈值时通知谁。")
                  .example("\"on-call\""),
              InputProperties.JUDGE,
              StageAmounts.ANNOTATORS,
              word("user-feedback", ServingWords.USER_FEEDBACK)
                  .many()
                  .title("User feedback", "用户反馈")
                  .doc(
                      "What users leave behind, which a dataset `from` it can use.",
                      "用户留下的反馈，数据集可用 `from` 引用。")
                  .example("[thumbs, edits]"))
          .example(
              """
              monitor watch {
                service: production
                signals: [quality, safety, cost, latency]
                metrics { errors <= 1% }
              }
              """);

  static final Kind REPEAT =
      stage("repeat")
          .title("Rounds", "多轮迭代")
          .doc(
              "Runs the stages inside it several times, each round on the result of the one before.",
              "多次执行其中的阶段，每轮以上一轮的结果为输入。")
          .oneOf("times", "until")
          .stages()
          .body(
              reference("start", FlowType.SYSTEM)
                  .required()
                  .title("Start", "起点")
                  .doc("What the first round works on.", "第一轮的输入。")
                  .example("sft"),
              reference("result", Type.Target.INNER_STAGE, FlowType.SYSTEM)
                  .required()
                  .title("Result", "结果")
                  .doc("The stage inside whose output the next round works on.", "其产出作为下一轮输入的内部阶段。")
                  .example("ppo"),
              count("times")
                  .world()
                  .title("Times", "轮数")
                  .doc("How many rounds there are.", "执行的轮数。")
                  .example("5"),
              reference("until", FlowType.REPORT)
                  .many()
                  .title("Until", "终止条件")
                  .doc("The report whose passing ends the rounds.", "通过后即结束迭代的报告。")
                  .example("acceptance"))
          .example(
              """
              repeat rounds {
                start:  sft
                times:  5
                result: improved
                feedback batch { model: rounds, prompts: pool, collect: 10_000 comparisons, annotators: 20 }
                align improved { model: rounds, data: batch, method: dpo { beta: 0.1 } }
              }
              """);

  private RunningKinds() {}
}
