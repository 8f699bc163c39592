import type { Measured } from './measure-clinic.testing.ts'

const percent = (part: number, all = 1): string => `${((100 * part) / all).toFixed(1)} %`
const row = (...cells: readonly (number | string)[]): string => `| ${cells.join(' | ')} |`

type Tally = readonly [one: number, all: number]

const sums = <K extends string, V>(
  maps: readonly ReadonlyMap<K, V>[],
  read: (value: V) => Tally,
): ReadonlyMap<K, Tally> => {
  const total = new Map<K, Tally>()
  for (const map of maps)
    for (const [key, value] of map) {
      const [one, all] = total.get(key) ?? [0, 0]
      const [moreOfOne, more] = read(value)
      total.set(key, [one + moreOfOne, all + more])
    }
  return total
}

/** The rows of the tables of docs/compliance/access-monitor.md. */
export const measuredRows = (bySeed: ReadonlyMap<number, Measured>): readonly string[] => {
  const measured = [...bySeed.values()]
  const found = sums(
    measured.map((each) => each.found),
    ({ found: some, all }) => [some, all],
  )
  const reasons = sums(
    measured.map((each) => each.reasons),
    ({ misuse, cases }) => [misuse, cases],
  )
  return [
    ...[...bySeed].map(([seed, each]) =>
      row(
        seed,
        each.rows.toLocaleString('en-US'),
        each.cases,
        percent(each.precision),
        percent(each.precisionAt50),
        percent(each.honestExplained),
        each.casesPer100MembersAndDay.toFixed(2),
      ),
    ),
    ...[...found].map(([scenario, [some, all]]) => row(scenario, `${some} of ${all}`, percent(some, all))),
    ...[...reasons]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, [misuse, cases]]) => row(code, cases, percent(misuse, cases))),
  ]
}
