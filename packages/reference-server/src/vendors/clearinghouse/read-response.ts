import type { InterchangeAcknowledgment } from './acknowledgment.ts'
import type { ParsedResponse, ResponseContent, ResponsePart, UnreadablePart } from './provider.ts'
import { readClaimAcknowledgments } from './read-claim-acknowledgments.ts'
import { readClaimStatuses } from './read-claim-statuses.ts'
import { readFileAcknowledgment } from './read-file-acknowledgment.ts'
import { readRemittance } from './read-remittance.ts'
import type { Group, TransactionSet } from './x12/read-group.ts'
import { readInterchangeInParts, type Interchange } from './x12/read-interchange.ts'
import type { Segment } from './x12/segment.ts'
import { splitInterchanges } from './x12/split-interchanges.ts'
import { writeAlone, writeEnvelope, writeGroup } from './x12/write-alone.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

/** The version of what reads files, which is stored with them. Change it with the meaning of what is read. */
export const responseReader = 'x12-mailbox-3'

/**
 * Reads a file of the mailbox: one or more interchanges, with TA1, 999, 277CA, 277 and 835, alone or together. What cannot be read, a cut
 * interchange or one transaction, is returned as it is and does not stop the rest. Throws X12Unreadable if nothing can be read.
 */
export const readResponse = (content: string): ParsedResponse => {
  const interchanges: ParsedResponse['interchanges'][number][] = []
  const parts: ResponsePart[] = []
  const unreadable: UnreadablePart[] = []
  const attempt = (text: string, read: () => void): void => {
    try {
      read()
    } catch (error) {
      if (!(error instanceof X12Unreadable)) throw error
      unreadable.push({ text, fault: error })
    }
  }
  for (const text of splitInterchanges(content))
    attempt(text, () => {
      const interchange = readInterchangeInParts(text)
      for (const piece of piecesOf(interchange))
        attempt(piece.text, () => parts.push({ ...piece.read(), envelope: envelopeOf(interchange), text: piece.text }))
      const { senderId, controlNumber } = interchange
      interchanges.push({ senderId, controlNumber })
    })
  if (parts.length === 0) throw unreadable[0]?.fault ?? new X12Unreadable('empty')
  return { interchanges, parts, unreadable }
}

const envelopeOf = ({ senderId, receiverId, usage }: Interchange): ResponsePart['envelope'] => ({
  senderId,
  receiverId,
  usage,
})

interface Piece {
  readonly text: string
  readonly read: () => ResponseContent
}

/**
 * Each transaction, as an interchange of its own. What has a fault of its envelope is a piece that cannot be read: a set, the sets that
 * have one number, or a group that contradicts itself. Of a group or interchange from which something is missing, the envelope is one, and
 * the sets that are there count.
 */
const piecesOf = (interchange: Interchange): readonly Piece[] => [
  ...interchange.acknowledgments.map((segment) => ({
    text: writeAlone(interchange, segment),
    read: (): ResponseContent => ({
      kind: 'interchange-acknowledgment',
      acknowledgment: readInterchangeAcknowledgment(segment),
    }),
  })),
  ...interchange.groups.flatMap((group) => [
    ...(group.fault === null || group.isOnlyCut ? piecesOfSets(interchange, group) : []),
    ...unreadablePiece(group.fault, () => writeGroup(interchange, group, { isEmpty: group.isOnlyCut })),
  ]),
  ...unreadablePiece(interchange.fault, () => writeEnvelope(interchange)),
]

const piecesOfSets = (interchange: Interchange, group: Group): readonly Piece[] =>
  [...Map.groupBy(group.sets, setsThatBelongTogether).values()].flatMap((sets) => {
    const fault = sets.find((set) => set.fault)?.fault ?? null
    const text = writeAlone(interchange, { group, sets })
    const [set] = sets
    return fault !== null || !set ? unreadablePiece(fault, () => text) : [{ text, read: () => readSet(set) }]
  })

/** Sets with one number are shown together, so that they have the same fault when they are read again. */
const setsThatBelongTogether = (set: TransactionSet): TransactionSet | string =>
  set.fault?.code === 'duplicate_control_number' ? set.controlNumber : set

const unreadablePiece = (fault: X12Unreadable | null, textOf: () => string): readonly Piece[] =>
  fault === null
    ? []
    : [
        {
          text: textOf(),
          read: () => {
            throw fault
          },
        },
      ]

const readSet = (set: TransactionSet): ResponseContent => {
  switch (`${set.id} ${set.version}`) {
    case '999 005010X231':
    case '999 005010X231A1':
      return { kind: 'file-acknowledgment', acknowledgment: readFileAcknowledgment(set) }
    case '277 005010X214':
      return { kind: 'claim-acknowledgments', acknowledgments: readClaimAcknowledgments(set) }
    case '277 005010X212':
      return { kind: 'claim-statuses', answers: readClaimStatuses(set) }
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
