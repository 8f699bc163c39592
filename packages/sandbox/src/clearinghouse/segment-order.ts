/**
 * The order of an 837P's segments (005010X222A1), for those that professional claims use here. `IL N3` is the N3 that belongs to NM1*IL.
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
  'PWK',
  'AMT',
  'REF',
  'NTE',
  'HI',
  'NM1*DN',
  'NM1*82',
  '82 PRV',
  'NM1*DQ',
  'OTHER SBR',
  'OTHER CAS',
  'OTHER AMT*D',
  'OTHER AMT*EAF',
  'OTHER OI',
  'OTHER NM1*IL',
  'OTHER IL N3',
  'OTHER IL N4',
  'OTHER NM1*PR',
  'OTHER DTP*573',
  'OTHER REF*F8',
  'LX',
  'SV1',
  'DTP',
  'LX REF',
  'LX NTE',
  'SVD',
  'SVD CAS',
  'SVD DTP*573',
  'SVD AMT*EAF',
  'SE',
]
const rankOf = new Map(order.map((place, rank) => [place, rank]))

/** A level of the hierarchy, a claim and a service line may each follow the end of another one; the segments after it belong to it. */
const begins: ReadonlySet<string> = new Set(['HL', 'CLM', 'LX'])
const insideOf: Readonly<Record<string, string>> = {
  'PRV*BI': 'HL*20',
  'NM1*85': 'HL*20',
  SBR: 'HL*22',
  'NM1*IL': 'HL*22',
  'NM1*PR': 'HL*22',
  PAT: 'HL*23',
  'NM1*QC': 'HL*23',
  PWK: 'CLM',
  NTE: 'CLM',
  AMT: 'CLM',
  REF: 'CLM',
  HI: 'CLM',
  'NM1*82': 'CLM',
  SV1: 'LX',
  DTP: 'LX',
  'LX REF': 'LX',
  'LX NTE': 'LX',
  SVD: 'LX',
}
const repeated: ReadonlySet<string> = new Set(['REF', 'OTHER CAS', 'SVD CAS'])

/** Checks for each segment in turn whether its position follows the guide. Segments that the guide does not have here pass. */
export const segmentOrder = (): ((row: readonly string[]) => boolean) => {
  let entity = ''
  let within = ''
  let last = -1
  const placeOf = ([tag = '', one = '', , three = '']: readonly string[]): string => {
    if (tag === 'HL') return `HL*${three}`
    if (tag === 'SVD' || tag === 'LX' || tag === 'SE' || tag === 'CLM') return tag
    if (within === 'OTHER' || within === 'SVD') {
      if (tag === 'N3' || tag === 'N4') return `${within} ${entity} ${tag}`
      return ['NM1', 'AMT', 'DTP', 'REF'].includes(tag) ? `${within} ${tag}*${one}` : `${within} ${tag}`
    }
    if (tag === 'NM1') return `NM1*${one}`
    if (tag === 'PRV') return one === 'BI' ? 'PRV*BI' : `${entity} PRV`
    if (['PER', 'N3', 'N4', 'DMG'].includes(tag)) return `${entity} ${tag}`
    if (tag === 'REF' && (one === 'EI' || one === 'SY')) return `${entity} REF`
    return (tag === 'REF' || tag === 'NTE') && within === 'LX' ? `LX ${tag}` : tag
  }
  return (row) => {
    const [tag = '', one = ''] = row
    if (tag === 'NM1') entity = one
    // Each other payer has a loop of its own: after the one before has named its payer, the next begins.
    const isNextPayer = tag === 'SBR' && within === 'OTHER' && last >= (rankOf.get('OTHER NM1*PR') ?? 0)
    if (tag === 'SBR' && within === 'CLM') within = 'OTHER'
    const place = placeOf(row)
    // The decisions of several payers about a line follow each other.
    const isNextDecision = tag === 'SVD' && within === 'SVD' && last === rankOf.get('SVD AMT*EAF')
    const isInside = isNextDecision || (insideOf[place] ?? within) === within
    if (begins.has(tag)) within = place
    if (tag === 'SVD') within = 'SVD'
    const rank = rankOf.get(place)
    // A segment of an entity that does not have it, such as the payer's date of birth.
    if (rank === undefined) return !place.includes(' ')
    const isInOrder =
      begins.has(tag) || isNextPayer || isNextDecision || rank > last || (rank === last && repeated.has(place))
    last = rank
    return isInOrder && (isInside || begins.has(tag))
  }
}
