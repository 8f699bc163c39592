import type { Claim, ClaimLine } from './claim.ts'
import type { FieldWriter } from './x12/field-writer.ts'
import { payerOrders, priorDecisionSegments, priorLineSegments } from './prior-decision-segments.ts'
import { insuredSegments, personSegment, providerSegment, taxonomyShape } from './party-segments.ts'
import { amount } from './amount-field.ts'
import { segment, type Segment } from './x12/segment.ts'

const frequencies = { original: '1', replacement: '7', void: '8' } as const
const relationships = { spouse: '01', child: '19', other: 'G8' } as const
const most = { diagnoses: 12, lines: 50, modifiers: 4, pointers: 4 }

/**
 * One claim: 2000B (and 2000C if the patient is a dependent), 2300 and its 2400. `pointer` is the claim's JSON pointer, `hierarchy` the
 * number of its first HL; that of the billing provider is 1. There is no 2310C, because the service facility loop does not apply to
 * services at the patient's home.
 */
export const claimSegments = (
  claim: Claim,
  pointer: string,
  hierarchy: number,
  fields: FieldWriter,
): readonly Segment[] => [
  ...subscriberSegments(withInsuranceType(claim, pointer, fields), pointer, hierarchy, fields),
  ...(claim.dependent ? dependentSegments(claim, pointer, hierarchy, fields) : []),
  ...claimLevelSegments(claim, pointer, fields),
  ...claim.lines.flatMap((line, index) => lineSegments(line, index + 1, claim, `${pointer}/lines/${index}`, fields)),
]

/** Medicare refuses a claim after another payer's without the reason, and every payer one with a reason that does not apply. */
const withInsuranceType = (claim: Claim, pointer: string, fields: FieldWriter): Claim => {
  const isNeeded = claim.priors !== undefined && claim.payer.filingIndicator === 'MB'
  if (isNeeded !== (claim.insuranceType !== undefined))
    fields.fault(`${pointer}/insuranceType`, isNeeded ? 'missing' : 'inconsistent')
  return claim
}

const subscriberSegments = (
  { subscriber, dependent, payer, priors = [], insuranceType }: Claim,
  pointer: string,
  hierarchy: number,
  fields: FieldWriter,
): readonly Segment[] => [
  segment('HL', String(hierarchy), '1', '22', dependent ? '1' : '0'),
  segment(
    'SBR',
    payerOrders[priors.length] ?? '',
    dependent ? '' : '18',
    fields.optional(subscriber.groupNumber, `${pointer}/subscriber/groupNumber`, { max: 50 }),
    '',
    insuranceType ?? '',
    '',
    '',
    '',
    payer.filingIndicator,
  ),
  personSegment(
    'IL',
    subscriber.name,
    ['MI', fields.text(subscriber.memberId, `${pointer}/subscriber/memberId`, { min: 2, max: 80 })],
    `${pointer}/subscriber/name`,
    fields,
  ),
  // X222A1: address and date of birth of the subscriber are sent only if the subscriber is the patient.
  ...(dependent ? [] : insuredSegments(subscriber, `${pointer}/subscriber`, fields)),
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
    fields.text(payer.id, `${pointer}/payer/id`, { min: 2, max: 80 }),
  ),
]

const dependentSegments = (
  { dependent }: Claim,
  pointer: string,
  hierarchy: number,
  fields: FieldWriter,
): readonly Segment[] =>
  dependent
    ? [
        segment('HL', String(hierarchy + 1), String(hierarchy), '23', '0'),
        segment('PAT', relationships[dependent.relationship]),
        personSegment('QC', dependent.name, ['', ''], `${pointer}/dependent/name`, fields),
        ...insuredSegments(dependent, `${pointer}/dependent`, fields),
      ]
    : []

const claimLevelSegments = (claim: Claim, pointer: string, fields: FieldWriter): readonly Segment[] => {
  validateCounts(claim, pointer, fields)
  const total = claim.lines.reduce((sum, line) => sum + line.chargeCents, 0)
  return [
    segment(
      'CLM',
      fields.text(claim.controlNumber, `${pointer}/controlNumber`, { max: 20, exact: true, pattern: /^[A-Z0-9-]+$/ }),
      amount(total, `${pointer}/lines`, fields),
      '',
      '',
      [claim.placeOfService, 'B', frequencies[claim.frequency]],
      // Signature on file, assignment accepted, benefits assigned, release of information.
      'Y',
      'A',
      'Y',
      'Y',
    ),
    ...(claim.patientPaidCents === 0
      ? []
      : [segment('AMT', 'F5', amount(claim.patientPaidCents, `${pointer}/patientPaidCents`, fields))]),
    ...(claim.priorAuthorization === null
      ? []
      : [segment('REF', 'G1', fields.text(claim.priorAuthorization, `${pointer}/priorAuthorization`, { max: 50 }))]),
    ...originalClaim(claim, pointer, fields),
    segment('HI', ...diagnosisComposites(claim, pointer, fields)),
    ...(claim.referringProvider
      ? [providerSegment('DN', claim.referringProvider, `${pointer}/referringProvider`, fields)]
      : []),
    providerSegment('82', claim.renderingProvider, `${pointer}/renderingProvider`, fields),
    segment(
      'PRV',
      'PE',
      'PXC',
      fields.text(claim.renderingProvider.taxonomy, `${pointer}/renderingProvider/taxonomy`, taxonomyShape),
    ),
    ...(claim.supervisingProvider
      ? [providerSegment('DQ', claim.supervisingProvider, `${pointer}/supervisingProvider`, fields)]
      : []),
    ...priorDecisionSegments(claim, `${pointer}/priors`, fields),
  ]
}

