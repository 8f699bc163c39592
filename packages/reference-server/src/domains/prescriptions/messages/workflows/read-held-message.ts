import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import type { HeldMessage } from '../model/held-message.ts'
import { findReferences, readMessage, type Reference } from '../../kernel/store/messages.ts'
import { readOrFault } from './match-message.ts'

export interface ReadMessage {
  readonly bytes: Uint8Array
  /** Null if it cannot be read. */
  readonly message: ScriptMessage | null
  /** The prescriptions that it names: by our message that it relates to, and by our number. */
  readonly references: readonly Reference[]
}

/** The content of a message that waits, decrypted, and which prescriptions it names. */
export const readHeldMessage = async (context: ReadContext, { id, sender }: HeldMessage): Promise<ReadMessage> => {
  const bytes = await readMessage(context.db, context, id)
  const read = readOrFault(bytes)
  if (read instanceof ScriptUnreadable) return { bytes, message: null, references: [] }
  const { messageId, relatesToMessageId: relatesTo, prescriberOrderNumber: orderNumber } = read.header
  const { byMessage, byOrder } = await findReferences(context.db, context, {
    sender,
    messageId,
    relatesTo,
    orderNumber,
  })
  return { bytes, message: read, references: [byMessage, byOrder].filter((reference) => reference !== null) }
}
