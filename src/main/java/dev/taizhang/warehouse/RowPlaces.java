package dev.taizhang.warehouse;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArray;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArrayFormat;

/** Places of rows in one data file, counted from 0: a bit for each row at the most. */
public final class RowPlaces implements Externalizable {

  private static final long serialVersionUID = 1L;

  private RoaringBitmapArray places;

  /** No places yet. */
  public RowPlaces() {
    this(new RoaringBitmapArray());
  }

  RowPlaces(RoaringBitmapArray places) {
    this.places = places;
  }

  void add(long place) {
    places.add(place);
  }

  void addAll(RowPlaces more) {
    places.or(more.places);
  }

  /** How many. */
  long count() {
    return places.cardinality();
  }

  /** As Delta keeps them. */
  byte[] bytes() {
    places.runOptimize();
    return places.serializeAsByteArray(RoaringBitmapArrayFormat.Portable());
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    byte[] bytes = bytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    places = RoaringBitmapArray.readFrom(bytes);
  }
}
