import { Hl7Fault } from './hl7-fault.ts'
import { segment, valueOf, type Message, type Segment } from './segment.ts'
import { offsetOf, readTimestamp, writeTimestamp } from './timestamps.ts'

/** An application at a facility: the sender or receiver of a message. */
export interface Station {
  readonly application: string
  readonly facility: string
}

/** The content of MSH. */
export interface MessageHeader {
  readonly sender: Station
  readonly receiver: Station
  readonly sentAt: Date | null
  /** The offset of the sender's local time, `+hhmm`. */
  readonly offset: string
  /** E.g. `ORU`. */
  readonly type: string
  /** E.g. `R01`. */
  readonly trigger: string
  /** MSH-10: the sender's id of the message; unchanged in a repeat. */
  readonly controlId: string
  /** `P` production, `T` training, `D` debugging. */
  readonly processing: string
  /** E.g. `2.5.1`. */
  readonly version: string
}

export const readHeader = (message: Message): MessageHeader => {
  const header = message[0]
  const place = (field: number) => ({ segment: 'MSH', sequence: 1, field })
  const controlId = valueOf(header, 10)
  if (controlId === '') throw new Hl7Fault('101', 'no control id', place(10))
  if (controlId.length > 199) throw new Hl7Fault('102', 'control id too long', place(10))
  const type = valueOf(header, 9)
  if (type === '') throw new Hl7Fault('101', 'no message type', place(9))
  return {
    sender: { application: valueOf(header, 3), facility: valueOf(header, 4) },
    receiver: { application: valueOf(header, 5), facility: valueOf(header, 6) },
    sentAt: readTimestamp(valueOf(header, 7)),
    offset: offsetOf(valueOf(header, 7)),
    type,
    trigger: valueOf(header, 9, 2),
    controlId,
    processing: valueOf(header, 11),
    version: valueOf(header, 12),
  }
}

export interface HeaderToWrite {
  readonly sender: Station
  readonly receiver: Station
  readonly at: Date
  /** Type, trigger and structure, e.g. `['OML', 'O21', 'OML_O21']`. */
  readonly type: readonly [string, string, string]
  readonly controlId: string
  readonly processing: string
  /** Whether the receiver must respond. A response requires none. */
  readonly wantsResponse: boolean
}

export const writeHeader = ({
  sender,
  receiver,
  at,
  type,
  controlId,
  processing,
  wantsResponse,
}: HeaderToWrite): Segment =>
  segment('MSH', {
    // Both contain the delimiters, which the writer inserts.
    1: '|',
    2: '^~\\&',
    3: [sender.application],
    4: [sender.facility],
    5: [receiver.application],
    6: [receiver.facility],
    7: writeTimestamp(at),
    9: type,
    10: controlId,
    11: processing,
    12: '2.5.1',
    // Only the application acknowledgment is requested, no separate accept acknowledgment.
    15: wantsResponse ? 'NE' : '',
    16: wantsResponse ? 'AL' : '',
    18: 'UNICODE UTF-8',
  })
