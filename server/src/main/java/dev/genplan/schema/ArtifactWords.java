package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** What models and datasets are, what they hold, and what they may be used for. */
final class ArtifactWords {

  static final WordList ROLES =
      closed("role")
          .add("policy", "Answers, and is what is tuned and deployed.", "负责作答，也是被微调和部署的对象。")
          .add("reward", "Scores answers, trained on preferences.", "由偏好数据训练而来，为回答打分。")
          .add("classifier", "Puts text into classes, and can serve as a reward.", "对文本分类，也可用作奖励。")
          .add("judge", "Compares or grades answers when asked by a prompt.", "按提示词的要求比较或评判回答。")
          .add("teacher", "Writes what a smaller model learns from.", "产出供较小模型学习的内容。")
          .add("draft", "Proposes tokens that a larger model confirms.", "为大模型提供待验证的草稿词元。")
          .add("embedder", "Turns text into vectors.", "把文本转换成向量。")
          .add("reranker", "Orders retrieved passages by relevance.", "按相关性重排检索到的段落。")
          .build();

  static final WordList VARIANTS =
      closed("variant")
          .add("base", "Only pretrained, and continues text.", "仅经过预训练，只会续写文本。")
          .add("instruct", "Tuned to follow instructions.", "经指令微调，能遵循指令。")
          .add("reasoning", "Thinks before it answers, always or on request.", "回答前先思考，始终如此或按需开启。")
          .add("adapter", "Weights that need a base model.", "需配合基座模型使用的适配器权重。")
          .build();

