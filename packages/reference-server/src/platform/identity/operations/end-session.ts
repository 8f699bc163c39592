import { operation } from '../../contracts/operation.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionCache } from '../session-cache.ts'

export const endSession = (sessions: SessionCache) =>
  operation()('endSession', {
    keep: async (_input, _gathered, context) => {
      const { sessionId: id, organizationId, personId, kind } = context.caller
      await recordSessionEnd(context, { id, organizationId, personId, kind }, 'signed-out', () => sessions)
      return { status: 204, headers: { 'clear-site-data': '"cache", "storage"' } }
    },
  })
