package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** Hardware, formats, serving, watching. */
final class ServingWords {

  static final WordList ACCELERATORS =
      open("accelerator")
          .add(
              "V100",
              "NVIDIA V100 (Volta), 16 or 32 GB, without bf16.",
              "NVIDIA V100（Volta），显存 16 或 32 GB，不支持 bf16。")
          .add(
              "T4",
              "NVIDIA T4 (Turing), 16 GB, without bf16.",
              "NVIDIA T4（Turing），显存 16 GB，不支持 bf16。")
          .add("A10G", "NVIDIA A10G (Ampere), 24 GB.", "NVIDIA A10G（Ampere），显存 24 GB。")
          .add("A100-40GB", "NVIDIA A100 (Ampere), 40 GB.", "NVIDIA A100（Ampere），显存 40 GB。")
          .add("A100-80GB", "NVIDIA A100 (Ampere), 80 GB.", "NVIDIA A100（Ampere），显存 80 GB。")
          .add(
              "A800",
              "NVIDIA A800 (Ampere), 80 GB, with a slower NVLink.",
              "NVIDIA A800（Ampere），显存 80 GB，NVLink 带宽受限。")
          .add("L4", "NVIDIA L4 (Ada), 24 GB.", "NVIDIA L4（Ada），显存 24 GB。")
          .add("L40S", "NVIDIA L40S (Ada), 48 GB.", "NVIDIA L40S（Ada），显存 48 GB。")
          .add(
              "RTX-3090",
              "NVIDIA GeForce RTX 3090 (Ampere), 24 GB.",
              "NVIDIA GeForce RTX 3090（Ampere），显存 24 GB。")
          .add(
              "RTX-4090",
              "NVIDIA GeForce RTX 4090 (Ada), 24 GB.",
              "NVIDIA GeForce RTX 4090（Ada），显存 24 GB。")
          .add(
              "H20",
              "NVIDIA H20 (Hopper), 96 GB, with a lower peak.",
              "NVIDIA H20（Hopper），显存 96 GB，峰值算力受限。")
          .add("H100-80GB", "NVIDIA H100 (Hopper), 80 GB.", "NVIDIA H100（Hopper），显存 80 GB。")
          .add(
              "H800",
              "NVIDIA H800 (Hopper), 80 GB, with a slower NVLink.",
              "NVIDIA H800（Hopper），显存 80 GB，NVLink 带宽受限。")
          .add("H200", "NVIDIA H200 (Hopper), 141 GB.", "NVIDIA H200（Hopper），显存 141 GB。")
          .add(
              "B200",
              "NVIDIA B200 (Blackwell), about 180 GB.",
              "NVIDIA B200（Blackwell），显存约 180 GB。")
          .add(
              "GB200",
              "NVIDIA GB200 (Grace Blackwell), counted by the GPU.",
              "NVIDIA GB200（Grace Blackwell），按 GPU 计数。")
          .add(
              "B300",
              "NVIDIA B300 (Blackwell Ultra), about 280 GB.",
              "NVIDIA B300（Blackwell Ultra），显存约 280 GB。")
          .add(
              "MI300X",
              "AMD Instinct MI300X (CDNA 3), 192 GB.",
              "AMD Instinct MI300X（CDNA 3），显存 192 GB。")
          .add(
              "MI325X",
              "AMD Instinct MI325X (CDNA 3), 256 GB.",
              "AMD Instinct MI325X（CDNA 3），显存 256 GB。")
          .add(
              "MI355X",
              "AMD Instinct MI355X (CDNA 4), 288 GB.",
              "AMD Instinct MI355X（CDNA 4），显存 288 GB。")
          .add("Gaudi2", "Intel Gaudi 2, 96 GB.", "Intel Gaudi 2，显存 96 GB。")
          .add("Gaudi3", "Intel Gaudi 3, 128 GB.", "Intel Gaudi 3，显存 128 GB。")
          .add("Trainium2", "AWS Trainium 2, 96 GB.", "AWS Trainium 2，显存 96 GB。")
          .add("TPU-v3", "Google TPU v3, 32 GB a chip.", "Google TPU v3，每芯片显存 32 GB。")
          .add("TPU-v4", "Google TPU v4, 32 GB a chip.", "Google TPU v4，每芯片显存 32 GB。")
          .add("TPU-v5e", "Google TPU v5e, 16 GB a chip.", "Google TPU v5e，每芯片显存 16 GB。")
          .add("TPU-v5p", "Google TPU v5p, 95 GB a chip.", "Google TPU v5p，每芯片显存 95 GB。")
          .add(
              "TPU-v6e",
              "Google TPU v6e (Trillium), 32 GB a chip.",
              "Google TPU v6e（Trillium），每芯片显存 32 GB。")
          .add("Ascend-910B", "Huawei Ascend 910B, 64 GB.", "华为昇腾 910B，显存 64 GB。")
          .add("none", "No accelerator: the processor alone.", "没有加速卡，仅用 CPU。")
          .build();

