/**
 * A pure function of two texts that remembers its results. At the limit, all are forgotten: texts of requests must not fill the memory.
 * The results are shared, so nothing may change them.
 */
export const remembered = <Result>(
  most: number,
  compute: (one: string, other: string) => Result,
): ((one: string, other: string) => Result) => {
  const known = new Map<string, Result>()
  return (one, other) => {
    const key = `${one}\n${other}`
    let result = known.get(key)
    if (result === undefined) {
      result = compute(one, other)
      if (known.size >= most) known.clear()
      known.set(key, result)
    }
    return result
  }
}
