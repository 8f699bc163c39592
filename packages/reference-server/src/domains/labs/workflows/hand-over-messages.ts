import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { UnmatchedMessage } from '../model/received-message.ts'
import {
  deleteUnmatchedMessage,
  insertMessage,
  isErased,
  listKeptMessages,
  listUnmatchedMessages,
  type MessageBytes,
} from '../store/messages.ts'

/** Messages of an entry that was decided, and the patient who has them from then on. */
export interface HandedOver {
  readonly patientId: string
  readonly messages: readonly (MessageBytes<UnmatchedMessage> & { readonly isKept: boolean })[]
}

/** The messages of an unmatched result that go to its patient. Null if it has none, or if the patient's record was erased. */
export const listHandedOver = async (
  context: ReadContext,
  unmatchedId: string,
  patientId: string | null,
): Promise<HandedOver | null> => {
  if (patientId === null || (await isErased(context.db, context, patientId))) return null
  const [messages, kept] = await Promise.all([
    listUnmatchedMessages(context.db, context, unmatchedId),
    listKeptMessages(context.db, context, patientId),
  ])
  const isKept = ({ digest, part }: UnmatchedMessage): boolean =>
    kept.some((each) => each.part === part && Buffer.from(each.digest).equals(Buffer.from(digest)))
  return { patientId, messages: messages.map((each) => ({ ...each, isKept: isKept(each.message) })) }
}

/** Under the patient's key from now on; not twice, if the patient has the message already. */
export const handOver = (handedOver: HandedOver | null, newId: () => string): Write[] =>
  (handedOver?.messages ?? []).flatMap(({ message: { unmatchedId, ...message }, bytes, isKept }) => [
    ...(isKept || handedOver === null
      ? []
      : [insertMessage({ ...message, id: newId(), patientId: handedOver.patientId, resultIds: [] }, bytes)]),
    deleteUnmatchedMessage({ ...message, unmatchedId }),
  ])
