/** Round numbers that cover a range, for the labels of an axis: about `count` of them, evenly spaced. */
export const ticks = (lowest: number, highest: number, count = 4): readonly number[] => {
  const span = highest - lowest || Math.abs(highest) || 1
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power
  // 0.6 / 0.2 is a little less than 3, and 3 * 0.1 is not 0.3.
  const first = Math.floor(lowest / step + 1e-9)
  const last = Math.ceil(highest / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
