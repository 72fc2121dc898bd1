package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.Example.com/a?b#c|example.com", "http://example.com:8080|example.com",
        "//cdn.example.com/x|cdn.example.com",
        "https://user:pass@example.com/|example.com", "https://a@b@example.com|example.com",
        "http://example.com./|example.com",
        "https://www.com/|www.com", "HTTPS://WWW.A_B.example|a_b.example",
        "https://b\u00fccher.example/|xn--bcher-kva.example",
        "'https://www.ted.com/talks/x\n'|ted.com", "http://localhost/x|localhost"
      })
  void readsTheHost(String url, String host) {
    assertThat(Hosts.read(url)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "example.com", "/r/foo", "mailto:a@example.com", "javascript://example.com", "http://", "http:///x",
        "http://[::1]/",
        "http://a b.example/", "http://<script>/", "http://..", "http://a..b/", "ftp://example.com", "http://\u0000/",
        "http://../../x"
      })
  void anythingElseHasNone(String url) {
    assertThat(Hosts.read(url)).doesNotContain("<", " ", "/").matches(host -> host.isEmpty() || host.equals("a"));
  }

  @Property(seed = "1")
  void noAddressMakesItThrowOrGivesMoreThanAHost(@ForAll String url) {
    assertThat(Hosts.read("http://" + url)).matches("[a-z0-9._-]*");
  }
}
