import { valueOf, type Segment } from './segment.ts'

/** A coded element in which LOINC is either the primary or the alternate code. */
export const codedOf = (of: Segment, field: number): { code: string; loinc: string; name: string } => {
  const [first, second] = [1, 4].map((at) => ({
    code: valueOf(of, field, at),
    name: valueOf(of, field, at + 1),
    isLoinc: valueOf(of, field, at + 2) === 'LN',
  }))
  const loinc = [first, second].find((each) => each?.isLoinc)?.code ?? ''
  const own = [first, second].find((each) => each !== undefined && !each.isLoinc && each.code !== '')
  return { code: own?.code ?? loinc, loinc, name: first?.name || second?.name || own?.code || loinc }
}
