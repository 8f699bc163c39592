import type { Claim } from './claim.ts'
import type { ClearinghouseAccount, ControlNumbers } from './provider.ts'
import { claimSegments } from './claim-segments.ts'
import { FieldWriter, X12Refusal, type FieldFault } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'
import { billingProviderSegments } from './party-segments.ts'
import { writeInterchange } from './x12/write-interchange.ts'

export interface ClaimFile {
  readonly account: ClearinghouseAccount
  readonly control: ControlNumbers
  /** BHT03, at most 30 of A-Z, 0-9 and `-`. The 277CA refers to the file by it. */
  readonly fileReference: string
  readonly createdAt: Date
  /** One to 5000 (limit of X222A1), all of one billing provider: a 277CA may reject a billing provider without naming claims. */
  readonly claims: readonly Claim[]
}

const version = '005010X222A1'
const mostClaims = 5000

/**
 * Writes an 837P file (ASC X12 005010X222A1) with the loops that docs/reference/wire/x12.md lists. Pure: the same input gives the same
 * text. Throws X12Refusal with a pointer for every field that cannot be represented, e.g. `/claims/0/subscriber/name/last`; nothing is
 * written then.
 */
export const writeClaimFile = (file: ClaimFile): string => {
  const fields = new FieldWriter()
  const body = [...headSegments(file, fields), ...batchSegments(file, fields)]
  return writeInterchange(
    {
      senderId: file.account.submitterId,
      receiverId: file.account.receiverId,
      interchangeControlNumber: file.control.interchange,
      groupControlNumber: file.control.group,
      functionalId: 'HC',
      version,
      transactionSet: '837',
      createdAt: file.createdAt,
      usage: file.account.usage,
      delimiters: fields.delimiters(file.account.delimiters),
    },
    body,
  )
}

/** Faults of one claim that prevent writing it as 837P, as pointers into the claim. For use before there is a file. */
export const validateClaimFields = (claim: Claim): readonly FieldFault[] => {
  const fields = new FieldWriter()
  billingProviderSegments(claim.billingProvider, '/billingProvider', fields)
  claimSegments(claim, '', 2, fields)
  try {
    fields.delimiters()
    return []
  } catch (error) {
    if (error instanceof X12Refusal) return error.faults
    throw error
  }
}

const headSegments = ({ account, fileReference, createdAt }: ClaimFile, fields: FieldWriter): readonly Segment[] => {
  const instant = createdAt.toISOString()
  return [
    segment(
      'BHT',
      '0019',
      '00',
      fields.text(fileReference, '/fileReference', { max: 30, exact: true, pattern: /^[A-Z0-9-]+$/ }),
      instant.slice(0, 10).replaceAll('-', ''),
      instant.slice(11, 16).replace(':', ''),
      'CH',
    ),
    segment(
      'NM1',
      '41',
      '2',
      fields.text(account.submitterName, '/account/submitterName', { max: 60 }),
      '',
      '',
      '',
      '',
      '46',
      fields.text(account.submitterId, '/account/submitterId', { min: 2, max: 15 }),
    ),
    segment(
      'PER',
      'IC',
      fields.text(account.contactName, '/account/contactName', { max: 60 }),
      'TE',
      fields.text(account.contactPhone, '/account/contactPhone', { max: 10, pattern: /^\d{10}$/ }),
    ),
    segment(
      'NM1',
      '40',
      '2',
      fields.text(account.receiverName, '/account/receiverName', { max: 60 }),
      '',
      '',
      '',
      '',
      '46',
      fields.text(account.receiverId, '/account/receiverId', { min: 2, max: 15 }),
    ),
  ]
}

/** The hierarchy: the billing provider, below it a subscriber for each claim, below that a dependent who is the patient. */
const batchSegments = ({ claims }: ClaimFile, fields: FieldWriter): readonly Segment[] => {
  const [first] = claims
  if (!first || claims.length > mostClaims) throw new RangeError(`A file has 1 to ${mostClaims} claims.`)
  const seen = new Set<string>()
  claims.forEach(({ billingProvider, controlNumber }, index) => {
    if (!sameProvider(billingProvider, first.billingProvider))
      fields.fault(`/claims/${index}/billingProvider`, 'inconsistent')
    if (seen.has(controlNumber)) fields.fault(`/claims/${index}/controlNumber`, 'inconsistent')
    seen.add(controlNumber)
  })
  const segments = [
    segment('HL', '1', '', '20', '1'),
    ...billingProviderSegments(first.billingProvider, '/claims/0/billingProvider', fields),
  ]
  let hierarchy = 2
  claims.forEach((claim, index) => {
    segments.push(...claimSegments(claim, `/claims/${index}`, hierarchy, fields))
    hierarchy += claim.dependent ? 2 : 1
  })
  return segments
}

const sameProvider = (one: Claim['billingProvider'], other: Claim['billingProvider']): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
