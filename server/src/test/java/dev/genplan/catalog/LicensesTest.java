package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.catalog.License.Naming;
import dev.genplan.catalog.License.Permission;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensesTest {

  @Test
  void areFoundInAnyCase() {
    assertThat(Licenses.find("Apache-2.0")).isEqualTo(Licenses.find("apache-2.0")).isPresent();
    assertThat(Licenses.find("house-terms")).isEmpty();
  }

  @Test
  void haveIdsOfTheirOwnInLowerCase() {
    assertThat(Licenses.all()).extracting(License::id).doesNotHaveDuplicates();
    assertThat(Licenses.all())
        .allSatisfy(
            license -> assertThat(license.id()).isEqualTo(license.id().toLowerCase(Locale.ROOT)));
  }

  @Test
  void haveATitleInBothLanguages() {
    assertThat(Licenses.all())
        .allSatisfy(
            license -> {
              assertThat(license.title().en()).isNotBlank();
              assertThat(license.title().zh()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "cc0-1.0,          ALLOWED,   ALLOWED,   false, false",
    "apache-2.0,       ALLOWED,   ALLOWED,   false, true",
    "cc-by-4.0,        ALLOWED,   ALLOWED,   false, true",
    "cc-by-sa-4.0,     ALLOWED,   ALLOWED,   true,  true",
    "cc-by-nd-4.0,     ALLOWED,   FORBIDDEN, false, true",
    "cc-by-nc-4.0,     FORBIDDEN, ALLOWED,   false, true",
    "cc-by-nc-sa-4.0,  FORBIDDEN, ALLOWED,   true,  true",
    "cc-by-nc-nd-4.0,  FORBIDDEN, FORBIDDEN, false, true",
    "odbl,             ALLOWED,   ALLOWED,   true,  true",
    "proprietary,      UNKNOWN,   UNKNOWN,   false, false"
  })
  void sayWhatTheyAllowAndAsk(
      String id,
      Permission commercial,
      Permission derivatives,
      boolean shareAlike,
      boolean attribution) {
    License license = license(id);

    assertThat(license.commercialUse()).isEqualTo(commercial);
    assertThat(license.derivatives()).isEqualTo(derivatives);
    assertThat(license.shareAlike()).isEqualTo(shareAlike);
    assertThat(license.attribution()).isEqualTo(attribution);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4"})
  void ofLlamaEndAtSevenHundredMillionUsers(String id) {
    assertThat(license(id).userThreshold()).hasValue(700_000_000);
    assertThat(license(id).useRestrictions()).isTrue();
  }

  @Test
  void ofLlamaAskForANameSinceTheThirdVersion() {
    assertThat(license("llama2").naming()).isEmpty();
    assertThat(license("llama3").naming())
        .contains(new Naming("Built with Meta Llama 3", "Llama 3"));
    assertThat(license("llama3.1").naming()).contains(new Naming("Built with Llama", "Llama"));
  }

  @ParameterizedTest
  @CsvSource({
    "mit,                   ALLOWED",
    "llama2,                OWN_FAMILY",
    "llama3,                OWN_FAMILY",
    "llama3.1,              NAMING",
    "gemma,                 SAME_TERMS",
    "bigcode-openrail-m,    SAME_TERMS",
    "other,                 UNKNOWN"
  })
  void sayWhetherOtherModelsMayBeTrainedOnOutputs(String id, TrainingOnOutputs expected) {
    assertThat(license(id).trainingOnOutputs()).isEqualTo(expected);
  }

  private static License license(String id) {
    return Licenses.find(id).orElseThrow();
  }
}