  private static final Property BANDWIDTH =
      quantity(
              "bandwidth",
              Measure.rate(Dimension.BYTES, Dimension.TIME),
              Measure.rate(Dimension.BITS, Dimension.TIME))
          .title("Bandwidth", "带宽")
          .doc("What one accelerator can send and receive through it.", "单张加速卡经由它收发数据的速率。")
          .example("900 GB/s");

  static final WordList INTERCONNECTS =
      open("interconnect")
          .options(BANDWIDTH)
          .add("nvlink", "NVLink between the GPUs of a node.", "节点内 GPU 之间的 NVLink。")
          .add("nvl72", "NVLink across a rack of 72 GPUs.", "覆盖整机柜 72 张 GPU 的 NVLink。")
          .add("pcie", "PCI Express only.", "仅 PCI Express。")
          .add("infiniband", "InfiniBand between nodes.", "节点之间的 InfiniBand。")
          .add("roce", "RDMA over Ethernet between nodes.", "节点之间的以太网 RDMA。")
          .add("ethernet", "Plain Ethernet between nodes.", "节点之间的普通以太网。")
          .add(
              "efa",
              "Elastic Fabric Adapter of AWS between nodes.",
              "AWS 节点之间的 Elastic Fabric Adapter。")
          .add("ici", "Inter-chip interconnect of TPUs.", "TPU 的片间互联。")
          .add("hccs", "Interconnect of Ascend NPUs in a node.", "昇腾 NPU 的节点内互联。")
          .build();

  static final WordList PURCHASES =
      closed("purchase")
          .add("on-demand", "Rented by the hour, at any time.", "按小时随用随租。")
          .add("reserved", "Rented for a fixed term.", "按固定期限租用。")
          .add("spot", "Rented cheaply, and can be taken away at any time.", "低价租用，随时可能被回收。")
          .add("owned", "One's own machines.", "自有机器。")
          .add("credits", "Paid with granted credits.", "用赠送额度支付。")
          .build();

