/**
 * The order of an 837P's segments (005010X222A1), as far as it has those that professional claims have here. `IL N3` is the N3 that
 * belongs to NM1*IL. What stands at one place may stand there in any order.
 */
const order = [
  'ST',
  'BHT',
  'NM1*41',
  '41 PER',
  'NM1*40',
  'HL*20',
  'PRV*BI',
  'NM1*85',
  '85 N3',
  '85 N4',
  '85 REF',
  'HL*22',
  'SBR',
  'NM1*IL',
  'IL N3',
  'IL N4',
  'IL DMG',
  'NM1*PR',
  'PR N3',
  'PR N4',
  'HL*23',
  'PAT',
  'NM1*QC',
  'QC N3',
  'QC N4',
  'QC DMG',
  'CLM',
  'AMT',
  'REF',
  'HI',
  'NM1*DN',
  'NM1*82',
  '82 PRV',
  'NM1*DQ',
  'LX',
  'SV1',
  'DTP',
  'LX REF',
  'SE',
]
const rankOf = new Map(order.map((place, rank) => [place, rank]))

/** A level of the hierarchy, a claim and a service line may each come after the end of another. */
const begins: ReadonlySet<string> = new Set(['HL', 'CLM', 'LX'])

/** Says of each segment in turn whether it stands where the guide has it; of one that the guide does not have here, nothing. */
export const segmentOrder = (): ((row: readonly string[]) => boolean) => {
  let entity = ''
  let isInLine = false
  let last = -1
  const placeOf = ([tag = '', one = '', , three = '']: readonly string[]): string => {
    if (tag === 'HL') return `HL*${three}`
    if (tag === 'NM1') return `NM1*${one}`
    if (tag === 'PRV') return one === 'BI' ? 'PRV*BI' : `${entity} PRV`
    if (['PER', 'N3', 'N4', 'DMG'].includes(tag)) return `${entity} ${tag}`
    if (tag === 'REF' && (one === 'EI' || one === 'SY')) return `${entity} REF`
    return tag === 'REF' && isInLine ? 'LX REF' : tag
  }
  return (row) => {
    const [tag = '', one = ''] = row
    if (tag === 'HL' || tag === 'CLM') isInLine = false
    if (tag === 'LX') isInLine = true
    if (tag === 'NM1') entity = one
    const rank = rankOf.get(placeOf(row))
    if (rank === undefined) return true
    const isInOrder = begins.has(tag) || rank > last || (rank === last && tag === 'REF')
    last = rank
    return isInOrder
  }
}
