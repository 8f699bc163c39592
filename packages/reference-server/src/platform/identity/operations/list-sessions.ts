import { pageOf, readPageQuery } from '../../database/ids/page-cursor.ts'
import { operation } from '../../contracts/operation.ts'
import { presentSession } from '../present-session.ts'
import type { SessionCache } from '../session-cache.ts'
import type { StrongSignInPolicy } from '../sign-in-strength.ts'
import { sessionStore } from '../session-store.ts'

/** Newest first. A cursor is the last id of the previous page. */
export const listSessions = (sessions: SessionCache, policy: StrongSignInPolicy) =>
  operation()('listSessions', {
    read: async ({ query }, _gathered, { db, caller, now }) => {
      const page = readPageQuery(query)
      // Recent activity that only this process knows is written first, so that the returned limits are correct.
      await sessions.flush()
      const { items, nextCursor } = pageOf(await sessionStore.current(db, caller, now, page), page)
      return {
        status: 200,
        body: { items: items.map((session) => presentSession(session, caller.sessionId, policy)), nextCursor },
      }
    },
  })
