import type { InterchangeAcknowledgement } from './acknowledgement.ts'
import type { ParsedResponse, ResponsePart } from './provider.ts'
import { readClaimAcknowledgements } from './read-claim-acknowledgements.ts'
import { readFileAcknowledgement } from './read-file-acknowledgement.ts'
import { readRemittance } from './read-remittance.ts'
import { readInterchange, type TransactionSet } from './x12/read-interchange.ts'
import type { Segment } from './x12/segment.ts'
import { splitInterchanges } from './x12/split-interchanges.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

/**
 * A file of the mailbox: one interchange or several, with TA1, 999, 277CA and 835, alone or together. All of it or nothing: a file that is half
 * understood would be half posted. Throws X12Unreadable.
 */
export const readResponse = (content: string): ParsedResponse => {
  const interchanges = splitInterchanges(content).map(readInterchange)
  const parts = interchanges.flatMap(({ acknowledgements, groups }) => [
    ...acknowledgements.map((segment): ResponsePart => ({
      kind: 'interchange-acknowledgement',
      acknowledgement: readInterchangeAcknowledgement(segment),
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
      return { kind: 'file-acknowledgement', acknowledgement: readFileAcknowledgement(set) }
    case '277 005010X214':
      return { kind: 'claim-acknowledgements', acknowledgements: readClaimAcknowledgements(set) }
    case '835 005010X221A1':
      return { kind: 'remittance', remittance: readRemittance(set) }
    default:
      throw new X12Unreadable('transaction', 'ST')
  }
}

const readInterchangeAcknowledgement = ({ elements }: Segment): InterchangeAcknowledgement => {
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
