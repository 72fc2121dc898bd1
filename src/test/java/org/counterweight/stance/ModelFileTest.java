package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private final byte[] bytes = ModelFile.bytes(ModelSet.of(Made.MODEL));

  @Test
  void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
    var file = folder.resolve("made.model");
    ModelFile.write(ModelSet.of(Made.MODEL), file);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    var read = ModelFile.read(file);
    assertThat(read.names()).containsExactly("fast");
    assertThat(read.fast().header()).isEqualTo(Made.MODEL.header());
    assertThat(read.fast().weights().weights()).isEqualTo(Made.MODEL.weights().weights());
    assertThat(ModelFile.bytes(read)).isEqualTo(bytes);
    assertThat(Models.load("fast", file.toString()).digest()).isEqualTo(Made.MODEL.digest());
  }

  @Test
  void allThreeAreReadBackFromOneFile(@TempDir Path folder) throws IOException {
    var file = folder.resolve("all.model");
    ModelFile.write(Made.MODELS, file);
    var read = ModelFile.read(file);
    assertThat(read.names()).containsExactly("fast", "accurate", "cascade");
    assertThat(read.accurate().orElseThrow().header()).isEqualTo(Made.ACCURATE.header());
    assertThat(read.cascade().orElseThrow().header()).isEqualTo(Made.CASCADE.header());
    assertThat(ModelFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    for (String name : read.names()) {
      assertThat(Models.load(name, file.toString()).name()).isEqualTo(name);
    }
    assertThat(Models.load("cascade", file.toString()).digest()).isEqualTo(Made.CASCADE.digest());
    assertThat(Models.load("fast", file.toString()).digest()).isEqualTo(Made.MODEL.digest());
  }

  @Test
  void aClassifierThatAFileLacksIsRefusedByWhatItHolds(@TempDir Path folder) {
    var file = folder.resolve("fast-only.model");
    ModelFile.write(ModelSet.of(Made.MODEL), file);
    for (String name : new String[] {"accurate", "cascade"}) {
      assertThatThrownBy(() -> Models.load(name, file.toString()))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("Cannot load classifier " + name + ": the model file (" + file + ") holds only fast;")
          .hasMessageContaining("use fast");
    }
  }

  @Test
  void modelsOfAnotherEncoderAreRefusedWhenTheyAreLoaded(@TempDir Path folder) {
    var header = Made.ACCURATE.header();
    var other =
        new AccurateHeader(
            "0".repeat(64), header.scores(), header.settings(), header.head(), header.calibration(),
            header.quality());
    var file = folder.resolve("other.model");
    ModelFile.write(ModelSet.of(Made.MODEL, other, Made.CASCADE.header()), file);
    for (String name : new String[] {"accurate", "cascade"}) {
      assertThatThrownBy(() -> Models.load(name, file.toString()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("the model was trained with " + "0".repeat(64));
    }
    assertThat(Models.load("fast", file.toString()).digest()).isEqualTo(Made.MODEL.digest());
  }

  @Test
  void eachDigestCoversWhatItsClassifierRestsOn() {
    var header = Made.ACCURATE.header();
    var otherEncoder =
        new AccurateHeader(
            "0".repeat(64), header.scores(), header.settings(), header.head(), header.calibration(),
            header.quality());
    var cascade = Made.CASCADE.header();
    var higher =
        new CascadeHeader(
            cascade.threshold() + 1, cascade.quality());
    var other = ModelSet.of(Made.MODEL, otherEncoder, cascade);
    assertThat(other.fast().digest()).isEqualTo(Made.MODEL.digest());
    assertThat(other.accurate().orElseThrow().digest()).isNotEqualTo(Made.ACCURATE.digest());
    assertThat(other.cascade().orElseThrow().digest()).isNotEqualTo(Made.CASCADE.digest());
    var later = ModelSet.of(Made.MODEL, header, higher);
    assertThat(later.accurate().orElseThrow().digest()).isEqualTo(Made.ACCURATE.digest());
    assertThat(later.cascade().orElseThrow().digest()).isNotEqualTo(Made.CASCADE.digest());
    assertThat(Made.MODEL.digest()).isNotEqualTo(Made.ACCURATE.digest()).isNotEqualTo(Made.CASCADE.digest());
  }

  @Test
  void harmToTheTransformersPartsIsSeen() {
    byte[] all = ModelFile.bytes(Made.MODELS);
    int own = bytes.length - 8 - 32; // where the parts beyond the linear model begin
    for (int at = own; at < all.length; at += 37) {
      byte[] flipped = all.clone();
      flipped[at] ^= 0x10;
      assertRefused(flipped, "");
      assertRefused(Arrays.copyOf(all, at), "");
    }
    String text = new String(all, StandardCharsets.ISO_8859_1);
    String noDigest = text.replace("\"encoder\":\"" + Tiny.SHA256.substring(0, 4), "\"encoder\":\"none");
    assertRefused(resealed(noDigest.getBytes(StandardCharsets.ISO_8859_1)), "its encoder has no sha256");
  }

  @Test
  void anAccurateModelWithoutItsCascadeIsRefused() {
    byte[] all = ModelFile.bytes(Made.MODELS);
    int accurate = bytes.length - 8 - 32;
    int length = ByteBuffer.wrap(all, accurate, 4).getInt();
    byte[] half = Arrays.copyOf(all, accurate + 4 + length + 4 + 32);
    Arrays.fill(half, accurate + 4 + length, half.length, (byte) 0);
    assertRefused(resealed(half), "it holds one of accurate and cascade without the other");
  }

  @Test
  void digestIsTheTrailingChecksum() {
    String trailing = HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length);
    assertThat(Made.MODEL.digest()).isEqualTo(trailing);
  }

  @Test
  void truncatedAnywhereIsRefused() {
    for (int length = 0; length < bytes.length; length += length < 200 ? 1 : 997) {
      assertRefused(Arrays.copyOf(bytes, length), "");
    }
    assertRefused(Arrays.copyOf(bytes, bytes.length - 1), "its checksum does not fit: it is cut short or damaged");
  }

  @Test
  void aFlippedByteAnywhereIsRefused() {
    for (int at = 0; at < bytes.length; at += at < 200 ? 1 : 991) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 0x10;
      assertRefused(flipped, "");
    }
  }

  @Test
  void bytesAfterTheEndAreRefused() {
    assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "its checksum does not fit");
    assertRefused(resealed(Arrays.copyOf(bytes, bytes.length + 3)), "it has 3 bytes too many");
  }

  @Test
  void anotherVersionIsNamed() {
    byte[] other = bytes.clone();
    other[7] = 9;
    assertRefused(resealed(other), "it has format version 9, this build reads version 2");
  }

  @Test
  void anotherKindIsNamed() {
    byte[] other = bytes.clone();
    System.arraycopy("cubist".getBytes(StandardCharsets.US_ASCII), 0, other, 12, 6);
    assertRefused(resealed(other), "it is of kind 'cubist', not 'stance'");
  }

  @Test
  void somethingElseIsNoModel() {
    assertRefused("PK\3\4 and so on".getBytes(StandardCharsets.US_ASCII), "it is not a model file");
    assertRefused(new byte[0], "it is not a model file");
  }

  @Test
  void aHeaderThatBreaksItsRulesIsRefused() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\"bits\":12", "\"bits\":99");
    assertRefused(resealed(text.getBytes(StandardCharsets.ISO_8859_1)), "its header cannot be read");
    String garbled = new String(bytes, StandardCharsets.ISO_8859_1).replace("\"bits\":12", "\"bits:\"12");
    assertRefused(resealed(garbled.getBytes(StandardCharsets.ISO_8859_1)), "its header cannot be read");
  }

  @Test
  void weightsThatDoNotFitTheHeaderAreRefused() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\"bits\":12", "\"bits\":11");
    assertRefused(resealed(text.getBytes(StandardCharsets.ISO_8859_1)), "not four a bucket");
  }

  @Test
  void aFolderIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot load model " + folder);
    assertThatThrownBy(() -> ModelFile.write(ModelSet.of(Made.MODEL), folder))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot save model");
  }

  private static byte[] resealed(byte[] file) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(file, 0, file.length - 32);
      System.arraycopy(sha256.digest(), 0, file, file.length - 32, 32);
      return file;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRefused(byte[] file, String why) {
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(file), "x.model"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot load model x.model: ")
        .hasMessageContaining(why);
  }
}
