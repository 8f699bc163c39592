import type { SampleDomain } from './sample-domain.ts'
import { find, page } from './sample-state.ts'

/** Texts and mail of people and reports of vendors that wait. None waits at first; a test or a story adds some to `state.heldPartnerMessages`. */
export const heldPartnerMessagesSample: SampleDomain = ({ state, live }) => {
  return () => ({
    listHeldPartnerMessages: ({ query }) => {
      const { items, nextCursor } = page(state.heldPartnerMessages, query)
      return {
        items: items.map(({ id, receivedAt, kind, reason, urgent, patientId }) => ({
          ...{ id, receivedAt, kind, reason, urgent },
          ...(patientId && { patientId }),
        })),
        nextCursor,
        count: state.heldPartnerMessages.length,
      }
    },
    getHeldPartnerMessage: ({ path }) => find(state.heldPartnerMessages, path.messageId),
    resolveHeldPartnerMessage: ({ path, body: { reason, patientId } }) => {
      const { id } = find(state.heldPartnerMessages, path.messageId)
      state.heldPartnerMessages = state.heldPartnerMessages.filter((message) => message.id !== id)
      live.emit({ type: 'partner-message.changed', ids: { messageId: id } })
      return { id, ...(patientId && { patientId }), resolution: reason }
    },
  })
}
