package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** Hardware, formats, serving, watching. */
final class ServingWords {

  private static final Property BANDWIDTH =
      quantity(
              "bandwidth",
              Measure.rate(Dimension.BYTES, Dimension.TIME),
              Measure.rate(Dimension.BITS, Dimension.TIME))
          .example("900 GB/s");

  static final WordList ACCELERATORS =
      open("accelerator")
          .names(
              "H100-80GB H200 B200 GB200 B300 A100-80GB A100-40GB L40S L4 A10G T4 V100 RTX-4090 RTX-3090 H20 H800 A800 MI300X MI325X MI355X Gaudi2 Gaudi3 Trainium2 TPU-v3 TPU-v4 TPU-v5e TPU-v5p TPU-v6e Ascend-910B none")
          .build();
  static final WordList INTERCONNECTS =
      open("interconnect")
          .options(BANDWIDTH)
          .names("nvlink nvl72 pcie infiniband roce ethernet efa ici hccs")
          .build();
  static final WordList PURCHASES =
      closed("purchase").names("on-demand reserved spot owned credits").build();
  static final WordList QUANTIZATIONS =
      open("quantization")
          .names(
              "fp8 int8 int4 nf4 fp4 mxfp4 nvfp4 gptq awq smoothquant hqq aqlm Q8_0 Q6_K Q5_K_M Q5_K_S Q5_0 Q4_K_M Q4_K_S Q4_0 Q3_K_L Q3_K_M Q3_K_S Q2_K IQ4_XS IQ4_NL IQ3_M IQ3_XXS IQ2_M IQ2_XXS IQ1_M IQ1_S")
          .build();
  static final WordList FORMATS =
      open("format")
          .names("safetensors pickle gguf onnx tensorrt coreml mlx exl2")
          .addAll(QUANTIZATIONS)
          .build();
  static final WordList ENGINES =
      open("engine")
          .names(
              "vllm sglang tgi tensorrt-llm lmdeploy llama-cpp ollama mlx onnxruntime openvino transformers mindie api")
          .build();
  static final WordList MODES = closed("mode").names("online batch edge demo weights").build();
  static final WordList SIGNALS =
      open("signals")
          .names(
              "quality safety cost latency throughput errors drift usage abuse retrieval feedback")
          .build();
  static final WordList USER_FEEDBACK =
      open("user-feedback").names("thumbs ratings edits comments transcripts escalations").build();
  static final WordList OVERSIGHT = closed("oversight").names("none review approval").build();
  static final WordList WATERMARKS =
      open("watermark").names("text-watermark c2pa visible-label metadata none").build();
  static final WordList DOCUMENTS =
      open("documents")
          .names(
              "model-card data-card bom training-summary copyright-policy notification safety-framework risk-assessment signature user-guide")
          .build();

  private ServingWords() {}
}
