import { operation } from '../../http/operation.ts'
import { Problem } from '../../http/problem.ts'
import { sessionAnswer } from '../session-answer.ts'
import type { SessionBook } from '../session-book.ts'
import { sessionStore } from '../session-store.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Newest first; a cursor is the last id of the page before. */
export const listSessions = (book: SessionBook) =>
  operation()('listSessions', {
    read: async ({ query }, _gathered, { db, caller, now }) => {
      const { cursor = null, limit = 50 } = query
      if (cursor !== null && !uuid.test(cursor))
        throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
          errors: [
            { pointer: 'query:cursor', code: 'wrong_format', message: 'Must be the nextCursor of the page before.' },
          ],
        })
      // What this process knows of recent activity is written down first, so that the limits shown are the true ones.
      await book.flush()
      const found = await sessionStore.current(db, caller, now, { after: cursor, limit: limit + 1 })
      const items = found.slice(0, limit)
      return {
        status: 200,
        body: {
          items: items.map((session) => sessionAnswer(session, caller.sessionId)),
          nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
        },
      }
    },
  })
