import type { ClearinghouseAccount, ControlNumbers } from './provider.ts'
import type { FieldWriter } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'
import { writeInterchange } from './x12/write-interchange.ts'

interface Inquiry {
  readonly account: ClearinghouseAccount
  readonly control: ControlNumbers
  readonly createdAt: Date
}

interface InquiryKind {
  readonly functionalId: 'HR' | 'HS'
  readonly transactionSet: '270' | '276'
  readonly version: string
}

/** BHT of an inquiry. `structure` is BHT01. */
export const beginInquiry = (structure: string, trace: string, createdAt: Date): Segment => {
  const instant = createdAt.toISOString()
  const [day, time] = [instant.slice(0, 10).replaceAll('-', ''), instant.slice(11, 16).replace(':', '')]
  return segment('BHT', structure, '13', trace, day, time)
}

/** The interchange of an inquiry to a payer (270, 276), with the delimiters that its account or its texts need. */
export const writeInquiry = (
  { account, control, createdAt }: Inquiry,
  kind: InquiryKind,
  fields: FieldWriter,
  body: readonly Segment[],
): string =>
  writeInterchange(
    {
      senderId: account.submitterId,
      receiverId: account.receiverId,
      interchangeControlNumber: control.interchange,
      groupControlNumber: control.group,
      ...kind,
      createdAt,
      usage: account.usage,
      delimiters: fields.delimiters(account.delimiters),
    },
    body,
  )
