import type { KnownClaim } from './known-claim.ts'
import type { Payer } from './payers.ts'
import { dollars, formatDate, removeDelimiters, type Interchange } from './x12.ts'

/**
 * A 277 (005010X212) for a 276: pending, decided and paid, denied, or not found. Rows between ST and SE; null if the payer does not answer.
 * It finds a claim by its own number (REF*1K), else by the provider's (REF*EJ).
 */
export const respondToStatusInquiry = (
  inquiry: Interchange,
  payers: readonly Payer[],
  known: readonly KnownClaim[],
  now: Date,
): readonly (readonly string[])[] | null => {
  const find = (tag: string, qualifier: string): readonly string[] =>
    inquiry.segments.find((row) => row[0] === tag && row[1] === qualifier) ?? []
  const reference = inquiry.segments.find(([tag]) => tag === 'BHT')?.[3] ?? ''
  const [payerName, submitter, provider] = [find('NM1', 'PR'), find('NM1', '41'), find('NM1', '1P')]
  const [subscriber, dependent, trace] = [find('NM1', 'IL'), find('NM1', 'QC'), find('TRN', '1')]
  const [payerNumber, ownNumber, charge, day] = [
    find('REF', '1K'),
    find('REF', 'EJ'),
    find('AMT', 'T3'),
    find('DTP', '472'),
  ]
  if (subscriber[9]?.startsWith('UNASKED')) return null
  const payer = payers.find(({ id }) => id === payerName[9])
  const claim = known.find(
    ({ number, claim: each }) =>
      each.payer.id === payer?.id && (number === payerNumber[2] || each.control === ownNumber[2]),
  )
  const today = formatDate(now)
  const row = (segment: readonly string[], ...changed: readonly string[]): readonly string[] =>
    [...segment.slice(0, 3), ...changed, ...segment.slice(3 + changed.length)].map(removeDelimiters)
  const hasDependent = dependent.length > 0
  const answer = [
    ['TRN', '2', trace[2] ?? ''],
    ['STC', ...statusOf(claim, today, charge[2] ?? '')],
    ...(claim ? [['REF', '1K', claim.number]] : []),
    ['REF', 'EJ', ownNumber[2] ?? ''],
    ['DTP', '472', 'D8', day[3] ?? today],
  ]
  return [
    ['BHT', '0010', '08', reference, today, '1200', 'DG'],
    ['HL', '1', '', '20', '1'],
    row(payerName, payer?.name ?? payerName[3] ?? ''),
    ['HL', '2', '1', '21', '1'],
    row(submitter),
    ['HL', '3', '2', '19', '1'],
    row(provider),
    ['HL', '4', '3', '22', hasDependent ? '1' : '0'],
    row(subscriber),
    ...(hasDependent ? [['HL', '5', '4', '23'], row(dependent)] : []),
    ...answer,
  ]
}

/** STC01 to STC09: finalized with payment (F1), denied (F2), pending (P1), or no such claim (A4, status 35). */
const statusOf = (known: KnownClaim | undefined, today: string, charge: string): readonly string[] => {
  if (!known) return ['A4:35', today, '', charge]
  const { adjudicated } = known
  if (adjudicated === null) return ['P1:20', today, '', charge]
  return adjudicated.status === '4'
    ? ['F2:585', today, '', charge, '0', today]
    : ['F1:65', today, '', charge, dollars(adjudicated.paid), today, '', today, 'EFT']
}
