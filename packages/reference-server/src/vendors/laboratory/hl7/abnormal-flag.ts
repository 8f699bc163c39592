import type { ReportedFlag } from '../report.ts'

/**
 * HL7 table 0078 and common substitutes. Beyond the range of the instrument (`<`, `>`) counts as beyond the panic limit, and so does a
 * star: a false alarm is safer than a missed one.
 */
const flags: ReadonlyMap<string, ReportedFlag | null> = new Map([
  ...['AA', 'CRIT', 'CRITICAL', 'PANIC', 'A*', '*A'].map((code) => [code, 'AA'] as const),
  ...['HH', '>', 'H*', '*H', 'HU'].map((code) => [code, 'HH'] as const),
  ...['LL', '<', 'L*', '*L', 'LU'].map((code) => [code, 'LL'] as const),
  ['H', 'H'],
  ['L', 'L'],
  ['N', 'N'],
  // Susceptible; better than before; or no more than the value states itself.
  ...['', 'S', 'VS', 'B', 'NEG', 'ND', 'NR'].map((code) => [code, null] as const),
])
const worstFirst: readonly ReportedFlag[] = ['AA', 'HH', 'LL', 'A', 'H', 'L', 'N']

/** The most severe flag of OBX-8, in upper or lower case. An unknown flag is not normal: `A`. */
export const abnormalFlag = (written: readonly string[]): ReportedFlag | null => {
  const read = written.map((each) => {
    const known = flags.get(each.trim().toUpperCase())
    return known === undefined ? 'A' : known
  })
  return worstFirst.find((flag) => read.includes(flag)) ?? null
}
