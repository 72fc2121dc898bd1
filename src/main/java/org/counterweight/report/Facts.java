package org.counterweight.report;

/** A table of names and values, a fact a row. */
final class Facts {

  private final Html html;

  private Facts(Html html) {
    this.html = html;
  }

  static Facts open(Html html, String label) {
    html.open("div", "class", "wide", "role", "region", "aria-label", label, "tabindex", "0");
    html.open("table", "class", "facts").open("tbody").line();
    return new Facts(html);
  }

  Facts fact(String name, String value) {
    return fact(name, value, "");
  }

  /** A fact with a remark under it, such as why a figure is not identifiable. */
  Facts fact(String name, String value, String remark) {
    html.open("tr").open("th", "scope", "row").name(name).close("th").open("td").text(value);
    if (!remark.isEmpty()) {
      html.open("small").text(remark).close("small");
    }
    html.close("td").close("tr").line();
    return this;
  }

  void close() {
    html.close("tbody").close("table").close("div").line();
  }
}
