import type { EligibilityRequest } from './eligibility.ts'
import type { ClearinghouseAccount, ControlNumbers } from './provider.ts'
import { birthSegment, npiOf, personSegment } from './party-segments.ts'
import { beginInquiry, writeInquiry } from './write-inquiry.ts'
import { FieldWriter } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'

export interface EligibilityInquiry {
  readonly account: ClearinghouseAccount
  readonly control: ControlNumbers
  /** BHT03 and TRN02: the response repeats it. At most 50 of A-Z, 0-9 and `-`. */
  readonly traceNumber: string
  readonly createdAt: Date
  readonly request: EligibilityRequest
}

const version = '005010X279A1'

/** Writes a 270 for one person, for a real-time inquiry. Throws X12Refusal with pointers into the inquiry. */
export const writeEligibilityInquiry = (inquiry: EligibilityInquiry): string => {
  const fields = new FieldWriter()
  const body = inquirySegments(inquiry, fields)
  return writeInquiry(inquiry, { functionalId: 'HS', transactionSet: '270', version }, fields, body)
}

const inquirySegments = ({ account, traceNumber, createdAt, request }: EligibilityInquiry, fields: FieldWriter) => {
  const { payer, provider, subscriber, dependent } = request
  const trace = fields.text(traceNumber, '/traceNumber', { max: 50, exact: true, pattern: /^[A-Z0-9-]+$/ })
  const asked: readonly Segment[] = [
    segment('DTP', '291', 'D8', fields.day(request.serviceDay, '/question/serviceDay')),
    ...(request.serviceTypes ?? account.serviceTypes ?? ['30', '98']).map((type, index) =>
      segment('EQ', fields.text(type, `/question/serviceTypes/${index}`, { max: 2 })),
    ),
  ]
  // TRN03 is the originator of the trace number; a leading 9 marks it as user-assigned, not an employer number.
  const tracing = segment('TRN', '1', trace, `9${account.submitterId.padEnd(9, '0').slice(0, 9)}`)
  return [
    beginInquiry('0022', trace, createdAt),
    segment('HL', '1', '', '20', '1'),
    segment(
      'NM1',
      'PR',
      '2',
      fields.text(payer.name, '/question/payer/name', { max: 60 }),
      '',
      '',
      '',
      '',
      'PI',
      fields.text(payer.id, '/question/payer/id', { min: 2, max: 80 }),
    ),
    segment('HL', '2', '1', '21', '1'),
    segment(
      'NM1',
      '1P',
      '2',
      fields.text(provider.organizationName, '/question/provider/organizationName', { max: 60 }),
      '',
      '',
      '',
      '',
      ...npiOf(provider.npi, '/question/provider/npi', fields),
    ),
    segment('HL', '3', '2', '22', dependent ? '1' : '0'),
    ...(dependent ? [] : [tracing]),
    personSegment(
      'IL',
      subscriber.name,
      ['MI', fields.text(subscriber.memberId, '/question/subscriber/memberId', { min: 2, max: 80 })],
      '/question/subscriber/name',
      fields,
    ),
    birthSegment(subscriber, '/question/subscriber', fields, ''),
    ...(dependent
      ? [
          segment('HL', '4', '3', '23', '0'),
          tracing,
          personSegment('03', dependent.name, ['', ''], '/question/dependent/name', fields),
          birthSegment(dependent, '/question/dependent', fields, ''),
        ]
      : []),
    ...asked,
  ]
}
