import type { OperationId } from '@visitkit/contract/operations'
import type { Answer, CallerReads, ReadInput } from '../../../platform/contracts/caller-reads.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { Problem } from '../../../platform/problems/problem.ts'

/** Of each list that is read. */
export const pageSize = 100

/** Answers that mean: the right of this person does not cover it. */
const outside = new Set(['outside_proxy_scope', 'forbidden'])

type Paged<Id extends OperationId> = Answer<Id> extends { items: readonly (infer Item)[] } ? Item : never

/** The reads of one copy, one after another: a copy must not take the server from others. */
export const readsOf = (read: CallerReads, context: ReadContext) => {
  const one = <Id extends OperationId>(id: Id, input: ReadInput<Id>): Promise<Answer<Id>> => read(context, id, input)
  return {
    one,
    /** Null when there is none. */
    find: async <Id extends OperationId>(id: Id, input: ReadInput<Id>): Promise<Answer<Id> | null> => {
      try {
        return await one(id, input)
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null
        throw error
      }
    },
    all: async <Id extends OperationId>(id: Id, { path, query }: ReadInput<Id>): Promise<Paged<Id>[]> => {
      const items: Paged<Id>[] = []
      let cursor: string | null | undefined
      do {
        const paging = { limit: pageSize, ...(cursor && { cursor }) }
        const page = (await one(id, { ...(path && { path }), query: { ...query, ...paging } as never })) as unknown as {
          readonly items: readonly Paged<Id>[]
          readonly nextCursor?: string | null
        }
        items.push(...page.items)
        cursor = page.nextCursor
        context.disconnected?.throwIfAborted()
      } while (cursor)
      return items
    },
  }
}

export type Reads = ReturnType<typeof readsOf>

/** False when the right of the person who asks does not cover it. */
export const ifCovered = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Problem && outside.has(error.code)) return false
    throw error
  }
}
