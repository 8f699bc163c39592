import type { ClaimBatch, SubmittedClaim } from './read-claims.ts'
import { clean, dollars, ymd, type Interchange } from './x12.ts'

/** Rows of a 999 (005010X231A1) to a batch: accepted, or rejected with where the grammar broke. */
export const writeSyntaxAnswer = (file: Interchange, batch: ClaimBatch): readonly (readonly string[])[] => {
  const good = batch.errors.length === 0
  return [
    ['AK1', file.group.functional, file.group.control, file.group.version],
    ['AK2', file.set.id, file.set.control, file.set.version],
    ...batch.errors
      .slice(0, 20)
      .flatMap((error) => [
        [
          'IK3',
          error.tag,
          String(error.position),
          error.loop === 'HEAD' ? '' : error.loop,
          error.element === null ? error.code : '8',
        ],
        ...(error.element === null ? [] : [['IK4', String(error.element), '', error.code]]),
      ]),
    good ? ['IK5', 'A'] : ['IK5', 'R', '5'],
    good ? ['AK9', 'A', '1', '1', '1'] : ['AK9', 'R', '1', '1', '0'],
  ]
}

export interface Judged {
  readonly claim: SubmittedClaim
  /** `category:status:entity` of a refusal; null goes on to the payer. */
  readonly refusal: string | null
  /** The payer's number, when it went on. */
  readonly number: string
}

/** Rows of a 277CA (005010X214): each claim of the batch, on its way or back. */
export const writeClaimAnswers = (
  batch: ClaimBatch,
  judged: readonly Judged[],
  clearinghouse: { readonly id: string; readonly name: string },
  now: Date,
): readonly (readonly string[])[] => {
  const today = ymd(now)
  const [first] = judged
  const total = dollars(judged.reduce((sum, { claim }) => sum + claim.total, 0))
  return [
    ['BHT', '0085', '08', `A${batch.reference}`.slice(0, 30), today, '1200', 'TH'],
    ['HL', '1', '', '20', '1'],
    ['NM1', 'AY', '2', clearinghouse.name, '', '', '', '', '46', clearinghouse.id],
    ['TRN', '1', `T${batch.reference}`.slice(0, 30)],
    ['DTP', '050', 'D8', today],
    ['DTP', '009', 'D8', today],
    ['HL', '2', '1', '21', '1'],
    ['NM1', '41', '2', 'SUBMITTER', '', '', '', '', '46', batch.submitter],
    ['TRN', '2', batch.reference],
    ['STC', 'A1:19:PR', today, 'WQ', total],
    ['HL', '3', '2', '19', '1'],
    ['NM1', '85', '2', clean(first?.claim.billing.last ?? ''), '', '', '', '', 'XX', first?.claim.billing.id ?? ''],
    ['TRN', '1', '0'],
    ['STC', 'A1:19:PR', '', 'WQ', total],
    ...judged.flatMap(({ claim, refusal, number }, index) => {
      const patient = claim.patient ?? claim.subscriber
      return [
        ['HL', String(index + 4), '3', 'PT'],
        ['NM1', 'QC', '1', clean(patient.last), clean(patient.first), '', '', '', 'MI', clean(claim.subscriber.id)],
        ['TRN', '2', claim.control],
        ['STC', refusal ?? 'A2:20:PR', today, refusal === null ? 'WQ' : 'U', dollars(claim.total)],
        ...(refusal === null ? [['REF', '1K', number]] : []),
        ['DTP', '472', 'D8', claim.lines[0]?.day ?? today],
      ]
    }),
  ]
}
