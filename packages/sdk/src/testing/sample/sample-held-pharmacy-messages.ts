import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { find, page } from './sample-state.ts'

/** Messages of pharmacies that were not applied. None waits at first; a test or a story adds some to `state.heldPharmacyMessages`. */
export const heldPharmacyMessagesSample: SampleDomain = ({ state, live }) => {
  const remove = (id: string): void => {
    state.heldPharmacyMessages = state.heldPharmacyMessages.filter((message) => message.id !== id)
    live.emit({ type: 'pharmacy-message.changed', ids: { messageId: id } })
  }
  return () => ({
    listHeldPharmacyMessages: ({ query }) =>
      page(
        state.heldPharmacyMessages.map(({ id, receivedAt, reason, kind, sender, prescriptionId, patientId }) => ({
          ...{ id, receivedAt, reason, kind },
          ...(sender && { sender }),
          ...(prescriptionId && { prescriptionId }),
          ...(patientId && { patientId }),
        })),
        query,
      ),
    getHeldPharmacyMessage: ({ path }) => find(state.heldPharmacyMessages, path.messageId),
    applyHeldPharmacyMessage: ({ path, body: { prescriptionId, confirmed } }) => {
      const { id, reason, applicable } = find(state.heldPharmacyMessages, path.messageId)
      if (!applicable) return problem(409, 'message_not_applicable')
      if (reason.startsWith('another-') && confirmed !== true) return problem(409, 'message_differs')
      remove(id)
      return { id, prescriptionId, patientId: state.patient.id }
    },
    resolveHeldPharmacyMessage: ({ path, body: { reason } }) => {
      const { id } = find(state.heldPharmacyMessages, path.messageId)
      remove(id)
      return { id, resolution: reason }
    },
  })
}
