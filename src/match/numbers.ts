/** Whole numbers in memory that grows: no object per number. */
export class Numbers {
  length = 0;
  private taken = new Int32Array(1024);

  add(number: number): void {
    if (this.length === this.taken.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.taken);
      this.taken = larger;
    }
    this.taken[this.length++] = number;
  }

  at(place: number): number {
    return this.taken[place] as number;
  }

  finish(): Int32Array<ArrayBuffer> {
    return this.taken.subarray(0, this.length);
  }
}
