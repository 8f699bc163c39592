import { createHash } from 'node:crypto'
import { newId } from '../../platform/database/ids/new-id.ts'
import { acknowledgment, type Acknowledgment } from './hl7/acknowledgment.ts'
import { decodeHeader, decodeMessage, type DefaultCharacterSet } from './hl7/decode-message.ts'
import { encodeMessage } from './hl7/encode-message.ts'
import { Hl7Fault } from './hl7/hl7-fault.ts'
import { partsOf } from './hl7/message-parts.ts'
import { readHeader, type MessageHeader, type Station } from './hl7/message-header.ts'
import { orderStatusParser, readUnsolicitedStatuses } from './hl7/order-status-updates.ts'
import { readResults, resultParser } from './hl7/result-message.ts'
import type { Message } from './hl7/segment.ts'
import type { MllpLimits } from './mllp/mllp-limits.ts'
import { startMllpServer, type MllpServer, type MllpServerTls } from './mllp/mllp-server.ts'
import { firstLaboratory, type Delivery, type LaboratoryInbox, type LaboratoryListener } from './provider.ts'
import { shortNumber } from './short-number.ts'

/** A sender (MSH-3 and MSH-4) and the organization that receives its messages. */
export interface Facility {
  readonly application: string
  readonly facility: string
  readonly organizationId: string
  /** Our name in its messages, as in the orders to it. A message that names another receiver (MSH-5, MSH-6) is not for this server. */
  readonly receiver?: Station
  /** The laboratory that sends under this name. Its results belong to its own orders only. The first one if absent. */
  readonly laboratoryId?: string
  /** The certificate with which it connects, as the SHA-256 of it in hexadecimal digits. Absent: any that the authority has signed. */
  readonly certificate?: string
  /** Of messages that name none (MSH-18). UTF-8 if absent. */
  readonly characterSet?: DefaultCharacterSet
}

export interface MllpListenerDeps {
  readonly host: string
  /** 0 selects a free port. */
  readonly port: number
  readonly tls?: MllpServerTls
  readonly limits?: Partial<MllpLimits>
  readonly facilities: readonly Facility[]
  /** MSH-11 of accepted messages: `P`; `T` on a system without real patients. A laboratory's test messages never reach a chart. */
  readonly processing: string
  readonly inbox: LaboratoryInbox
  readonly clock: () => Date
  /** Called with the code of a refused message for the log: `hl7-101`, `too_slow`. Never with content. */
  readonly onFault?: (code: string, error?: unknown) => void
}

/**
 * Accepts ORU^R01 and ORL^O22 over MLLP. Sends `AA` after the message is in the database; `AE` with the fault of the message (or 207 if
 * it cannot be stored now); `AR` if such messages are not accepted here.
 */
export const createMllpListener = (deps: MllpListenerDeps): LaboratoryListener => {
  const { host, port, tls, limits, onFault } = deps
  let server: MllpServer | null = null
  return {
    listen: async () => {
      server = await startMllpServer({
        host,
        port,
        ...(tls && { tls }),
        ...(limits && { limits }),
        ...(onFault && { onFault }),
        onMessage: (bytes, certificate) => acknowledgeMessage(deps, bytes, certificate),
      })
      return { port: server.port }
    },
    close: async () => server?.close(),
  }
}

const acknowledgeMessage = async (
  deps: MllpListenerDeps,
  bytes: Uint8Array,
  certificate: string | null,
): Promise<Uint8Array> => {
  const { clock, onFault } = deps
  let header: MessageHeader | null = null
  const response = (given: Pick<Acknowledgment, 'code' | 'fault'>): Uint8Array =>
    encodeMessage(acknowledgment({ of: header, controlId: shortNumber(newId(), 20), at: clock(), ...given }))
  try {
    // Before the rest is decoded: a message with bytes that are not of its character set is refused by its own id.
    header = readHeader(decodeHeader(bytes))
    const sender = requireKnownSender(header, certificate, deps)
    const message = decodeMessage(bytes, sender.characterSet)
    await deliver(message, header, deliveryOf(bytes, header, sender), deps.inbox)
    return response({ code: 'AA' })
  } catch (error) {
    if (error instanceof Hl7Fault) {
      onFault?.(`hl7-${error.code}`)
      const isOurs = error.code.startsWith('2') || header === null || error instanceof UnknownStation
      return response({
        code: isOurs ? 'AR' : 'AE',
        fault: { code: error.code, text: `Not taken: ${error.message}.`, position: error.position },
      })
    }
    onFault?.('hl7-207', error)
    return response({
      code: 'AE',
      fault: { code: '207', text: 'Could not be kept now. Send it again.', position: null },
    })
  }
}

class UnknownStation extends Hl7Fault {}

/**
 * The sender of a message. Throws for messages that are accepted from no sender, or not from this one. A message says itself who sent it
 * (MSH-3, MSH-4): a sender with a certificate of its own is known by that too, so that no laboratory writes in the name of another.
 */
const requireKnownSender = (
  header: MessageHeader,
  certificate: string | null,
  { facilities, processing }: MllpListenerDeps,
): Facility => {
  const place = (field: number) => ({ segment: 'MSH', sequence: 1, field })
  const { application, facility } = header.sender
  const known = facilities.find((each) => each.application === application && each.facility === facility)
  const isOther = known?.certificate !== undefined && known.certificate !== certificate
  if (known === undefined || isOther) throw new UnknownStation('103', 'sender not known here', place(3))
  requireReceiver(header.receiver, known.receiver)
  if (header.processing !== processing) throw new Hl7Fault('202', 'processing id', place(11))
  if (!/^2\.\d(\.\d)?$/.test(header.version)) throw new Hl7Fault('203', 'version', place(12))
  return known
}

/** Who sends messages to several systems may send one to the wrong system. A message may leave the receiver out; what it states has to agree. */
const requireReceiver = (stated: Station, ours: Station | undefined): void => {
  if (ours === undefined) return
  const place = (field: number) => ({ segment: 'MSH', sequence: 1, field })
  if (stated.application !== '' && stated.application !== ours.application)
    throw new UnknownStation('103', 'receiver not known here', place(5))
  if (stated.facility !== '' && stated.facility !== ours.facility)
    throw new UnknownStation('103', 'receiver not known here', place(6))
}

const deliver = async (
  message: Message,
  header: MessageHeader,
  delivery: Delivery,
  inbox: LaboratoryInbox,
): Promise<void> => {
  const kind = `${header.type}^${header.trigger}`
  if (kind === 'ORU^R01') return inbox.takeReports(delivery, readResults(message, header))
  if (kind === 'ORL^O22') {
    const updates = readUnsolicitedStatuses(message)
    if (updates.length === 0) throw new Hl7Fault('101', 'no ORC segment', { segment: 'ORC', sequence: 1 })
    return inbox.takeOrderStatusUpdates(delivery, updates)
  }
  const isType = header.type === 'ORU' || header.type === 'ORL'
  throw new Hl7Fault(isType ? '201' : '200', 'message type', { segment: 'MSH', sequence: 1, field: 9 })
}

const deliveryOf = (
  bytes: Uint8Array,
  { type, sender, controlId }: MessageHeader,
  { organizationId, laboratoryId = firstLaboratory }: Facility,
): Delivery => ({
  organizationId,
  laboratoryId,
  source: `${sender.application}|${sender.facility}`,
  controlId,
  digest: createHash('sha256').update(bytes).digest(),
  parts: partsOf(bytes),
  parser: type === 'ORL' ? orderStatusParser : resultParser,
})
