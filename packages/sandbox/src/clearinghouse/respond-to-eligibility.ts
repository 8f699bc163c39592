import { refusalOf, type Member, type Payer } from './payers.ts'
import { removeDelimiters, dollars, formatDate, type Interchange } from './x12.ts'

/** A 271 for a 270: active with copay and deductible, inactive, or a rejection with its reason. Rows between ST and SE. */
export const respondToEligibility = (
  inquiry: Interchange,
  payers: readonly Payer[],
  member: (payer: Payer, memberId: string) => Member | null,
  now: Date,
): readonly (readonly string[])[] => {
  const find = (tag: string, qualifier: string): readonly string[] =>
    inquiry.segments.find((row) => row[0] === tag && row[1] === qualifier) ?? []
  const reference = inquiry.segments.find(([tag]) => tag === 'BHT')?.[3] ?? ''
  const payerName = find('NM1', 'PR')
  const provider = find('NM1', '1P')
  const subscriber = find('NM1', 'IL')
  const dependent = find('NM1', '03')
  const trace = find('TRN', '1')
  const day = find('DTP', '291')[3] ?? formatDate(now)
  const payer = payers.find(({ id }) => id === payerName[9])
  const head = [
    ['BHT', '0022', '11', reference, formatDate(now), '1200'],
    ['HL', '1', '', '20', '1'],
  ]
  if (!payer)
    return [
      ...head,
      ['NM1', 'PR', '2', removeDelimiters(payerName[3] ?? ''), '', '', '', '', 'PI', payerName[9] ?? ''],
      ['AAA', 'N', '', '79', 'C'],
    ]
  const source = [
    ...head,
    ['NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.id],
    ['HL', '2', '1', '21', '1'],
    ['NM1', '1P', '2', removeDelimiters(provider[3] ?? ''), '', '', '', '', 'XX', provider[9] ?? ''],
    ['HL', '3', '2', '22', dependent.length > 0 ? '1' : '0'],
  ]
  const echo = ['TRN', '2', trace[2] ?? '', trace[3] ?? '']
  const insured = ['NM1', 'IL', '1', ...subscriber.slice(3, 8).map(removeDelimiters), 'MI', subscriber[9] ?? '']
  const found = member(payer, subscriber[9] ?? '')
  const patient =
    dependent.length > 0
      ? [insured, ['HL', '4', '3', '23', '0'], echo, ['NM1', '03', '1', ...dependent.slice(3, 8).map(removeDelimiters)]]
      : [echo, insured]
  const refusal = refusalOf(subscriber[9] ?? '')
  if (refusal) return [...source, ...patient, ['AAA', 'N', '', refusal.reason, refusal.followUp]]
  if (!found) return [...source, ...patient, ['AAA', 'N', '', '75', 'C']]
  const active = found.from <= day && (found.to === null || day <= found.to)
  return [
    ...source,
    ...patient,
    [
      'DTP',
      found.to === null ? '346' : '291',
      found.to === null ? 'D8' : 'RD8',
      found.to === null ? found.from : `${found.from}-${found.to}`,
    ],
    ...(active ? benefits(payer, found) : [['EB', '6', '', '30', '', payer.plan]]),
  ]
}

const benefits = (payer: Payer, member: Member): readonly (readonly string[])[] => [
  ['EB', '1', 'IND', '30^98', '', payer.plan],
  ['EB', 'B', 'IND', '98', '', '', '27', dollars(member.copay), '', '', '', '', member.network],
  ...(member.network === 'W' ? [] : [['EB', 'A', 'IND', '98', '', '', '27', '', '.2', '', '', '', 'N']]),
  ['EB', 'C', 'FAM', '30', '', '', '23', dollars(member.deductible * 2), '', '', '', '', member.network],
  ['EB', 'C', 'IND', '30', '', '', '23', dollars(member.deductible), '', '', '', '', member.network],
  ['EB', 'C', 'IND', '30', '', '', '29', dollars(member.deductibleLeft), '', '', '', '', member.network],
]
