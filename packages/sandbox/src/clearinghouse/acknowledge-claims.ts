import type { ClaimBatch, SubmittedClaim } from './submitted-claim.ts'
import { removeDelimiters, dollars, formatDate, type Interchange } from './x12.ts'

/** Rows of a 999 (005010X231A1) for a batch: accepted, or rejected with the position of the syntax error. */
export const writeImplementationAcknowledgment = (
  file: Interchange,
  batch: ClaimBatch,
): readonly (readonly string[])[] => {
  const accepted = batch.errors.length === 0
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
    accepted ? ['IK5', 'A'] : ['IK5', 'R', '5'],
    accepted ? ['AK9', 'A', '1', '1', '1'] : ['AK9', 'R', '1', '1', '0'],
  ]
}

export interface AcknowledgedClaim {
  readonly claim: SubmittedClaim
  /** `category:status:entity` of a rejection; null for a claim that is forwarded to the payer. */
  readonly refusal: string | null
  /** The payer's claim number of a forwarded claim. */
  readonly number: string
}

/** Rows of a 277CA (005010X214): each claim of the batch, forwarded or rejected. */
export const writeClaimAcknowledgments = (
  batch: ClaimBatch,
  acknowledged: readonly AcknowledgedClaim[],
  clearinghouse: { readonly id: string; readonly name: string },
  now: Date,
): readonly (readonly string[])[] => {
  const today = formatDate(now)
  const [first] = acknowledged
  const total = dollars(acknowledged.reduce((sum, { claim }) => sum + claim.total, 0))
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
    [
      'NM1',
      '85',
      '2',
      removeDelimiters(first?.claim.billing.last ?? ''),
      '',
      '',
      '',
      '',
      'XX',
      first?.claim.billing.id ?? '',
    ],
    ['TRN', '1', '0'],
    ['STC', 'A1:19:PR', '', 'WQ', total],
    ...acknowledged.flatMap(({ claim, refusal, number }, index) => {
      const patient = claim.patient ?? claim.subscriber
      return [
        ['HL', String(index + 4), '3', 'PT'],
        [
          'NM1',
          'QC',
          '1',
          removeDelimiters(patient.last),
          removeDelimiters(patient.first),
          '',
          '',
          '',
          'MI',
          removeDelimiters(claim.subscriber.id),
        ],
        ['TRN', '2', claim.control],
        ['STC', refusal ?? 'A2:20:PR', today, refusal === null ? 'WQ' : 'U', dollars(claim.total)],
        ...(refusal === null ? [['REF', '1K', number]] : []),
        ['DTP', '472', 'D8', claim.lines[0]?.day ?? today],
      ]
    }),
  ]
}
