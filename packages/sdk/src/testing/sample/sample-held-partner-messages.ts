import type { SampleDomain } from './sample-domain.ts'
import { find } from './sample-state.ts'

/** Texts of people and reports of vendors that wait. None waits at first; a test or a story adds some to `state.heldPartnerMessages`. */
export const heldPartnerMessagesSample: SampleDomain = ({ state, live }) => {
  return () => ({
    listHeldPartnerMessages: () => ({
      items: state.heldPartnerMessages.map(({ id, receivedAt, kind, reason, urgent, patientId }) => ({
        ...{ id, receivedAt, kind, reason, urgent },
        ...(patientId && { patientId }),
      })),
      count: state.heldPartnerMessages.length,
    }),
    getHeldPartnerMessage: ({ path }) => find(state.heldPartnerMessages, path.messageId),
    resolveHeldPartnerMessage: ({ path, body: { reason, patientId } }) => {
      const { id } = find(state.heldPartnerMessages, path.messageId)
      state.heldPartnerMessages = state.heldPartnerMessages.filter((message) => message.id !== id)
      live.emit({ type: 'partner-message.changed', ids: { messageId: id } })
      return { id, ...(patientId && { patientId }), resolution: reason }
    },
  })
}
