import { operation } from '../../contracts/operation.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionBook } from '../session-book.ts'

export const endSession = (book: SessionBook) =>
  operation()('endSession', {
    keep: async (_input, _gathered, keeping) => {
      const { sessionId: id, organizationId, personId, kind } = keeping.caller
      await recordSessionEnd(keeping, { id, organizationId, personId, kind }, 'signed-out', () => book)
      return { status: 204, headers: { 'clear-site-data': '"cache", "storage"' } }
    },
  })
