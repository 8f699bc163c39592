import type { FaultCode, FaultPosition } from './hl7-fault.ts'
import { writeHeader, type MessageHeader } from './message-header.ts'
import { segment, type Message } from './segment.ts'

/** `AA`: stored in the database; `AE`: the message is invalid; `AR`: it cannot be accepted here, or not now. */
export type AcknowledgmentCode = 'AA' | 'AE' | 'AR'

export interface Acknowledgment {
  /** The header of the acknowledged message; null if it could not be read. */
  readonly of: MessageHeader | null
  readonly code: AcknowledgmentCode
  readonly fault?: { readonly code: FaultCode; readonly text: string; readonly position: FaultPosition | null }
  readonly controlId: string
  readonly at: Date
}

const noStation = { application: '', facility: '' }

/**
 * The ACK to a message: MSH, MSA, and ERR unless it was accepted. `text` is a sentence of this server and contains nothing of the
 * message.
 */
export const acknowledgment = ({ of, code, fault, controlId, at }: Acknowledgment): Message => [
  writeHeader({
    sender: of?.receiver ?? noStation,
    receiver: of?.sender ?? noStation,
    at,
    type: ['ACK', of?.trigger ?? '', 'ACK'],
    controlId,
    processing: of?.processing ?? 'P',
    wantsResponse: false,
  }),
  segment('MSA', { 1: code, 2: of?.controlId ?? '' }),
  ...(fault === undefined ? [] : [errorSegment(fault)]),
]

const errorSegment = ({ code, text, position }: NonNullable<Acknowledgment['fault']>) =>
  segment('ERR', {
    2:
      position === null
        ? ''
        : [
            position.segment,
            String(position.sequence ?? 1),
            position.field === undefined ? '' : String(position.field),
          ],
    3: [code, faultNames[code], 'HL70357'],
    4: 'E',
    8: text,
  })

/** HL7 table 0357. */
const faultNames: Readonly<Record<FaultCode, string>> = {
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '207': 'Application internal error',
}
