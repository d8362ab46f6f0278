package dev.genplan.schema;

import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** What projects are about, for whom, and who works on them. */
final class ProjectWords {

  static final WordList TASKS =
      open("task")
          .add("chat", "Open conversation over several turns.", "多轮开放式对话。")
          .add(
              "instruction-following",
              "Does what an instruction asks, with its constraints.",
              "按指令及其约束完成要求。")
          .add("summarization", "Shortens text and keeps what matters.", "压缩文本并保留要点。")
          .add("translation", "Text from one language into another.", "把文本从一种语言译成另一种语言。")
          .add(
              "question-answering",
              "Answers questions, from given text or from knowledge.",
              "依据给定文本或自身知识回答问题。")
          .add("text-generation", "Writes or continues text of any kind.", "撰写或续写各类文本。")
          .add("text-classification", "Puts a text into one of several classes.", "把文本归入若干类别之一。")
          .add(
              "token-classification",
              "Labels the tokens of a text, as in named entity recognition.",
              "为文本中的词元打标签，例如命名实体识别。")
          .add("extraction", "Fills the fields of a schema from text.", "从文本中抽取结构化字段。")
          .add("code-generation", "Writes or completes programs.", "编写或补全程序。")
          .add("math", "Solves problems whose answer can be checked.", "求解可验证答案的数学问题。")
          .add("reasoning", "Reaches a conclusion over several steps.", "经多步推理得出结论。")
          .add("tool-use", "Calls tools to reach a goal, as an agent does.", "像智能体那样调用工具完成目标。")
          .add("text-retrieval", "Finds the passages that answer a query.", "查找能回答查询的段落。")
          .add("text-ranking", "Orders passages by their relevance to a query.", "按与查询的相关性给段落排序。")
          .add("feature-extraction", "Turns text into vectors.", "把文本转换成向量。")
          .add("image-text-to-text", "Answers in text on images and text.", "根据图像和文本输出文本。")
          .add("text-to-image", "Draws an image from a description.", "根据描述生成图像。")
          .add("text-to-speech", "Speaks a text aloud.", "把文本合成为语音。")
          .add("automatic-speech-recognition", "Writes down what is said.", "把语音转写成文字。")
          .build();

  static final WordList USES =
      closed("use")
          .add(
              "commercial",
              "For business, internal use inside a company included.",
              "商业用途，包括公司内部使用。")
          .add(
              "nonprofit", "For the purposes of an organization that seeks no profit.", "非营利组织的用途。")
          .add("education", "For teaching and learning.", "教学用途。")
          .add("research", "For research whose results are not sold.", "不出售成果的研究用途。")
          .add("personal", "For oneself.", "个人用途。")
          .build();

  static final WordList AUDIENCES =
      closed("audience")
          .add("public", "Anybody.", "任何人。")
          .add(
              "customers",
              "Customers and partners with an account or a contract.",
              "有账号或合同的客户与合作伙伴。")
          .add("internal", "Only people of one's own organization.", "仅限本组织内部人员。")
          .add("none", "Nobody meets the output, as in an experiment.", "输出不面向任何人，例如实验。")
          .build();

  static final WordList IMPACTS =
      closed("impact")
          .add("none", "Nobody's situation depends on the output.", "输出不影响任何人的处境。")
          .add("advisory", "A person decides and takes the output as advice.", "由人决定，输出仅供参考。")
          .add(
              "consequential",
              "The output decides, or nearly decides, about people.",
              "输出决定或几乎决定与人有关的事项。")
          .build();

  static final WordList RISKS =
      closed("risk")
          .add("minimal", "No particular duties.", "没有特别义务。")
          .add("limited", "Duties of transparency, as for a chat assistant.", "负有透明度义务，例如对话助手。")
          .add(
              "high",
              "A use that the law regards as high-risk, such as hiring or credit.",
              "法律认定的高风险用途，例如招聘或信贷。")
          .add("prohibited", "A practice that the law forbids.", "法律禁止的做法。")
          .build();

