import { amount } from './amount-field.ts'
import type { Claim, ClaimLine, PriorAdjustment, PriorDecision } from './claim.ts'
import { addressSegments, personSegment } from './party-segments.ts'
import { writeAmount } from './x12/amount.ts'
import type { FieldWriter } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'

/** Coordination of benefits: what each payer before this one decided, for a claim to a payer after the first (005010X222A1). */

/** SBR01: first, second and third payer. */
export const payerOrders: readonly string[] = ['P', 'S', 'T']

const relationships = { self: '18', spouse: '01', child: '19', other: 'G8' } as const
/** One CAS has six reasons; a claim or a line has five CAS. */
const most = { reasons: 6, groups: 5 }

/** 2320, 2330A and 2330B, once for each payer before. A payer that decided about each line is described there (2430), not here. */
export const priorDecisionSegments = (
  claim: Pick<Claim, 'lines' | 'priors' | 'payer'>,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  const { priors = [] } = claim
  if (priors.length >= payerOrders.length) fields.tooLong(pointer, payerOrders.length - 1)
  // Medicare takes a claim after two other payers on paper only.
  if (priors.length > 1 && claim.payer.filingIndicator === 'MB') fields.fault(pointer, 'inconsistent')
  return priors.flatMap((prior, at) => {
    // SVD01 names the payer of a line's decision: with one id for two payers, no one knows whose it is.
    if (priors.findIndex(({ payer }) => payer.id === prior.payer.id) < at)
      fields.fault(`${pointer}/${at}/payer/id`, 'inconsistent')
    return decisionSegments(claim, prior, payerOrders[at] ?? '', `${pointer}/${at}`, fields)
  })
}

const decisionSegments = (
  claim: Pick<Claim, 'lines'>,
  prior: PriorDecision,
  order: string,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  validateBalance(claim, prior, pointer, fields)
  const { payer, subscriber } = prior
  return [
    segment(
      'SBR',
      order,
      relationships[prior.relationship],
      fields.optional(subscriber.groupNumber, `${pointer}/subscriber/groupNumber`, { max: 50 }),
      '',
      '',
      '',
      '',
      '',
      payer.filingIndicator,
    ),
    ...adjustmentSegments(prior.adjustments, `${pointer}/adjustments`, fields),
    segment('AMT', 'D', amount(prior.paidCents, `${pointer}/paidCents`, fields)),
    ...(prior.lines === null ? [segment('AMT', 'EAF', writeAmount(leftToPatient(prior.adjustments)))] : []),
    // Benefits are assigned to the provider; information may be released.
    segment('OI', '', '', 'Y', '', '', 'Y'),
    personSegment(
      'IL',
      subscriber.name,
      ['MI', fields.text(subscriber.memberId, `${pointer}/subscriber/memberId`, { min: 2, max: 80 })],
      `${pointer}/subscriber/name`,
      fields,
    ),
    ...addressSegments(subscriber.address, `${pointer}/subscriber/address`, fields),
    segment(
      'NM1',
      'PR',
      '2',
      fields.text(payer.name, `${pointer}/payer/name`, { max: 60 }),
      '',
      '',
      '',
      '',
      'PI',
      idOf(prior, pointer, fields),
    ),
    // X222A1: the day is here only if no line has it.
    ...(prior.lines === null ? [decisionDay(prior, pointer, fields)] : []),
    ...(prior.payerClaimNumber === null
      ? []
      : [segment('REF', 'F8', fields.text(prior.payerClaimNumber, `${pointer}/payerClaimNumber`, { max: 50 }))]),
  ]
}

/** 2430 of one line and one payer; `number` counts from 1. */
export const priorLineSegments = (
  line: ClaimLine,
  number: number,
  prior: PriorDecision,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  const decided = prior.lines?.[number - 1]
  if (!decided) return []
  return [
    segment(
      'SVD',
      idOf(prior, pointer, fields),
      amount(decided.paidCents, `${pointer}/paidCents`, fields),
      // The service is written and validated in SV1.
      ['HC', line.serviceCode, ...line.modifiers],
      '',
      String(line.units),
    ),
    ...adjustmentSegments(decided.adjustments, `${pointer}/adjustments`, fields),
    decisionDay(prior, pointer, fields),
    segment('AMT', 'EAF', writeAmount(leftToPatient(decided.adjustments))),
  ]
}

const idOf = ({ payer }: PriorDecision, pointer: string, fields: FieldWriter): string =>
  fields.text(payer.id, `${pointer}/payer/id`, { min: 2, max: 80 })

const decisionDay = ({ decidedOn }: PriorDecision, pointer: string, fields: FieldWriter): Segment =>
  segment('DTP', '573', 'D8', fields.day(decidedOn, `${pointer}/decidedOn`))

const sumOf = (adjustments: readonly PriorAdjustment[]): number =>
  adjustments.reduce((sum, { amountCents }) => sum + amountCents, 0)

const leftToPatient = (adjustments: readonly PriorAdjustment[]): number =>
  Math.max(0, sumOf(adjustments.filter(({ group }) => group === 'PR')))

/** Charge = paid + adjustments, for each line and for the claim: payers refuse what does not balance. */
const validateBalance = (
  { lines }: Pick<Claim, 'lines'>,
  prior: PriorDecision,
  pointer: string,
  fields: FieldWriter,
): void => {
  const isLinesBalanced =
    prior.lines === null ||
    (prior.lines.length === lines.length &&
      prior.lines.every(
        ({ paidCents, adjustments }, index) => paidCents + sumOf(adjustments) === lines[index]?.chargeCents,
      ))
  if (!isLinesBalanced) fields.fault(`${pointer}/lines`, 'inconsistent')
  const charge = lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0)
  const paid = prior.lines?.reduce((sum, { paidCents }) => sum + paidCents, 0) ?? charge
  if (paid - sumOf(prior.adjustments) !== prior.paidCents) fields.fault(`${pointer}/paidCents`, 'inconsistent')
}

/** One CAS for each group, and another for each further six reasons of it. */
const adjustmentSegments = (
  adjustments: readonly PriorAdjustment[],
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  const groups = [...new Set(adjustments.map(({ group }) => group))]
  const segments = groups.flatMap((group) => {
    const own = adjustments.filter((each) => each.group === group)
    return Array.from({ length: Math.ceil(own.length / most.reasons) }, (_, at) =>
      segment(
        'CAS',
        group,
        ...own
          .slice(at * most.reasons, (at + 1) * most.reasons)
          .flatMap(({ reason, amountCents }) => [
            fields.text(reason, pointer, { max: 5, pattern: /^[A-Z0-9]+$/ }),
            Number.isSafeInteger(amountCents) ? writeAmount(amountCents) : '',
            '',
          ]),
      ),
    )
  })
  if (segments.length > most.groups) fields.tooLong(pointer, most.groups)
  return segments
}
