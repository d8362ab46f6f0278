package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** Harms, attacks, guardrails, and programs that check or contain what a model writes. */
final class SafetyWords {

  static final WordList HARMS =
      open("harms")
          .add(
              "weapons",
              "Help with chemical, biological, radiological or nuclear weapons.",
              "协助制造化学、生物、放射性或核武器。")
          .add("hallucination", "False statements made with confidence.", "言之凿凿的虚假陈述。")
          .add("violence", "Incitement to violence, or instructions for it.", "煽动暴力或给出实施方法。")
          .add("hate", "Contempt for people because of what they are.", "针对群体特征的仇恨言论。")
          .add("self-harm", "Encouragement of suicide or self-injury.", "鼓励自杀或自伤。")
          .add("crime", "Help with crimes.", "协助犯罪。")
          .add("privacy", "Personal data revealed or inferred.", "泄露或推断个人信息。")
          .add(
              "data-leak", "Training data, system prompts or secrets revealed.", "泄露训练数据、系统提示词或机密。")
          .add("environment", "Energy and resources wasted.", "能源与资源的浪费。")
          .add("bias", "Groups treated differently without reason.", "无正当理由区别对待不同群体。")
          .add(
              "overreliance",
              "Trust in the system beyond what it deserves, or attachment to it.",
              "对系统过度信任或依赖。")
          .add(
              "specialized-advice",
              "Medical, legal or financial advice without qualification.",
              "无资质的医疗、法律或金融建议。")
          .add("misinformation", "False content that spreads.", "可传播的虚假信息。")
          .add("elections", "Interference with elections.", "干预选举。")
          .add("defamation", "False claims about real people.", "对真实人物的不实指控。")
          .add(
              "cyber",
              "Help with attacks on computers, or a system that is open to them.",
              "协助网络攻击，或系统自身易受攻击。")
          .add("copyright", "Protected works reproduced.", "复制受保护的作品。")
          .add("sexual", "Unwanted or degrading sexual content.", "不当或侮辱性的色情内容。")
          .add("child-safety", "Sexualization or endangering of children.", "性化或危害儿童。")
          .add("supply-chain", "Components of unknown origin or quality.", "来源或质量不明的组件。")
          .build();

  static final WordList ATTACKS =
      open("attacks")
          .add("manual", "People try by hand.", "人工尝试。")
          .add("automated", "A model or program makes the attacks.", "由模型或程序生成攻击。")
          .add("jailbreak", "Prompts that talk the model out of its rules.", "诱使模型绕过规则的提示词。")
          .add("injection", "Instructions hidden in documents or tool results.", "隐藏在文档或工具结果中的指令。")
          .add("multi-turn", "The goal is approached over several turns.", "通过多轮对话逐步逼近目标。")
          .add("multilingual", "Other languages, above all rare ones.", "换用其他语言，尤其是小语种。")
          .add("encoding", "Encoded or misspelled text.", "编码或变形的文本。")
          .add("persuasion", "Appeals, role play and pressure.", "劝诱、角色扮演与施压。")
          .add("gradient", "Suffixes found with the model's gradients.", "利用模型梯度搜索的后缀。")
          .add("agentic", "Misuse of tools and of what they may do.", "滥用工具及其权限。")
          .build();

  static final WordList ACTIONS =
      closed("action")
          .add("block", "Nothing is passed on, the user gets a refusal.", "不予放行，向用户返回拒答。")
          .add("redact", "The passage is removed or masked.", "删除或遮盖相关片段。")
          .add("rewrite", "The text is written anew without it.", "改写文本以去除相关内容。")
          .add("flag", "It is passed on and recorded.", "放行并记录。")
          .add("escalate", "A person is asked.", "转交人工。")
          .build();

  static final Property HARMS_SOUGHT =
      word("harms", HARMS)
          .many()
          .title("Harms", "危害类型")
          .doc("The harms that are looked for.", "要检查的危害类型。")
          .example("[violence, data-leak]");

  static final Property ACTION =
      word("action", ACTIONS)
          .title("Action", "处置")
          .doc("What happens to what a check finds.", "检查发现问题后的处置方式。")
          .example("redact");

