package windrose.feature.readings.archive;

import windrose.feature.readings.packed.Chunk;
import windrose.feature.readings.packed.ChunkCodec;

/** A chunk as its row has it, still packed. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed or compared
record PackedChunk(long series, long startUs, int spanS, int count, byte[] data) {
  static PackedChunk of(long series, Chunk chunk) {
    return new PackedChunk(
        series,
        chunk.startUs(),
        chunk.spanS(),
        chunk.readings().size(),
        ChunkCodec.pack(chunk.readings(), chunk.startUs()));
  }

  Chunk unpack() {
    return new Chunk(startUs, spanS, ChunkCodec.unpack(data, startUs));
  }
}
