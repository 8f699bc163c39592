import { createHash } from 'node:crypto'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptMessage, ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
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

export const matchMessage = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller'>,
  message: ScriptMessage,
): Promise<MatchedMessage> => {
  const { header, body } = message
  const { from, messageId, relatesToMessageId: relatesTo, prescriberOrderNumber: orderNumber } = header
  const sender = `${from.qualifier}:${from.id}`.slice(0, 80)
  const references = await findReferences(db, context, { sender, messageId, relatesTo, orderNumber })
  return {
    sender,
    messageId,
    fingerprint: fingerprintOf(message),
    type: body.type,
    ...prescriptionOf(message, references),
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
  { header: { relatesToMessageId, prescriberOrderNumber }, body: { type } }: ScriptMessage,
  { byMessage, byOrder }: References,
): { reference: Reference | null; fault: DeadLetterFault | null } => {
  if (!expected.includes(type)) return { reference: null, fault: 'unexpected-type' }
  const found = byMessage ?? (relatesToMessageId === undefined ? byOrder : null)
  if (found === null) return { reference: null, fault: 'prescription-unknown' }
  if (prescriberOrderNumber !== undefined && byOrder?.prescriptionId !== found.prescriptionId)
    return { reference: null, fault: 'references-disagree' }
  return { reference: found, fault: null }
}

/** Of the body and the references: the time and the version are excluded. */
const fingerprintOf = ({ header, body }: ScriptMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([header.relatesToMessageId, header.prescriberOrderNumber, body]))
    .digest('hex')
