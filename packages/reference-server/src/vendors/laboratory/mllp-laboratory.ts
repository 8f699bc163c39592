import { createHash } from 'node:crypto'
import { decodeMessage } from './hl7/decode-message.ts'
import { encodeMessage } from './hl7/encode-message.ts'
import { Hl7Fault } from './hl7/hl7-fault.ts'
import { acknowledgedControlId, orderResponseParser, readOrderResponse } from './hl7/order-response.ts'
import { controlIdOf, orderMessage, type OrderRoute } from './hl7/order-message.ts'
import { valueOf, type Message } from './hl7/segment.ts'
import type { Outgoing } from '../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../platform/partners/partner-unavailable.ts'
import { sendOverMllp, type MllpAddress } from './mllp/send-over-mllp.ts'
import type { Laboratory, ResponseMessage } from './provider.ts'

export interface MllpLaboratoryDeps extends OrderRoute {
  readonly address: MllpAddress
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'connect'>
  /** Throws unless an agreement with the laboratory is in force. Called before anything is sent. */
  readonly permit: () => Promise<void>
  readonly clock: () => Date
}

/** A laboratory that accepts orders as HL7 v2.5.1 over MLLP. */
export const createMllpLaboratory = ({
  address,
  outgoing,
  permit,
  clock,
  ...route
}: MllpLaboratoryDeps): Laboratory => ({
  permit,
  send: async (request, signal) => {
    await permit()
    const message = encodeMessage(orderMessage(request, route, clock()))
    const controlId = controlIdOf(request)
    const isOurs = (bytes: Uint8Array): boolean => acknowledgedControlId(decoded(bytes)) === controlId
    const response = await sendOverMllp(outgoing, address, message, isOurs, signal)
    const read = decoded(response)
    return { updates: readOrderResponse(request.kind, read), message: asItCame(response, read) }
  },
})

const asItCame = (bytes: Uint8Array, [header]: Message): ResponseMessage => ({
  source: `${valueOf(header, 3)}|${valueOf(header, 4)}`,
  controlId: valueOf(header, 10),
  digest: createHash('sha256').update(bytes).digest(),
  parser: orderResponseParser,
  bytes,
})

/** A response that cannot be read states nothing about the order: the order is sent again. */
const decoded = (bytes: Uint8Array): Message => {
  try {
    return decodeMessage(bytes)
  } catch (error) {
    if (error instanceof Hl7Fault) throw new PartnerUnavailable('nonsense', { cause: error })
    throw error
  }
}