const validateCounts = (claim: Claim, pointer: string, fields: FieldWriter): void => {
  if (claim.lines.length === 0) fields.fault(`${pointer}/lines`, 'missing')
  if (claim.lines.length > most.lines) fields.tooLong(`${pointer}/lines`, most.lines)
  if (claim.diagnoses.length === 0) fields.fault(`${pointer}/diagnoses`, 'missing')
  if (claim.diagnoses.length > most.diagnoses) fields.tooLong(`${pointer}/diagnoses`, most.diagnoses)
  const numbers = claim.lines.map(({ controlNumber }) => controlNumber)
  if (new Set(numbers).size < numbers.length) fields.fault(`${pointer}/lines`, 'inconsistent')
}

/** REF*F8: without the payer's number, a replacement or void would be adjudicated as another original. */
const originalClaim = (
  { frequency, payerClaimNumber }: Claim,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  if (frequency !== 'original')
    return [segment('REF', 'F8', fields.text(payerClaimNumber, `${pointer}/payerClaimNumber`, { max: 50 }))]
  if (payerClaimNumber !== null) fields.fault(`${pointer}/payerClaimNumber`, 'inconsistent')
  return []
}

const diagnosisComposites = (
  { diagnoses }: Claim,
  pointer: string,
  fields: FieldWriter,
): readonly (readonly string[])[] =>
  diagnoses.map((code, index) => [
    index === 0 ? 'ABK' : 'ABF',
    fields.text(code.replace('.', ''), `${pointer}/diagnoses/${index}`, {
      max: 7,
      pattern: /^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$/,
    }),
  ])

const lineSegments = (
  line: ClaimLine,
  number: number,
  { diagnoses, placeOfService, priors = [] }: Claim,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  if (line.modifiers.length > most.modifiers) fields.tooLong(`${pointer}/modifiers`, most.modifiers)
  if (!Number.isSafeInteger(line.units) || line.units < 1 || line.units > 9999)
    fields.fault(`${pointer}/units`, 'malformed')
  return [
    segment('LX', String(number)),
    segment(
      'SV1',
      [
        'HC',
        fields.text(line.serviceCode, `${pointer}/serviceCode`, { max: 5, pattern: /^[A-Z0-9]\d{3}[A-Z0-9]$/ }),
        ...line.modifiers.map((modifier, index) =>
          fields.text(modifier, `${pointer}/modifiers/${index}`, { max: 2, pattern: /^[A-Z0-9]{2}$/ }),
        ),
      ],
      amount(line.chargeCents, `${pointer}/chargeCents`, fields),
      'UN',
      String(line.units),
      line.placeOfService === null || line.placeOfService === placeOfService ? '' : line.placeOfService,
      '',
      pointers(line, diagnoses.length, pointer, fields),
    ),
    segment('DTP', '472', 'D8', fields.day(line.serviceDay, `${pointer}/serviceDay`)),
    segment(
      'REF',
      '6R',
      fields.text(line.controlNumber, `${pointer}/controlNumber`, { max: 30, exact: true, pattern: /^[A-Z0-9-]+$/ }),
    ),
    ...priors.flatMap((prior, at) => priorLineSegments(line, number, prior, `${pointer}/priors/${at}`, fields)),
  ]
}

const pointers = (
  { diagnosisPointers }: ClaimLine,
  diagnoses: number,
  pointer: string,
  fields: FieldWriter,
): readonly string[] => {
  if (diagnosisPointers.length === 0) fields.fault(`${pointer}/diagnosisPointers`, 'missing')
  if (diagnosisPointers.length > most.pointers) fields.tooLong(`${pointer}/diagnosisPointers`, most.pointers)
  const wrong = diagnosisPointers.some((each) => !Number.isInteger(each) || each < 1 || each > diagnoses)
  if (wrong || new Set(diagnosisPointers).size < diagnosisPointers.length)
    fields.fault(`${pointer}/diagnosisPointers`, 'inconsistent')
  return diagnosisPointers.map(String)
}