  static final WordList LICENSES =
      open("license")
          .add(
              "apache-2.0",
              "Apache License 2.0: any use, keep the notices.",
              "Apache 许可证 2.0：可任意使用，须保留声明。")
          .add("mit", "MIT License: any use, keep the notice.", "MIT 许可证：可任意使用，须保留声明。")
          .add(
              "bsd-2-clause",
              "BSD 2-Clause License: any use, keep the notice.",
              "BSD 二条款许可证：可任意使用，须保留声明。")
          .add(
              "bsd-3-clause",
              "BSD 3-Clause License: any use, keep the notice, do not use the name to advertise.",
              "BSD 三条款许可证：可任意使用，须保留声明，不得借名宣传。")
          .add("isc", "ISC License: any use, keep the notice.", "ISC 许可证：可任意使用，须保留声明。")
          .add(
              "gpl-3.0",
              "GNU General Public License 3.0: derivatives under the same license.",
              "GNU 通用公共许可证 3.0：衍生作品须采用相同许可证。")
          .add(
              "lgpl-3.0",
              "GNU Lesser General Public License 3.0: changes to it under the same license.",
              "GNU 宽通用公共许可证 3.0：对其修改须采用相同许可证。")
          .add(
              "agpl-3.0",
              "GNU Affero General Public License 3.0: as GPL, for services too.",
              "GNU Affero 通用公共许可证 3.0：同 GPL，且适用于网络服务。")
          .add(
              "mpl-2.0",
              "Mozilla Public License 2.0: changed files under the same license.",
              "Mozilla 公共许可证 2.0：修改过的文件须采用相同许可证。")
          .add("unlicense", "The Unlicense: public domain.", "Unlicense：公有领域。")
          .add("cc0-1.0", "Creative Commons Zero 1.0: no rights reserved.", "知识共享零 1.0：放弃所有权利。")
          .add(
              "cc-by-3.0",
              "Creative Commons Attribution 3.0: any use with attribution.",
              "知识共享署名 3.0：署名后可任意使用。")
          .add(
              "cc-by-4.0",
              "Creative Commons Attribution 4.0: any use with attribution.",
              "知识共享署名 4.0：署名后可任意使用。")
          .add(
              "cc-by-sa-3.0",
              "Creative Commons Attribution-ShareAlike 3.0: derivatives under the same license.",
              "知识共享署名-相同方式共享 3.0：衍生作品须采用相同许可证。")
          .add(
              "cc-by-sa-4.0",
              "Creative Commons Attribution-ShareAlike 4.0: derivatives under the same license.",
              "知识共享署名-相同方式共享 4.0：衍生作品须采用相同许可证。")
          .add(
              "cc-by-nd-4.0",
              "Creative Commons Attribution-NoDerivatives 4.0: no changed versions.",
              "知识共享署名-禁止演绎 4.0：不得发布修改版。")
          .add(
              "cc-by-nc-3.0",
              "Creative Commons Attribution-NonCommercial 3.0: no commercial use.",
              "知识共享署名-非商业性使用 3.0：不得用于商业用途。")
          .add(
              "cc-by-nc-4.0",
              "Creative Commons Attribution-NonCommercial 4.0: no commercial use.",
              "知识共享署名-非商业性使用 4.0：不得用于商业用途。")
          .add(
              "cc-by-nc-sa-3.0",
              "Creative Commons Attribution-NonCommercial-ShareAlike 3.0: no commercial use, derivatives under the same license.",
              "知识共享署名-非商业性使用-相同方式共享 3.0：不得商用，衍生作品须采用相同许可证。")
          .add(
              "cc-by-nc-sa-4.0",
              "Creative Commons Attribution-NonCommercial-ShareAlike 4.0: no commercial use, derivatives under the same license.",
              "知识共享署名-非商业性使用-相同方式共享 4.0：不得商用，衍生作品须采用相同许可证。")
          .add(
              "cc-by-nc-nd-4.0",
              "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0: no commercial use, no changed versions.",
              "知识共享署名-非商业性使用-禁止演绎 4.0：不得商用，不得发布修改版。")
          .add(
              "odc-by",
              "Open Data Commons Attribution: any use of the database with attribution.",
              "开放数据共用署名许可：署名后可任意使用数据库。")
          .add(
              "odbl",
              "Open Database License: derived databases under the same license.",
              "开放数据库许可证：衍生数据库须采用相同许可证。")
          .add(
              "pddl",
              "Open Data Commons Public Domain Dedication: no rights reserved.",
              "开放数据共用公有领域许可：放弃所有权利。")
          .add(
              "cdla-permissive-2.0",
              "Community Data License Agreement, permissive: any use, pass the text on.",
              "社区数据许可协议宽松版：可任意使用，转发时须附协议文本。")
          .add(
              "openmdw-1.0",
              "Open Model, Data and Weights License 1.0: any use of model, data and code.",
              "开放模型、数据与权重许可证 1.0：模型、数据和代码均可任意使用。")
          .add(
              "openmdw-1.1",
              "Open Model, Data and Weights License 1.1: any use of model, data and code.",
              "开放模型、数据与权重许可证 1.1：模型、数据和代码均可任意使用。")
          .add(
              "openrail",
              "Open Responsible AI License: any use but those its list forbids.",
              "开放负责任 AI 许可证：除所列禁止用途外可任意使用。")
          .add(
              "bigscience-openrail-m",
              "OpenRAIL-M of BigScience: any use but those its list forbids, passed on to derivatives.",
              "BigScience OpenRAIL-M：除所列禁止用途外可任意使用，限制随衍生模型传递。")
          .add(
              "bigcode-openrail-m",
              "OpenRAIL-M of BigCode: any use but those its list forbids, passed on to derivatives.",
              "BigCode OpenRAIL-M：除所列禁止用途外可任意使用，限制随衍生模型传递。")
          .add(
              "llama2",
              "Llama 2 Community License: a user limit, notices, and no training of other models on its outputs.",
              "Llama 2 社区许可：有用户数上限和声明义务，输出不得用于训练其他模型。")
          .add(
              "llama3",
              "Llama 3 Community License: a user limit, naming duties, and no training of other models on its outputs.",
              "Llama 3 社区许可：有用户数上限和命名义务，输出不得用于训练其他模型。")
          .add(
              "llama3.1",
              "Llama 3.1 Community License: a user limit, and models trained on its outputs carry the name.",
              "Llama 3.1 社区许可：有用户数上限，用其输出训练的模型名称须带 Llama。")
          .add(
              "llama3.2",
              "Llama 3.2 Community License: as 3.1, with limits for its image models in the EU.",
              "Llama 3.2 社区许可：同 3.1，另对欧盟使用其图像模型有限制。")
          .add("llama3.3", "Llama 3.3 Community License: as 3.1.", "Llama 3.3 社区许可：同 3.1。")
          .add(
              "llama4",
              "Llama 4 Community License: as 3.1, with limits in the EU.",
              "Llama 4 社区许可：同 3.1，另对欧盟有限制。")
          .add(
              "gemma",
              "Gemma Terms of Use: any use but those its policy forbids, passed on to derivatives.",
              "Gemma 使用条款：除政策禁止的用途外可任意使用，限制随衍生模型传递。")
          .add(
              "proprietary",
              "A contract or terms of service; what they allow can be stated behind the word.",
              "合同或服务条款；所允许的用途可写在其后的块中。")
          .add(
              "other",
              "Terms of their own; what they allow can be stated behind the word.",
              "自有条款；所允许的用途可写在其后的块中。")
          .add("none", "No license was given, so that all rights are reserved.", "未给出许可证，即保留所有权利。")
          .build();

