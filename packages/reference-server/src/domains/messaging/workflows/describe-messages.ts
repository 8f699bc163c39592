import type { components } from '@visitkit/contract'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Names } from '../presenters/summarize-thread.ts'
import { attachmentsOf } from '../store/attachments.ts'
import type { Message } from '../store/messages.ts'

type Schemas = components['schemas']

/** The messages with their files and the names of those who wrote them. */
export const describeMessages = async (
  db: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  messages: readonly Message[],
  names: Names,
): Promise<Schemas['ThreadMessage'][]> => {
  const files = await attachmentsOf(
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
