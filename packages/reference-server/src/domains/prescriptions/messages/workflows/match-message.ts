import { createHash } from 'node:crypto'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptHeader, ScriptMessage, ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import { receiverFault } from '../model/match-fault.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import {
  findReferences,
  type NewMessage,
  type DeadLetterFault,
  type Reference,
  type References,
} from '../../kernel/store/messages.ts'

/** The message types that a network sends to a prescriber's system. */
const expected: readonly ScriptType[] = [
  'Status',
  'Error',
  'Verify',
  'RxFill',
  'CancelRxResponse',
  'RxRenewalRequest',
  'RxChangeRequest',
]

/** A message as stored, without its bytes: its sender, id, content and prescription. */
export interface MatchedMessage extends Omit<NewMessage, 'bytes'> {
  /** Of the stored message with this id; null if there is none. */
  readonly storedFingerprint: string | null
}

/** `accountId` is that of the organization in the network: a message for another receiver, or a test, is about no prescription of ours. */
export const matchMessage = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller'>,
  message: ScriptMessage,
  accountId: string | null,
): Promise<MatchedMessage> => {
  const { header, body } = message
  const { from, messageId, relatesToMessageId: relatesTo, prescriberOrderNumber: orderNumber } = header
  const sender = `${from.qualifier}:${from.id}`.slice(0, 80)
  const references = await findReferences(db, context, { sender, messageId, relatesTo, orderNumber })
  return {
    sender,
    messageId,
    fingerprint: fingerprintOf(message, accountId),
    type: body.type,
    ...prescriptionOf(message, references, accountId),
    storedFingerprint: references.storedFingerprint,
  }
}

export const readOrFault = (bytes: Uint8Array): ScriptMessage | ScriptUnreadable => {
  try {
    return readScriptMessage(bytes)
  } catch (error) {
    if (error instanceof ScriptUnreadable) return error
    throw error
  }
}

/** By the message that it relates to, and by our order number; if both are given they must agree. */
const prescriptionOf = (
  { header, body: { type } }: ScriptMessage,
  { byMessage, byOrder }: References,
  accountId: string | null,
): { reference: Reference | null; fault: DeadLetterFault | null } => {
  const { relatesToMessageId, prescriberOrderNumber } = header
  const found = byMessage ?? (relatesToMessageId === undefined ? byOrder : null)
  const foreign = foreignTo(header, accountId)
  // A test is about no patient.
  if (foreign !== null) return { reference: foreign === 'test-message' ? null : found, fault: foreign }
  if (!expected.includes(type)) return { reference: null, fault: 'unexpected-type' }
  if (found === null) return { reference: null, fault: 'prescription-unknown' }
  if (prescriberOrderNumber !== undefined && byOrder?.prescriptionId !== found.prescriptionId)
    return { reference: null, fault: 'references-disagree' }
  return { reference: found, fault: null }
}

const foreignTo = (header: ScriptHeader, accountId: string | null): 'test-message' | 'another-receiver' | null =>
  header.isTest === true ? 'test-message' : receiverFault(header, accountId)

/**
 * Of the body and the references: the time and the version are excluded. The right message is no repeat of the same one that was a test, or
 * for another receiver.
 */
const fingerprintOf = ({ header, body }: ScriptMessage, accountId: string | null): string => {
  const foreign = foreignTo(header, accountId)
  const said = [header.relatesToMessageId, header.prescriberOrderNumber, body, ...(foreign === null ? [] : [foreign])]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