  private static final Property LEAD =
      quantity("lead", Dimension.TIME)
          .world()
          .title("Lead time", "等待时间")
          .doc("How long it takes until access is granted.", "获得访问权限所需的时间。")
          .example("4 weeks");

  private static final Property TUNING =
      bool("tuning")
          .title("Tuning offered", "是否支持微调")
          .doc(
              "Whether the provider fine-tunes the model through its interface.",
              "提供方是否支持通过接口微调该模型。")
          .example("true");

  static final WordList ACCESS =
      closed("access")
          .add("open", "Anybody can download it.", "任何人都可下载。")
          .options(LEAD)
          .add(
              "gated",
              "A form has to be filled in or terms accepted before the download.",
              "下载前需填写申请或接受条款。")
          .add("licensed", "A contract has to be signed.", "需签订合同。")
          .options(LEAD, TUNING)
          .add(
              "api",
              "Only through a provider's interface, without the weights.",
              "只能通过提供方的接口使用，拿不到权重。")
          .options(LEAD)
          .add("private", "Only inside one's own organization.", "仅限本组织内部。")
          .build();

  static final WordList MODALITIES =
      closed("modality")
          .add("text", "Written language.", "文本。")
          .add("image", "Still pictures.", "静态图像。")
          .add("audio", "Speech, music and other sound.", "语音、音乐等声音。")
          .add("video", "Moving pictures.", "视频。")
          .add("code", "Programs.", "程序代码。")
          .build();

  static final WordList BACKBONES =
      closed("backbone")
          .add(
              "decoder",
              "A transformer that predicts the next token, as GPT.",
              "预测下一个词元的 Transformer 解码器，如 GPT。")
          .add(
              "encoder-decoder",
              "A transformer that reads with one part and writes with the other, as T5.",
              "编码器读入、解码器生成的 Transformer，如 T5。")
          .add("encoder", "A transformer that only reads, as BERT.", "只做编码的 Transformer，如 BERT。")
          .add(
              "state-space",
              "A recurrent state instead of attention, as Mamba.",
              "以循环状态代替注意力，如 Mamba。")
          .add("hybrid", "Attention and state-space layers mixed.", "注意力层与状态空间层混合。")
          .add("diffusion", "Removes noise step by step.", "逐步去噪的扩散模型。")
          .build();

  static final WordList ATTENTION =
      closed("attention")
          .add(
              "mha",
              "Multi-head attention: each head has keys and values of its own.",
              "多头注意力：每个头都有自己的键和值。")
          .add(
              "mqa",
              "Multi-query attention: all heads share one set of keys and values.",
              "多查询注意力：所有头共用一组键和值。")
          .add(
              "gqa",
              "Grouped-query attention: groups of heads share keys and values.",
              "分组查询注意力：每组头共用键和值。")
          .add(
              "mla",
              "Multi-head latent attention: keys and values are stored compressed.",
              "多头潜在注意力：键和值以压缩形式存储。")
          .add("linear", "Attention whose cost grows linearly with length.", "成本随长度线性增长的注意力。")
          .build();

  static final WordList CONTENT =
      closed("content")
          .add("text", "Running text to pretrain on.", "用于预训练的连续文本。")
          .add("instructions", "An instruction with the answer wanted.", "指令及期望的回答。")
          .add("conversations", "Dialogues of several turns.", "多轮对话。")
          .add("prompts", "Prompts without answers.", "不带回答的提示词。")
          .add("preferences", "Two or more answers to a prompt, compared.", "同一提示词的多个回答及其优劣比较。")
          .add("labels", "An answer with a verdict of its own, good or bad.", "回答及其单独的好坏标签。")
          .add("step-labels", "A solution with a verdict on each step.", "解答及其每一步的对错标签。")
          .add("documents", "Documents to retrieve from.", "供检索的文档。")
          .add("questions", "Questions with their right answers, to test on.", "用于测试的问题及标准答案。")
          .add("media", "Images, audio or video.", "图像、音频或视频。")
          .build();

