import type { ReportedFlag } from '../report.ts'

/**
 * HL7 table 0078 and what laboratories write in its place. Beyond what the instrument can measure (`<`, `>`) counts as beyond the panic
 * limit, and so does a star: nobody is harmed by one alarm too many.
 */
const flags: ReadonlyMap<string, ReportedFlag | null> = new Map([
  ...['AA', 'CRIT', 'CRITICAL', 'PANIC', 'A*', '*A'].map((code) => [code, 'AA'] as const),
  ...['HH', '>', 'H*', '*H', 'HU'].map((code) => [code, 'HH'] as const),
  ...['LL', '<', 'L*', '*L', 'LU'].map((code) => [code, 'LL'] as const),
  ['H', 'H'],
  ['L', 'L'],
  ['N', 'N'],
  // Susceptible; better than before; no more than what the value says itself.
  ...['', 'S', 'VS', 'B', 'NEG', 'ND', 'NR'].map((code) => [code, null] as const),
])
const worstFirst: readonly ReportedFlag[] = ['AA', 'HH', 'LL', 'A', 'H', 'L', 'N']

/** The worst of OBX-8, whatever its case. What we do not know is not normal: `A`. */
export const abnormalFlag = (written: readonly string[]): ReportedFlag | null => {
  const read = written.map((each) => {
    const known = flags.get(each.trim().toUpperCase())
    return known === undefined ? 'A' : known
  })
  return worstFirst.find((flag) => read.includes(flag)) ?? null
}
