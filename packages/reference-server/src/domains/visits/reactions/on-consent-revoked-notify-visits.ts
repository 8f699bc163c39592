import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { visitConsentRevoked } from '../events.ts'
import type { ConsentPurpose } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { listLiveVisitsByPatient } from '../store/live-visits.ts'

/** Purposes that matter in a room whether or not the visit type requires them. */
const alwaysNotified: readonly ConsentPurpose[] = [
  'telehealth-treatment',
  'recording',
  'interpreter-presence',
  'student-observer',
  'ai-scribe',
]

/**
 * Consent revoked during a visit: both sides are notified at once, and their pages ask the patient again. The call is not cut off, but from
 * now on no one is admitted and no seat is issued without the consent. Recording is off and stays off.
 */
export const onConsentRevokedNotifyVisits = onEvents<VisitsContext>()(
  ['consent.consent-revoked'],
  'visits.notify-visits-on-consent-revoked',
  {
    gather: async (page, _, { db }) => {
      const visits = await listLiveVisitsByPatient(
        db,
        page.map(({ data }) => data.patientId),
      )
      return visits.length === 0 ? nothingToDo : visits
    },
    decide: ({ data: { patientId, purpose } }, visits) => {
      const concerned = visits.filter(
        (visit) =>
          visit.patientId === patientId &&
          (alwaysNotified.includes(purpose) || visit.requiredConsents.includes(purpose)),
      )
      if (concerned.length === 0) return nothingToDo
      return { events: concerned.map((visit) => visitConsentRevoked(visit, purpose)), answer: undefined }
    },
  },
)
