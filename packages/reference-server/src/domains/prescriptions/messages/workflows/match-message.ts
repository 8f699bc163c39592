import { createHash } from 'node:crypto'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptMessage, ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { findReferences, type NewMessage, type DeadLetterFault, type Reference } from '../../kernel/store/messages.ts'

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
export const matchMessage = async (
  context: WriteContext,
  message: ScriptMessage,
): Promise<Omit<NewMessage, 'bytes'>> => {
  const { header, body } = message
  const { from, messageId } = header
  return {
    sender: `${from.qualifier}:${from.id}`.slice(0, 80),
    messageId,
    fingerprint: fingerprintOf(message),
    type: body.type,
    ...(await findPrescription(context, message)),
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
const findPrescription = async (
  context: WriteContext,
  { header: { relatesToMessageId, prescriberOrderNumber }, body: { type } }: ScriptMessage,
): Promise<{ reference: Reference | null; fault: DeadLetterFault | null }> => {
  if (!expected.includes(type)) return { reference: null, fault: 'unexpected-type' }
  const { byMessage, byOrder } = await findReferences(context.tx, context, {
    relatesTo: relatesToMessageId,
    orderNumber: prescriberOrderNumber,
  })
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
