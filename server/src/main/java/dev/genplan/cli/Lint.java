package dev.genplan.cli;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.catalog.Metrics;
import dev.genplan.catalog.Models;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.SourceFile;
import dev.genplan.report.ConciseReport;
import dev.genplan.report.DocLinks;
import dev.genplan.report.HumanReport;
import dev.genplan.report.JsonReport;
import dev.genplan.report.Paint;
import dev.genplan.report.Report;
import dev.genplan.report.Sources;
import dev.genplan.report.Summary;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Localized;
import dev.genplan.workspace.CheckedFile;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Snapshot;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One run of {@code genplan lint}. */
final class Lint implements Sources {

  /** Fewer files are checked before a second thread has started. */
  private static final int MANY = 8;

  private record Checked(List<Diagnostic> findings, boolean failed) {}

  private final Invocation call;
  private final OptionalInt maxWarnings;
  private final Inputs inputs;
  private final Analyzer analyzer;
  private final Snapshot snapshot;
  private final Report report;

  Lint(Invocation call) throws UsageException {
    this.call = call;
    this.maxWarnings = maxWarnings(call);
    this.inputs = Inputs.of(call);
    this.analyzer = new Analyzer(RuleIndex.all(), RuleOptions.settings(call, today(call)));
    this.snapshot = inputs.open(call, analyzer);
    this.report = report();
  }

  private static OptionalInt maxWarnings(Invocation call) throws UsageException {
    Optional<String> given = call.value("max-warnings");
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseUnsignedInt(given.get()));
    } catch (NumberFormatException e) {
      throw new UsageException(
          Localized.of(
                  "`--max-warnings` takes a number, not `{0}`", "`--max-warnings` 应为数字，而不是 `{0}`")
              .with(given.get()));
    }
  }

  /** The day to take for today. */
  static Supplier<LocalDate> today(Invocation call) throws UsageException {
    Optional<String> given = call.value("as-of");
    if (given.isEmpty()) {
      return call.environment().today();
    }
    try {
      LocalDate day = LocalDate.parse(given.get());
      return () -> day;
    } catch (DateTimeParseException e) {
      throw new UsageException(
          Localized.of(
                  "`--as-of` takes a date such as `2026-12-01`, not `{0}`",
                  "`--as-of` 应为日期，例如 `2026-12-01`，而不是 `{0}`")
              .with(given.get()));
    }
  }

  private Report report() throws UsageException {
    PrintWriter out = call.environment().out();
    Paint paint = Colors.of(call);
    return switch (call.choice("format", List.of("human", "concise", "json"))) {
      case "json" -> new JsonReport(out, this, new DocLinks(), call.language());
      case "concise" -> new ConciseReport(out, this, call.language(), paint);
      default -> new HumanReport(out, this, new DocLinks(), call.language(), paint);
    };
  }

  int run() {
    boolean failed = inputs.complain(call);
    List<Targets.Target> targets = inputs.targets().files();
    if (targets.isEmpty()) {
      return ExitCode.FAILURE;
    }
    List<Checked> checked = checkAll(targets);
    List<List<Diagnostic>> findings = checked.stream().map(Checked::findings).toList();
    Summary summary = Summary.of(findings);
    findings.forEach(report::file);
    report.end(summary);
    return failed || checked.stream().anyMatch(Checked::failed)
        ? ExitCode.FAILURE
        : exitCode(summary);
  }

  private int exitCode(Summary summary) {
    int warnings = summary.count(Severity.WARNING);
    if (maxWarnings.isPresent() && warnings > maxWarnings.getAsInt()) {
      call.complain(
          Localized.of(
                  "more warnings than the {0} that `--max-warnings` allows",
                  "警告超过了 `--max-warnings` 允许的 {0} 个")
              .with(maxWarnings.getAsInt()));
      return ExitCode.FINDINGS;
    }
    return summary.count(Severity.ERROR) > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private List<Checked> checkAll(List<Targets.Target> targets) {
    prepare(targets.get(0));
    Stream<Targets.Target> stream =
        targets.size() < MANY ? targets.stream() : targets.parallelStream();
    return stream.map(this::check).toList();
  }

  /**
   * Loads the words of the language while the first file is read, for the one takes as long as the
   * other. No class of the parser knows a class of the schema, so neither thread can wait for what
   * the other has begun to load.
   */
  private void prepare(Targets.Target first) {
    Thread reader = new Thread(() -> snapshot.file(FileUris.of(first.path())), "reader");
    // Whoever asks for the file meets the same failure, and says more of it.
    reader.setUncaughtExceptionHandler((thread, failure) -> {});
    reader.start();
    Schema.kinds();
    Models.all();
    Metrics.all();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Checked check(Targets.Target target) {
    String uri = FileUris.of(target.path());
    Optional<SourceFile> file = snapshot.file(uri);
    if (file.isEmpty()) {
      return new Checked(List.of(CheckedFile.unreadable(uri)), true);
    }
    if (!snapshot.isUtf8(uri)) {
      return new Checked(List.of(CheckedFile.notUtf8(file.get())), true);
    }
    try {
      Analysis analysis =
          analyzer.analyze(file.get(), snapshot, Optional.empty(), Cancellation.NEVER);
      return new Checked(analysis.diagnostics(), false);
    } catch (RuntimeException e) {
      throw new IllegalStateException("while checking " + target.shown(), e);
    }
  }

  @Override
  public String path(String uri) {
    return FileUris.path(uri).map(inputs.targets()::shown).orElse(uri);
  }

  @Override
  public LineIndex lines(String uri) {
    return snapshot.file(uri).map(file -> file.tree().lines()).orElseGet(() -> new LineIndex(""));
  }
}
