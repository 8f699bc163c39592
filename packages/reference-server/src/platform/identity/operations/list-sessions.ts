import { pageOf, readPageQuery } from '../../database/ids/page-cursor.ts'
import { operation } from '../../contracts/operation.ts'
import { presentSession } from '../present-session.ts'
import type { SessionCache } from '../session-cache.ts'
import { sessionStore } from '../session-store.ts'

/** Newest first; a cursor is the last id of the page before. */
export const listSessions = (sessions: SessionCache) =>
  operation()('listSessions', {
    read: async ({ query }, _gathered, { db, caller, now }) => {
      const page = readPageQuery(query)
      // What this process knows of recent activity is written down first, so that the limits shown are the true ones.
      await sessions.flush()
      const { items, nextCursor } = pageOf(await sessionStore.current(db, caller, now, page), page)
      return {
        status: 200,
        body: { items: items.map((session) => presentSession(session, caller.sessionId)), nextCursor },
      }
    },
  })
