// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import io.jhdf.ObjectHeader;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.ChunkOffset;
import io.jhdf.dataset.chunked.ChunkedDatasetV3;
import io.jhdf.dataset.chunked.ChunkedDatasetV4;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.FilterManager;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.disentangle.error.InvalidInputException;

/**
 * The chunks of an array in an open file. A chunk says which filters of the array its writer left
 * out, and those are not undone.
 */
final class Hdf5Chunks {

  /** An array whose chunks are found by a B-tree of version 1. */
  private static final class Tree extends ChunkedDatasetV3 {

    Tree(HdfBackingStorage storage, ChunkedDataset dataset, ObjectHeader header) {
      super(storage, dataset.getAddress(), dataset.getName(), dataset.getParent(), header);
    }

    Map<ChunkOffset, Chunk> chunks() {
      return getChunkLookup();
    }
  }

  /** An array with one of the later indices. */
  private static final class Index extends ChunkedDatasetV4 {

    Index(HdfBackingStorage storage, ChunkedDataset dataset, ObjectHeader header) {
      super(storage, dataset.getAddress(), dataset.getName(), dataset.getParent(), header);
    }

    Map<ChunkOffset, Chunk> chunks() {
      return getChunkLookup();
    }
  }

  private final ChunkedDataset dataset;
  private final List<FilterInfo> filters;
  private final Map<ChunkOffset, Chunk> chunks;

  Hdf5Chunks(Hdf5Array array, Hdf5File.Open open) {
    dataset = (ChunkedDataset) array.dataset(open);
    requireFilters(array, dataset);
    HdfBackingStorage storage = open.hdf5().getHdfBackingStorage();
    ObjectHeader header = ObjectHeader.readObjectHeader(storage, dataset.getAddress());
    filters =
        header.hasMessageOfType(FilterPipelineMessage.class)
            ? header.getMessageOfType(FilterPipelineMessage.class).getFilters()
            : List.of();
    chunks =
        dataset instanceof ChunkedDatasetV3
            ? new Tree(storage, dataset, header).chunks()
            : new Index(storage, dataset, header).chunks();
  }

  /**
   * Refuses an array with a filter that cannot be undone.
   *
   * @throws InvalidInputException if it has one
   */
  static void requireFilters(Hdf5Array array, ChunkedDataset dataset) {
    try {
      dataset.getFilters();
    } catch (HdfException e) {
      Throwable first = e;
      while (first.getCause() != null) {
        first = first.getCause();
      }
      if (!(first instanceof HdfFilterException)) {
        throw e;
      }
      throw array
          .file()
          .file()
          .refuse(
              "array "
                  + array.name()
                  + " with a filter that is not supported ("
                  + first.getMessage()
                  + ")",
              "filters gzip, shuffle, Fletcher 32, LZF, LZ4 or bit shuffle",
              "Write it without: h5repack -f NONE IN OUT.",
              e);
    }
  }

  /** The numbers of a chunk, as bytes. */
  byte[] bytes(int[] offset) {
    Chunk chunk = chunks.get(new ChunkOffset(Arrays.stream(offset).asLongStream().toArray()));
    BitSet leftOut = chunk == null ? null : chunk.getFilterMask();
    if (leftOut == null || leftOut.isEmpty()) {
      return dataset.getDecompressedChunk(offset);
    }
    List<FilterInfo> used = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      if (!leftOut.get(i)) {
        used.add(filters.get(i));
      }
    }
    ByteBuffer stored = dataset.getRawChunkBuffer(offset);
    byte[] encoded = new byte[stored.remaining()];
    stored.get(encoded);
    return FilterManager.getPipeline(used).decode(encoded);
  }
}
