import type { ConsentUse } from '../../generated/models.ts'
import type { SampleDomain } from './sample-domain.ts'
import { instant, page, type SampleState } from './sample-state.ts'

/** The consents on which a step of a visit relies now. */
export const usesOf = (state: SampleState, step: ConsentUse['step'], at: number): ConsentUse[] =>
  state.consents
    .filter(({ status }) => status === 'active')
    .map(({ id, purpose }) => ({ consentId: id, purpose, step, at: instant(at) }))

/** What each consent was used for. */
export const consentUsesSample: SampleDomain =
  ({ state }) =>
  () => ({
    listConsentUses: ({ path: { patientId, consentId }, query }) => ({
      patientId,
      consentId,
      ...page(
        state.visits.toReversed().flatMap(({ id, appointmentId, visitTypeName, practitioner, consentsUsed = [] }) => {
          const uses = consentsUsed.filter((use) => use.consentId === consentId)
          return uses.length === 0 ? [] : [{ visitId: id, appointmentId, visitTypeName, practitioner, uses }]
        }),
        query,
      ),
    }),
  })