  static final WordList ORIGINS =
      closed("origin")
          .add("human", "Written or labeled by people for this purpose.", "由人专门撰写或标注。")
          .add("expert", "Written or labeled by experts of the subject.", "由领域专家撰写或标注。")
          .add("volunteers", "Given by volunteers.", "由志愿者贡献。")
          .add("web", "Collected from the public web.", "采集自公开网络。")
          .add("books", "Books and other published works.", "图书等出版物。")
          .add("code", "Repositories of source code.", "源代码仓库。")
          .add("logs", "What users entered into a product.", "用户在产品中的输入日志。")
          .add("tickets", "Requests to a support desk.", "客服工单。")
          .add("mail", "E-mail and chat messages.", "电子邮件与聊天消息。")
          .add("records", "Records of a business or an authority.", "企业或机关的业务记录。")
          .add("internal", "Documents of one's own organization.", "本组织的内部文档。")
          .add("licensed", "Bought or licensed from a third party.", "向第三方购买或获授权。")
          .add("synthetic", "Written by a model.", "由模型生成。")
          .build();

  static final WordList PII =
      closed("pii")
          .add("none", "There is no personal data in it.", "不含个人信息。")
          .add("removed", "Personal data was in it and has been removed.", "原有个人信息，已去除。")
          .add("present", "There is personal data in it.", "含有个人信息。")
          .add(
              "special",
              "There is sensitive personal data in it, such as on health or belief.",
              "含有敏感个人信息，例如健康或信仰。")
          .build();

  static final WordList CONSENT =
      closed("consent")
          .add("opt-in", "People have agreed.", "当事人已同意。")
          .add("opt-out", "People could object and have not.", "当事人可以拒绝而未拒绝。")
          .add("notice", "People have been told.", "已告知当事人。")
          .add(
              "contract",
              "A contract with the people or their company allows it.",
              "与当事人或其公司的合同允许。")
          .add("public", "They have published it themselves.", "由当事人自行公开。")
          .add("none", "There is no ground for its use.", "没有使用依据。")
          .build();

  private static final Property AGAINST =
      reference("against", FlowType.DATASET)
          .many()
          .title("Against", "对照数据集")
          .doc("The test data whose items were searched for and removed.", "据以查重并去除的测试数据。")
          .example("tickets.test");

  private static final Property REMOVED =
      share("removed")
          .world()
          .title("Removed", "去除比例")
          .doc("Share of the items that the step took out.", "该步骤去除的样本比例。")
          .example("3%");

  static final WordList CLEANING =
      open("cleaning")
          .options(REMOVED)
          .add("deduplication", "Equal and nearly equal items removed.", "去除重复和近似重复的样本。")
          .options(AGAINST, REMOVED)
          .add("decontamination", "Items removed that also occur in test data.", "去除与测试数据重合的样本。")
          .options(REMOVED)
          .add("anonymization", "Personal data removed or replaced.", "去除或替换个人信息。")
          .add(
              "quality-filter",
              "Items of low quality removed, by rules or a classifier.",
              "用规则或分类器去除低质量样本。")
          .add("toxicity-filter", "Toxic items removed.", "去除有毒内容。")
          .add("language-filter", "Items in other languages removed.", "去除其他语言的样本。")
          .add("opt-out", "Items removed whose owners have objected.", "去除权利人声明退出的内容。")
          .add("verification", "Answers checked, wrong ones removed.", "核验答案并去除错误样本。")
          .add("balancing", "Classes or sources brought to the shares wanted.", "把各类别或来源调整到期望比例。")
          .build();

  static final WordList SPLIT_KEYS =
      closed("split-key")
          .add("random", "Each item by chance.", "逐条随机划分。")
          .add("prompt", "All items of a prompt stay together.", "同一提示词的样本放在一起。")
          .add("user", "All items of a user stay together.", "同一用户的样本放在一起。")
          .add("document", "All items of a document stay together.", "同一文档的样本放在一起。")
          .add("time", "Earlier items for training, later ones for testing.", "较早的样本用于训练，较晚的用于测试。")
          .build();

  private ArtifactWords() {}
}
