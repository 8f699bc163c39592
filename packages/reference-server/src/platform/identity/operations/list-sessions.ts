import { pageOf, placeOf } from '../../database/ids/page-of-ids.ts'
import { operation } from '../../contracts/operation.ts'
import { sessionAnswer } from '../session-answer.ts'
import type { SessionBook } from '../session-book.ts'
import { sessionStore } from '../session-store.ts'

/** Newest first; a cursor is the last id of the page before. */
export const listSessions = (book: SessionBook) =>
  operation()('listSessions', {
    read: async ({ query }, _gathered, { db, caller, now }) => {
      const page = placeOf(query)
      // What this process knows of recent activity is written down first, so that the limits shown are the true ones.
      await book.flush()
      const { items, nextCursor } = pageOf(await sessionStore.current(db, caller, now, page), page)
      return {
        status: 200,
        body: { items: items.map((session) => sessionAnswer(session, caller.sessionId)), nextCursor },
      }
    },
  })
