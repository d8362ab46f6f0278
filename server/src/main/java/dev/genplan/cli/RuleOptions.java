package dev.genplan.cli;

import dev.genplan.analysis.NamedSettings;
import dev.genplan.analysis.Settings;
import dev.genplan.rules.Profile;
import dev.genplan.rules.Rule;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that say which rules run and how much their findings matter. */
final class RuleOptions {

  private static final String PROFILE = "profile";
  private static final String RULE = "rule";

  private RuleOptions() {}

  /** Adds the options that {@link #settings} reads. */
  static Options addOptions(Options options) {
    return addProfile(options).addOption(Option.builder().longOpt(RULE).hasArg().get());
  }

  /** Adds the option that {@link #profile} reads. */
  static Options addProfile(Options options) {
    return options.addOption(Option.builder().longOpt(PROFILE).hasArg().get());
  }

  /**
   * The settings that a call asks for; of several levels for a rule the last one counts.
   *
   * @throws UsageException if a profile, a rule or a level is not known
   */
  static Settings settings(Invocation call, Supplier<LocalDate> today) throws UsageException {
    Map<String, String> levels = new LinkedHashMap<>();
    for (String setting : call.values(RULE)) {
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            Localized.of(
                    "`--rule` takes the name of a rule and what to set it to, such as"
                        + " `no-rollback=off`, not `{0}`",
                    "`--rule` 应为规则名及其设置，例如 `no-rollback=off`，而不是 `{0}`")
                .with(setting));
      }
      levels.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    // Where no rule is named, none is loaded yet: that can be done while the first file is read.
    List<Rule> rules = levels.isEmpty() ? List.of() : RuleIndex.all();
    NamedSettings read = NamedSettings.read(today, call.value(PROFILE), levels, rules);
    if (!read.problems().isEmpty()) {
      throw new UsageException(read.problems().get(0));
    }
    return read.settings();
  }

  /**
   * The profile that a call names; if it names none, the one that contains all rules.
   *
   * @throws UsageException if there is no such profile
   */
  static Profile profile(Invocation call, Supplier<LocalDate> today) throws UsageException {
    return call.value(PROFILE).isEmpty() ? Profile.ALL : settings(call, today).profile();
  }
}
