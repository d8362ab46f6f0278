package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.report.DocLinks;
import dev.genplan.rules.Category;
import dev.genplan.rules.Profile;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of findings between the workspace and the client. */
class PublisherTest {

  private static final String WRONG = "finetun x { }\n";
  private static final String DEFECT = "model defect { }\n";

  /** A rule that fails on plans that declare {@code defect}. */
  private record Defective() implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("defective", Category.FLOW, Severity.WARNING, "Fails.", "出错。")
          .forLibrariesToo();
    }

    @Override
    public void check(Plan plan, Reporter reporter) {
      if (plan.own().stream().anyMatch(symbol -> symbol.name().equals("defect"))) {
        throw new IllegalStateException("a defect, as the test wants it");
      }
    }
  }

  private record Client(BlockingQueue<PublishDiagnosticsParams> published) implements Endpoint {
    @Override
    public CompletableFuture<?> request(String method, Object parameter) {
      return new CompletableFuture<>();
    }

    @Override
    public void notify(String method, Object parameter) {
      if (parameter instanceof PublishDiagnosticsParams findings) {
        published.add(findings);
      }
    }
  }

  @TempDir Path folder;
  private final ClientFeatures features =
      ClientFeatures.of(new InitializeParams(), Language.ENGLISH);
  private final ClientUris uris = new ClientUris();
  private final Client client = new Client(new LinkedBlockingQueue<>());
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace =
        new Workspace(
            List.of(folder),
            new Analyzer(
                List.of(new Defective()), Settings.usual(TestPlans.TODAY).with(Profile.ALL)));
  }

  private Translator translator(Snapshot snapshot) {
    return new Translator(features, uris, new DocLinks(), snapshot);
  }

  private Publisher publisher() {
    return new Publisher(
        workspace,
        this::translator,
        client,
        uris,
        new Trace(client, Optional.empty()),
        features.pullsDiagnostics());
  }

  private String write(String name, String text) throws IOException {
    return FileUris.of(Files.writeString(folder.resolve(name), text));
  }

  private List<String> next(String uri) throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams findings = client.published().poll(30, TimeUnit.SECONDS);
      assertThat(findings).as("findings of " + uri).isNotNull();
      if (findings.getUri().equals(uri)) {
        return findings.getDiagnostics().stream()
            .map(Diagnostic::getCode)
            .map(code -> code.getLeft())
            .toList();
      }
    }
  }

  @Test
  void aDefectInOneFileTakesNothingFromOthers() throws IOException, InterruptedException {
    String bad = write("bad.genplan", DEFECT);
    String wrong = write("wrong.genplan", WRONG);
    workspace.open("untitled:bad", 1, DEFECT);
    workspace.open("untitled:wrong", 1, WRONG);
    try (Publisher publisher = publisher()) {
      publisher.openedOrClosed("untitled:bad");
      publisher.list(new LinkedHashSet<>(List.of(bad, wrong)));

      assertThat(next("untitled:wrong")).containsExactly("unknown-kind");
      assertThat(next(wrong)).containsExactly("unknown-kind");
    }
  }

  @Test
  void keepsNoFindingsOfDocumentsThatAreClosed() {
    workspace.open("untitled:plan", 1, WRONG);
    Snapshot open = workspace.current();
    Analysis analysis = open.analysis("untitled:plan", Cancellation.NEVER).orElseThrow();
    Findings findings = new Findings();
    List<Diagnostic> found = findings.of("untitled:plan", analysis, translator(open));
    findings.keepOpen(open);
    assertThat(findings.of("untitled:plan", analysis, translator(open))).isSameAs(found);

    workspace.close("untitled:plan");
    findings.keepOpen(workspace.current());

    assertThat(findings.of("untitled:plan", analysis, translator(open)))
        .isEqualTo(found)
        .isNotSameAs(found);
  }

  @Test
  void checksAFileThatWasOpenThoughTheScanWasDeclined() throws IOException {
    String wrong = write("wrong.genplan", WRONG);
    ClosedFiles closed = new ClosedFiles();
    List<String> checked = new ArrayList<>();
    ClosedFiles.Listener listener =
        new ClosedFiles.Listener() {
          @Override
          public void begins(int files) {
            if (checked.isEmpty()) {
              closed.decline();
              checked.add("declined");
            }
          }

          @Override
          public void found(String uri, List<Diagnostic> findings) {
            checked.add(uri);
          }

          @Override
          public void gone(String uri) {}
        };
    closed.list(new LinkedHashSet<>(List.of(wrong)));
    update(closed, listener);
    assertThat(checked).containsExactly("declined");

    closed.checkAnew(wrong);
    closed.markAll();
    update(closed, listener);
    assertThat(checked).containsExactly("declined", wrong);
  }

  private void update(ClosedFiles closed, ClosedFiles.Listener listener) {
    Snapshot snapshot = workspace.current();
    closed.update(snapshot, translator(snapshot), Cancellation.NEVER, listener);
  }
}
