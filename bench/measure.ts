// Ratios. Absolute figures belong to a machine; what holds elsewhere is how two
// things compare that were measured in turns, in one run.

export type Row = {
  readonly what: string;
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
};

export const sorted = (values: readonly number[]): readonly number[] =>
  values.toSorted((one, other) => one - other);
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Measure two things in turns, so that whatever else the machine does meets both.
 *
 * @returns the median over the rounds of theirs ÷ ours: above 1, ours is faster
 */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<number> {
  await ours(); // warm, not counted
  await theirs();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Whoever goes first meets a cooler machine.
    const first = round % 2 === 0;
    const one = await (first ? ours : theirs)();
    const other = await (first ? theirs : ours)();
    ratios.push(first ? other / one : one / other);
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  return median(ratios);
}

/** A row of "at least so many times". */
export const atLeast = (what: string, bar: number, ratio: number): Row => ({
  what,
  bar: `≥ ${bar}×`,
  measured: `${ratio.toFixed(2)}×`,
  met: ratio >= bar,
});

/** A row of "at most". */
export const atMost = (what: string, bar: number, value: number, unit: string, digits = 2): Row => ({
  what,
  bar: `≤ ${bar}${unit}`,
  measured: `${value.toFixed(digits)}${unit}`,
  met: value <= bar,
});

/** A row of "exactly". */
export const exactly = (what: string, wanted: number, counted: number): Row => ({
  what,
  bar: `= ${wanted}`,
  measured: String(counted),
  met: counted === wanted,
});

/** A ratio that is worth knowing, and that nothing depends on. */
export const reported = (what: string, ratio: number): Row => ({
  what,
  bar: "–",
  measured: `${ratio.toFixed(2)}×`,
  met: true,
});
