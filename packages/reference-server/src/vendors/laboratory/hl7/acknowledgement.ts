import type { FaultCode, FaultPlace } from './hl7-fault.ts'
import { writeHeader, type MessageHeader } from './message-header.ts'
import { segment, type Message } from './segment.ts'

/** `AA` is in our database; `AE` cannot be taken as it is; `AR` cannot be taken by us, or not now. */
export type AcknowledgementCode = 'AA' | 'AE' | 'AR'

export interface Acknowledgement {
  /** Of what is answered; null where not even that could be read. */
  readonly of: MessageHeader | null
  readonly code: AcknowledgementCode
  readonly fault?: { readonly code: FaultCode; readonly text: string; readonly place: FaultPlace | null }
  readonly controlId: string
  readonly at: Date
}

const nobody = { application: '', facility: '' }

/** The ACK to a message: MSH, MSA, and ERR where it was not taken. `text` is a sentence of ours and holds nothing of the message. */
export const acknowledgement = ({ of, code, fault, controlId, at }: Acknowledgement): Message => [
  writeHeader({
    sender: of?.receiver ?? nobody,
    receiver: of?.sender ?? nobody,
    at,
    type: ['ACK', of?.trigger ?? '', 'ACK'],
    controlId,
    processing: of?.processing ?? 'P',
    wantsAnswer: false,
  }),
  segment('MSA', { 1: code, 2: of?.controlId ?? '' }),
  ...(fault === undefined ? [] : [errorSegment(fault)]),
]

const errorSegment = ({ code, text, place }: NonNullable<Acknowledgement['fault']>) =>
  segment('ERR', {
    2:
      place === null
        ? ''
        : [place.segment, String(place.sequence ?? 1), place.field === undefined ? '' : String(place.field)],
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
