import type { InterchangeAcknowledgment } from './acknowledgment.ts'
import type { ParsedResponse, ResponsePart } from './provider.ts'
import { readClaimAcknowledgments } from './read-claim-acknowledgments.ts'
import { readFileAcknowledgment } from './read-file-acknowledgment.ts'
import { readRemittance } from './read-remittance.ts'
import { readInterchange, type TransactionSet } from './x12/read-interchange.ts'
import type { Segment } from './x12/segment.ts'
import { splitInterchanges } from './x12/split-interchanges.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

/**
 * Reads a file of the mailbox: one or more interchanges, with TA1, 999, 277CA and 835, alone or together. All or nothing: a partly
 * understood file would be partly posted. Throws X12Unreadable.
 */
export const readResponse = (content: string): ParsedResponse => {
  const interchanges = splitInterchanges(content).map(readInterchange)
  const parts = interchanges.flatMap(({ acknowledgments, groups }) => [
    ...acknowledgments.map((segment): ResponsePart => ({
      kind: 'interchange-acknowledgment',
      acknowledgment: readInterchangeAcknowledgment(segment),
    })),
    ...groups.flatMap(({ sets }) => sets.map(readSet)),
  ])
  if (parts.length === 0) throw new X12Unreadable('empty')
  return {
    interchanges: interchanges.map(({ senderId, controlNumber }) => ({ senderId, controlNumber })),
    parts,
  }
}

const readSet = (set: TransactionSet): ResponsePart => {
  switch (`${set.id} ${set.version}`) {
    case '999 005010X231':
    case '999 005010X231A1':
      return { kind: 'file-acknowledgment', acknowledgment: readFileAcknowledgment(set) }
    case '277 005010X214':
      return { kind: 'claim-acknowledgments', acknowledgments: readClaimAcknowledgments(set) }
    case '835 005010X221A1':
      return { kind: 'remittance', remittance: readRemittance(set) }
    default:
      throw new X12Unreadable('transaction', 'ST')
  }
}

const readInterchangeAcknowledgment = ({ elements }: Segment): InterchangeAcknowledgment => {
  const [controlNumber, , , code, faultCode] = elements
  const outcome = String(code)
  if (
    !/^\d{9}$/.test(String(controlNumber)) ||
    !/^\d{3}$/.test(String(faultCode)) ||
    !['A', 'E', 'R'].includes(outcome)
  )
    throw new X12Unreadable('code', 'TA1')
  return {
    interchangeControlNumber: Number(controlNumber),
    accepted: outcome !== 'R',
    faultCode: String(faultCode),
  }
}