  static final WordList QUANTIZATIONS =
      open("quantization")
          .add("fp8", "8-bit float weights, usually activations as well.", "8 位浮点权重，通常激活也用 8 位。")
          .add("int8", "8-bit integer weights, usually activations as well.", "8 位整数权重，通常激活也用 8 位。")
          .add("int4", "4-bit integer weights.", "4 位整数权重。")
          .add("nf4", "4-bit normal float, the format of QLoRA.", "4 位 NormalFloat，即 QLoRA 所用格式。")
          .add("fp4", "4-bit float weights.", "4 位浮点权重。")
          .add("mxfp4", "4-bit float with a scale for every 32 weights.", "4 位浮点，每 32 个权重共用一个缩放因子。")
          .add("nvfp4", "4-bit float with a scale for every 16 weights.", "4 位浮点，每 16 个权重共用一个缩放因子。")
          .add(
              "gptq",
              "Weights rounded one after the other, errors made good by those that follow.",
              "逐个量化权重，并由后续权重补偿误差。")
          .add(
              "awq",
              "Weights scaled by their activations before they are rounded.",
              "先按激活值缩放权重再量化。")
          .add(
              "smoothquant",
              "Outliers moved from activations to weights, both then 8-bit.",
              "把激活中的离群值转移到权重，二者均为 8 位。")
          .add("hqq", "Half-quadratic quantization, without calibration data.", "半二次量化，不需要校准数据。")
          .add("aqlm", "Additive codebooks, about 2 bits.", "加性码本量化，约 2 位。")
          .add("Q8_0", "llama.cpp, 8.5 bits per weight.", "llama.cpp，每权重 8.5 位。")
          .add("Q6_K", "llama.cpp, about 6.6 bits per weight.", "llama.cpp，每权重约 6.6 位。")
          .add("Q5_K_M", "llama.cpp, about 5.7 bits per weight.", "llama.cpp，每权重约 5.7 位。")
          .add("Q5_K_S", "llama.cpp, about 5.6 bits per weight.", "llama.cpp，每权重约 5.6 位。")
          .add(
              "Q5_0",
              "llama.cpp, an older format of about 5.5 bits per weight.",
              "llama.cpp，较旧格式，每权重约 5.5 位。")
          .add(
              "Q4_K_M",
              "llama.cpp, about 4.9 bits per weight, the usual choice.",
              "llama.cpp，每权重约 4.9 位，最常用。")
          .add("Q4_K_S", "llama.cpp, about 4.7 bits per weight.", "llama.cpp，每权重约 4.7 位。")
          .add(
              "Q4_0",
              "llama.cpp, an older format of about 4.5 bits per weight.",
              "llama.cpp，较旧格式，每权重约 4.5 位。")
          .add("Q3_K_L", "llama.cpp, about 4.3 bits per weight.", "llama.cpp，每权重约 4.3 位。")
          .add("Q3_K_M", "llama.cpp, about 4 bits per weight.", "llama.cpp，每权重约 4 位。")
          .add("Q3_K_S", "llama.cpp, about 3.6 bits per weight.", "llama.cpp，每权重约 3.6 位。")
          .add("Q2_K", "llama.cpp, about 3.2 bits per weight.", "llama.cpp，每权重约 3.2 位。")
          .add("Q2_K_S", "llama.cpp, about 3 bits per weight.", "llama.cpp，每权重约 3 位。")
          .add(
              "IQ4_NL",
              "llama.cpp, about 4.7 bits per weight, non-linear levels.",
              "llama.cpp，非线性量化级，每权重约 4.7 位。")
          .add(
              "IQ4_XS",
              "llama.cpp, about 4.5 bits per weight, non-linear levels.",
              "llama.cpp，非线性量化级，每权重约 4.5 位。")
          .add(
              "IQ3_M",
              "llama.cpp, about 3.8 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 3.8 位。")
          .add(
              "IQ3_S",
              "llama.cpp, about 3.7 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 3.7 位。")
          .add(
              "IQ3_XS",
              "llama.cpp, about 3.5 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 3.5 位。")
          .add(
              "IQ3_XXS",
              "llama.cpp, about 3.3 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 3.3 位。")
          .add(
              "IQ2_M",
              "llama.cpp, about 2.9 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2.9 位。")
          .add(
              "IQ2_S",
              "llama.cpp, about 2.7 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2.7 位。")
          .add(
              "IQ2_XS",
              "llama.cpp, about 2.6 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2.6 位。")
          .add(
              "IQ2_XXS",
              "llama.cpp, about 2.4 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2.4 位。")
          .add(
              "IQ1_M",
              "llama.cpp, about 2.1 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2.1 位。")
          .add(
              "IQ1_S",
              "llama.cpp, about 2 bits per weight, by codebook.",
              "llama.cpp，码本量化，每权重约 2 位。")
          .build();

  static final WordList FORMATS =
      open("format")
          .add("safetensors", "Tensors alone, nothing in the file can run.", "只含张量，文件中没有可执行内容。")
          .add(
              "pickle",
              "Python objects, which run code when they are loaded.",
              "Python 对象，加载时会执行代码。")
          .add(
              "gguf",
              "One file for llama.cpp and what builds on it.",
              "供 llama.cpp 及其衍生工具使用的单文件格式。")
          .add("onnx", "A graph for ONNX Runtime.", "供 ONNX Runtime 使用的计算图。")
          .add(
              "tensorrt",
              "An engine compiled for one kind of NVIDIA GPU.",
              "为某一型号 NVIDIA GPU 编译的引擎。")
          .add("coreml", "A package for Apple devices.", "供苹果设备使用的模型包。")
          .add("mlx", "Weights for MLX on Apple silicon.", "供苹果芯片上的 MLX 使用的权重。")
          .add("exl2", "Mixed bit widths for ExLlamaV2.", "供 ExLlamaV2 使用的混合位宽格式。")
          .addAll(QUANTIZATIONS)
          .build();

  static final WordList ENGINES =
      open("engine")
          .add(
              "vllm",
              "Serving with paged attention and continuous batching.",
              "采用分页注意力与连续批处理的推理服务。")
          .add(
              "sglang",
              "Serving that shares common prefixes, with structured output.",
              "共享前缀缓存并支持结构化输出的推理服务。")
          .add(
              "tgi",
              "Text Generation Inference of Hugging Face.",
              "Hugging Face 的 Text Generation Inference。")
          .add("tensorrt-llm", "NVIDIA's compiled serving.", "NVIDIA 的编译式推理引擎。")
          .add(
              "lmdeploy",
              "Serving of the InternLM project, with TurboMind.",
              "InternLM 项目的推理服务，内置 TurboMind。")
          .add(
              "llama-cpp",
              "llama.cpp, for GGUF on nearly any hardware.",
              "llama.cpp，几乎可在任何硬件上运行 GGUF。")
          .add("ollama", "Local serving on top of llama.cpp.", "基于 llama.cpp 的本地推理服务。")
          .add("mlx", "Apple silicon.", "苹果芯片。")
          .add("onnxruntime", "ONNX Runtime, on processors and GPUs.", "ONNX Runtime，支持 CPU 与 GPU。")
          .add("openvino", "Intel processors and GPUs.", "英特尔 CPU 与 GPU。")
          .add(
              "transformers",
              "The Transformers library itself, for trials.",
              "直接使用 Transformers 库，适合试验。")
          .add("mindie", "Ascend NPUs.", "昇腾 NPU。")
          .add("api", "A provider's interface.", "提供方的接口。")
          .build();

