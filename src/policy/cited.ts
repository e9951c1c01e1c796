/** A value that knows its citation: `parameter` is its place in `Pack.values`. */
export interface Cited<Value> {
  readonly value: Value;
  readonly parameter: number;
}
