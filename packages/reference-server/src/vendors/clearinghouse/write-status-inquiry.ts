import { amount } from './amount-field.ts'
import type { StatusQuestion } from './claim-status.ts'
import { birthSegment, npiOf, personSegment } from './party-segments.ts'
import type { ClearinghouseAccount, ControlNumbers } from './provider.ts'
import { beginInquiry, writeInquiry } from './write-inquiry.ts'
import { FieldWriter } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'

export interface StatusInquiry {
  readonly account: ClearinghouseAccount
  readonly control: ControlNumbers
  /** BHT03 and TRN02: the response repeats it. At most 30 of A-Z, 0-9 and `-`. */
  readonly traceNumber: string
  readonly createdAt: Date
  readonly question: StatusQuestion
}

const version = '005010X212'

/** Writes a 276 about one claim. Throws X12Refusal with pointers into the inquiry. */
export const writeStatusInquiry = (inquiry: StatusInquiry): string => {
  const fields = new FieldWriter()
  const body = inquirySegments(inquiry, fields)
  return writeInquiry(inquiry, { functionalId: 'HR', transactionSet: '276', version }, fields, body)
}

const inquirySegments = (
  { account, traceNumber, createdAt, question }: StatusInquiry,
  fields: FieldWriter,
): readonly Segment[] => {
  const { claim } = question
  const { payer, billingProvider, subscriber, dependent } = claim
  const trace = fields.text(traceNumber, '/traceNumber', { max: 30, exact: true, pattern: /^[A-Z0-9-]+$/ })
  const asked = questionSegments(question, trace, fields)
  return [
    beginInquiry('0010', trace, createdAt),
    segment('HL', '1', '', '20', '1'),
    organization('PR', payer.name, '/question/claim/payer/name', fields, [
      'PI',
      fields.text(payer.id, '/question/claim/payer/id', { min: 2, max: 80 }),
    ]),
    segment('HL', '2', '1', '21', '1'),
    organization('41', account.submitterName, '/account/submitterName', fields, [
      '46',
      fields.text(account.submitterId, '/account/submitterId', { min: 2, max: 15 }),
    ]),
    segment('HL', '3', '2', '19', '1'),
    organization(
      '1P',
      billingProvider.organizationName,
      '/question/claim/billingProvider/organizationName',
      fields,
      npiOf(billingProvider.npi, '/question/claim/billingProvider/npi', fields),
    ),
    segment('HL', '4', '3', '22', dependent ? '1' : '0'),
    ...(dependent ? [] : [birthSegment(subscriber, '/question/claim/subscriber', fields, '')]),
    personSegment(
      'IL',
      subscriber.name,
      ['MI', fields.text(subscriber.memberId, '/question/claim/subscriber/memberId', { min: 2, max: 80 })],
      '/question/claim/subscriber/name',
      fields,
    ),
    ...(dependent
      ? [
          // X212 has no HL04 at the lowest level.
          segment('HL', '5', '4', '23'),
          birthSegment(dependent, '/question/claim/dependent', fields, ''),
          personSegment('QC', dependent.name, ['', ''], '/question/claim/dependent/name', fields),
        ]
      : []),
    ...asked,
  ]
}

const organization = (
  entity: string,
  name: string,
  pointer: string,
  fields: FieldWriter,
  identifier: readonly [string, string],
): Segment => segment('NM1', entity, '2', fields.text(name, pointer, { max: 60 }), '', '', '', '', ...identifier)

/** 2200D or 2200E. The payer finds the claim by its own number, else by ours, the charge and the day. */
const questionSegments = (
  { claim, payerClaimNumber }: StatusQuestion,
  trace: string,
  fields: FieldWriter,
): readonly Segment[] => {
  const days = claim.lines.map(({ serviceDay }) => serviceDay).toSorted()
  const charge = claim.lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0)
  return [
    segment('TRN', '1', trace),
    ...(payerClaimNumber === null
      ? []
      : [segment('REF', '1K', fields.text(payerClaimNumber, '/question/payerClaimNumber', { max: 50 }))]),
    segment('REF', 'EJ', fields.text(claim.controlNumber, '/question/claim/controlNumber', { max: 20, exact: true })),
    segment('AMT', 'T3', amount(charge, '/question/claim/lines', fields)),
    segment('DTP', '472', 'D8', fields.day(days[0] ?? '', '/question/claim/lines')),
  ]
}