  static final WordList MODES =
      closed("mode")
          .add("online", "Answers while somebody waits.", "实时应答，用户在等待。")
          .add("batch", "Works through files without anybody waiting.", "离线批量处理，无人等待。")
          .add("edge", "Runs on the user's device.", "在用户设备上运行。")
          .add("demo", "Shown to try it, without promises.", "供试用演示，不作承诺。")
          .add("weights", "The weights are handed out, others run them.", "发布权重，由他人运行。")
          .build();

  static final WordList SIGNALS =
      open("signals")
          .add("quality", "How good the answers are.", "回答质量。")
          .add("safety", "Harmful answers and attacks.", "有害回答与攻击。")
          .add("cost", "What it costs to run.", "运行成本。")
          .add("latency", "How long answers take.", "响应时长。")
          .add("throughput", "How much is served.", "服务吞吐。")
          .add("errors", "Requests that fail.", "失败的请求。")
          .add("drift", "Inputs that move away from those it was tuned for.", "输入分布偏离微调时的情况。")
          .add("usage", "How many use it, and for what.", "使用人数与用途。")
          .add("abuse", "Use against the terms.", "违反条款的使用。")
          .add("retrieval", "Whether the right passages are found.", "检索是否命中正确段落。")
          .add("feedback", "What users say about the answers.", "用户对回答的反馈。")
          .build();

  static final WordList USER_FEEDBACK =
      open("user-feedback")
          .add("thumbs", "Thumbs up or down.", "点赞或点踩。")
          .add("ratings", "Grades on a scale.", "分级评分。")
          .add("edits", "How users change an answer before they use it.", "用户采用前对回答的修改。")
          .add("comments", "Free text.", "文字评论。")
          .add("transcripts", "Whole conversations.", "完整对话记录。")
          .add("escalations", "Cases handed over to a person.", "转交人工处理的个案。")
          .build();

  static final WordList OVERSIGHT =
      closed("oversight")
          .add("none", "Nobody checks its outputs.", "无人检查输出。")
          .add("review", "People look at outputs afterwards or by sample.", "事后或抽样由人检查输出。")
          .add("approval", "A person confirms an output before it takes effect.", "输出生效前须经人确认。")
          .build();

  static final WordList WATERMARKS =
      open("watermark")
          .add("text-watermark", "A statistical trace in the choice of words.", "在选词中留下统计痕迹。")
          .add(
              "c2pa",
              "Signed provenance attached to images, audio or video.",
              "为图像、音频或视频附加签名的来源信息。")
          .add("visible-label", "A label that people can see.", "人眼可见的标识。")
          .add("metadata", "A mark in the file's metadata.", "写入文件元数据的标记。")
          .add("none", "Outputs are not marked.", "不对输出做标记。")
          .build();

  static final WordList DOCUMENTS =
      open("documents")
          .add("model-card", "What the model is, can do, and was tested on.", "说明模型是什么、能做什么、如何测试。")
          .add("data-card", "What the data is and where it comes from.", "说明数据内容与来源。")
          .add(
              "bom",
              "Bill of materials: all models, data and software in it.",
              "物料清单：所含的全部模型、数据与软件。")
          .add("training-summary", "Public summary of the training data.", "训练数据的公开摘要。")
          .add("copyright-policy", "How copyright is respected.", "版权合规政策。")
          .add("notification", "Notice to the authority.", "向主管机关的通报。")
          .add("safety-framework", "How grave risks are found and limited.", "重大风险的识别与控制框架。")
          .add("risk-assessment", "Risks found and what is done about them.", "已识别的风险及应对措施。")
          .add("signature", "Signed weights.", "权重签名。")
          .add("user-guide", "How to use it, and what not to use it for.", "使用方法与禁止用途。")
          .build();

  private ServingWords() {}
}
