package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {

  @AfterEach
  void forget() {
    System.clearProperty("spark.hadoop.fs.s3a.endpoint");
  }

  @Test
  void hadoopSettingsComeFromTheSystemPropertiesThatSparkReadsToo() {
    assertThat(Storage.local().configuration().get("fs.s3a.endpoint", "")).isEmpty();
    System.setProperty("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:9000");
    assertThat(Storage.local().settings()).containsEntry("fs.s3a.endpoint", "http://127.0.0.1:9000");
    assertThat(Storage.local().configuration().get("fs.s3a.endpoint")).isEqualTo("http://127.0.0.1:9000");
    assertThat(Storage.local().settings()).doesNotContainKey("java.version");
  }

  /** Connectors such as S3A ask Hadoop for its own local file system, to keep on disk what they upload. */
  @Test
  void localFilesHaveNoChecksumFilesAndConnectorsFindHadoopsOwnFileSystem() throws IOException {
    assertThat(Storage.local().fileSystem(Storage.path("/tmp"))).isExactlyInstanceOf(RawLocalFileSystem.class);
    assertThat(FileSystem.getLocal(Storage.local().configuration())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gopher://host/a", "C:/corpus", "s3a://bucket/a"})
  void aSchemeThatNobodyHereKnowsIsNamedWithThoseThatAreKnown(String named) {
    var scheme = named.substring(0, named.indexOf(':'));
    assertThatThrownBy(() -> Storage.local().fileSystem(Storage.path(named)))
        .isInstanceOf(LocationException.class)
        .hasMessageStartingWith("Cannot reach " + named + ": no file system is known for '" + scheme + ":'")
        .hasMessageContaining("known here are file, hdfs, webhdfs")
        .hasMessageContaining("class path: COUNTERWEIGHT_JARS");
  }

  @Test
  void aSchemeThatTheSettingsTellOfIsKnown() throws IOException {
    var storage = new Storage(Map.of("fs.mine.impl", "org.apache.hadoop.fs.RawLocalFileSystem"));
    assertThat(storage.fileSystem(Storage.path("file:///"))).isNotNull();
    var wrong = new Storage(Map.of("fs.mine.impl", "no.such.Class"));
    assertThatThrownBy(() -> wrong.fileSystem(Storage.path("mine://a/b")))
        .isInstanceOf(LocationException.class);
    assertThat(storage.configuration().get("fs.mine.impl")).isNotNull();
  }
}
