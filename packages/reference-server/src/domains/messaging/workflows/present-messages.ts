import type { components } from '@visitkit/contract'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Names } from '../presenters/present-thread-summary.ts'
import { listAttachmentsByMessage } from '../store/attachments.ts'
import type { Message } from '../store/messages.ts'

type Schemas = components['schemas']

/** The messages with their files and the names of their authors. */
export const presentMessages = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  messages: readonly Message[],
  names: Names,
): Promise<Schemas['ThreadMessage'][]> => {
  const files = await listAttachmentsByMessage(
    db,
    messages.map(({ id }) => id),
  )
  return messages.map(({ id, author, text, at }) => ({
    id,
    from: { ...author, displayName: names.get(`${author.kind}:${author.id}`) ?? '' },
    mine: author.id === caller.personId,
    text,
    attachments: [...(files.get(id) ?? [])],
    at: at.toISOString(),
  }))
}
