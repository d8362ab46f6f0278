package dev.genplan.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts the bytes that pass by into messages. Nonsense is passed over. */
final class Frames {

  private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

  private final Consumer<JsonObject> messages;
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private byte[] body = new byte[0];
  private int missing;

  Frames(Consumer<JsonObject> messages) {
    this.messages = messages;
  }

  synchronized void take(byte[] bytes, int from, int count) {
    int at = from;
    while (at < from + count) {
      if (missing > 0) {
        int part = Math.min(missing, from + count - at);
        System.arraycopy(bytes, at, body, body.length - missing, part);
        at += part;
        missing -= part;
        if (missing == 0) {
          message();
        }
      } else {
        header.write(bytes[at++]);
        headerEnds();
      }
    }
  }

  private void headerEnds() {
    byte[] soFar = header.toByteArray();
    int length = soFar.length;
    if (length >= 4
        && Arrays.equals(Arrays.copyOfRange(soFar, length - 4, length), END_OF_HEADER)) {
      header.reset();
      for (String line : new String(soFar, StandardCharsets.US_ASCII).split("\r\n")) {
        if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
          missing = Integer.parseInt(line.substring(15).strip());
          body = new byte[missing];
        }
      }
    }
  }

  private void message() {
    try {
      JsonElement parsed = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
      if (parsed.isJsonObject()) {
        messages.accept(parsed.getAsJsonObject());
      }
    } catch (JsonParseException nonsense) {
      // What a test sends on purpose says nothing to anybody.
    }
  }

  /** A stream that is listened to. */
  InputStream tap(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int most) throws IOException {
        int count = in.read(bytes, from, most);
        if (count > 0) {
          take(bytes, from, count);
        }
        return count;
      }
    };
  }

  /** A stream that is listened to; what is written is heard before it is sent. */
  OutputStream tap(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        take(bytes, from, count);
        out.write(bytes, from, count);
      }
    };
  }
}