  static final WordList DOMAINS =
      open("domain")
          .add("general", "No particular subject.", "不限领域。")
          .add("safety", "Refusals, harmless answers and other safety behavior.", "拒答、无害回复等安全行为。")
          .add("code", "Programs and their documentation.", "程序及其文档。")
          .add("math", "Mathematics.", "数学。")
          .add("science", "Natural sciences and engineering.", "自然科学与工程。")
          .add("medicine", "Health, care and medical products.", "健康、护理与医疗产品。")
          .add("law", "Legal texts and advice.", "法律文本与咨询。")
          .add(
              "finance",
              "Banking, credit and markets; judging creditworthiness is high-risk in the EU.",
              "银行、信贷与市场；信用评估在欧盟属于高风险。")
          .add(
              "insurance",
              "Insurance; pricing life and health insurance is high-risk in the EU.",
              "保险；人寿与健康险定价在欧盟属于高风险。")
          .add(
              "education",
              "Teaching and examinations; admission and grading are high-risk in the EU.",
              "教学与考试；招生和评分在欧盟属于高风险。")
          .add(
              "employment",
              "Hiring and managing workers, high-risk in the EU.",
              "招聘与员工管理，在欧盟属于高风险。")
          .add(
              "public-services",
              "Benefits and other essential services, high-risk in the EU.",
              "社会福利等基本公共服务，在欧盟属于高风险。")
          .add("law-enforcement", "Police and prosecution, high-risk in the EU.", "执法，在欧盟属于高风险。")
          .add(
              "migration",
              "Migration, asylum and border control, high-risk in the EU.",
              "移民、庇护与边境管理，在欧盟属于高风险。")
          .add(
              "justice",
              "Courts and democratic processes, high-risk in the EU.",
              "司法与民主程序，在欧盟属于高风险。")
          .add(
              "infrastructure",
              "Traffic, water, power and other critical infrastructure, high-risk in the EU.",
              "交通、供水、供电等关键基础设施，在欧盟属于高风险。")
          .add(
              "biometrics",
              "Recognizing people or their emotions, high-risk in the EU.",
              "识别人或情绪的生物特征，在欧盟属于高风险。")
          .add("customer-support", "Requests and complaints of customers.", "客户咨询与投诉。")
          .add("marketing", "Advertising and sales texts.", "广告与销售文案。")
          .build();

  static final WordList PROJECT_STATUS =
      closed("project-status")
          .add(
              "draft",
              "Still being written, so that what is only missing is reported more softly.",
              "仍在撰写，仅缺失的内容会以较轻的级别报告。")
          .add("active", "Agreed and under way.", "已确认并在执行。")
          .add("done", "Finished.", "已完成。")
          .build();

  static final WordList STAGE_STATUS =
      closed("stage-status")
          .add("planned", "Not begun yet.", "尚未开始。")
          .add("active", "Under way.", "进行中。")
          .add("done", "Finished.", "已完成。")
          .add(
              "skipped",
              "Left out: a stage with one model passes it through.",
              "已跳过：只有一个模型的阶段会原样传递该模型。")
          .build();

  static final WordList PURPOSES =
      closed("purpose")
          .add("product", "For what is to be released.", "用于要发布的产品。")
          .add("baseline", "To compare others with.", "用作比较的基线。")
          .add("ablation", "To see what one part contributes.", "用于考察某一部分的作用。")
          .add("experiment", "To find something out.", "用于探索验证。")
          .add("sanity", "To see whether the pipeline works at all.", "用于检查流程能否跑通。")
          .add("archive", "Kept for the record.", "留档备查。")
          .build();

  static final WordList EXPERTISE =
      closed("expertise")
          .add("low", "Writes prompts and uses finished services.", "会写提示词，使用现成服务。")
          .add("medium", "Fine-tunes and evaluates models with common tools.", "能用常见工具微调和评测模型。")
          .add(
              "high",
              "Trains models from scratch or with reinforcement learning.",
              "能从头训练模型或做强化学习。")
          .build();

  static final WordList TEAM =
      open("team")
          .add("ml-engineer", "Trains, evaluates and serves models.", "训练、评测和部署模型。")
          .add("researcher", "Finds and tries new methods.", "研究并尝试新方法。")
          .add("data-engineer", "Collects, cleans and versions data.", "采集、清洗数据并管理版本。")
          .add("software-engineer", "Builds the product around the model.", "开发模型周边的产品。")
          .add("annotator", "Labels, ranks or writes data by a guideline.", "按规范标注、排序或撰写数据。")
          .add("domain-expert", "Knows the subject and judges what is right.", "熟悉业务领域并判断对错。")
          .add("red-teamer", "Tries to make the system do harm.", "设法诱使系统产生危害。")
          .add("product-owner", "Decides what the product has to do.", "决定产品要做什么。")
          .add("legal", "Judges licenses, privacy and regulation.", "把关许可证、隐私与合规。")
          .add("consultant", "Brings from outside what the team lacks.", "从外部补上团队欠缺的能力。")
          .build();

  static final WordList CRITERIA =
      open("criteria")
          .add("quality", "How well it does the task.", "完成任务的质量。")
          .add("license", "Whether its terms allow the use.", "许可条款是否允许该用途。")
          .add("size", "How many parameters it has, and where it therefore runs.", "参数量及其决定的运行环境。")
          .add("context", "How long its window is.", "上下文窗口的长度。")
          .add("languages", "Which languages it knows.", "支持哪些语言。")
          .add("latency", "How fast it answers.", "响应速度。")
          .add("cost", "What an answer costs.", "每次回答的成本。")
          .add("safety", "How well it behaves.", "行为的安全性。")
          .add("residency", "Where its data may be processed.", "数据允许在哪里处理。")
          .add("modality", "Whether it takes and makes images, audio or video.", "是否支持图像、音频或视频。")
          .build();

  static final WordList CURRENCIES = currencies();

  private ProjectWords() {}

  private static WordList currencies() {
    WordListBuilder words = open("currency");
    for (UnitWord unit : Units.of(Dimension.MONEY)) {
      words.add(unit.word(), unit.title().en().concat("."), unit.title().zh().concat("。"));
    }
    return words.build();
  }
}