  private static final Property CHECKING_MODEL =
      reference("judge", FlowType.SYSTEM, FlowType.REWARD)
          .qualifiers(Qualifiers.COMPUTE)
          .title("Judge", "裁判模型")
          .doc("The model that makes this check.", "执行该检查的模型。")
          .example("guard-model");

  private static final Property THRESHOLD =
      number("threshold")
          .title("Threshold", "阈值")
          .doc("The score from which the check acts.", "触发处置的得分。")
          .example("0.8");

  static final WordList GUARDS =
      open("guards")
          .options(ACTION, CHECKING_MODEL, THRESHOLD, HARMS_SOUGHT)
          .add(
              "injection",
              "Foreign instructions in the input or in retrieved text.",
              "输入或检索文本中的外来指令。")
          .add("jailbreak", "Attempts to talk the model out of its rules.", "诱使模型绕过规则的尝试。")
          .add("pii", "Personal data.", "个人信息。")
          .add("secrets", "Keys, passwords and tokens.", "密钥、口令与令牌。")
          .add("toxicity", "Insulting, hateful or violent text.", "侮辱、仇恨或暴力文本。")
          .add("harms", "Harmful requests and answers of the kinds named.", "所列类型的有害请求与回答。")
          .add("topic", "What is off the subject.", "偏离主题的内容。")
          .add("groundedness", "Statements that the sources do not support.", "缺乏来源支持的陈述。")
          .add("copyright", "Protected text reproduced.", "复制受保护的文本。")
          .add("bias", "Prejudice against groups.", "针对群体的偏见。")
          .add("code-safety", "Insecure code.", "不安全的代码。")
          .add("schema", "Output that does not have the form required.", "不符合要求格式的输出。")
          .add("language", "Another language than the one wanted.", "非期望的语言。")
          .add("rate-limit", "Too many requests from one user.", "单个用户请求过多。")
          .build();

  static final WordList SANDBOXES =
      closed("sandbox")
          .options(
              quantity("timeout", Dimension.TIME)
                  .title("Timeout", "超时")
                  .doc("After how long a program is stopped.", "程序运行多久后被终止。")
                  .example("10 s"),
              quantity("memory", Dimension.BYTES)
                  .title("Memory", "内存上限")
                  .doc("How much memory a program may use.", "程序可用的内存。")
                  .example("1 GB"))
          .add("container", "A container without network.", "无网络的容器。")
          .add("vm", "A virtual machine.", "虚拟机。")
          .add("gvisor", "A container whose system calls are intercepted.", "拦截系统调用的容器。")
          .add("wasm", "A WebAssembly runtime.", "WebAssembly 运行时。")
          .add("restricted", "A process with restricted rights.", "权限受限的进程。")
          .options()
          .add("none", "It runs unprotected.", "不做隔离直接运行。")
          .build();

  static final Property SANDBOX =
      tagged("sandbox", SANDBOXES)
          .title("Sandbox", "沙箱")
          .doc("Where programs run that a model has written.", "模型所写程序的运行环境。")
          .example("container { timeout: 10 s }");

  static final WordList VERIFIERS =
      open("verifier")
          .options(
              reference("data", FlowType.DATASET)
                  .title("Answer key", "标准答案")
                  .doc("The dataset with the right answers.", "含标准答案的数据集。")
                  .example("answers"),
              Qualifiers.WEIGHT,
              SANDBOX)
          .add("exact-match", "Equal to the right answer.", "与标准答案完全一致。")
          .add("math-equivalence", "Mathematically equal to the right answer.", "与标准答案数学等价。")
          .add("unit-tests", "The program passes its tests.", "程序通过单元测试。")
          .add(
              "constraints",
              "Constraints of the instruction are met, such as length or form.",
              "满足指令约束，例如长度或格式。")
          .add("schema", "The output is valid by a schema.", "输出符合模式定义。")
          .add("compiler", "The program compiles.", "程序可通过编译。")
          .add("proof-checker", "A proof assistant accepts the proof.", "证明助手接受该证明。")
          .add("environment", "An environment reports success.", "环境返回成功。")
          .add("rubric", "A checklist, worked through by a program or a model.", "由程序或模型逐项核对评分细则。")
          .build();

  private SafetyWords() {}
}
