import { onEvents } from '../../../platform/contracts/reaction.ts'
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
    gather: async (page, _, { db }) =>
      new Map(
        await Promise.all(
          page.map(async ({ id, data }) => [id, await listLiveVisitsByPatient(db, data.patientId)] as const),
        ),
      ),
    decide: ({ id, data: { purpose } }, visits) => {
      const concerned = (visits.get(id) ?? []).filter(
        ({ requiredConsents }) => alwaysNotified.includes(purpose) || requiredConsents.includes(purpose),
      )
      return { events: concerned.map((visit) => visitConsentRevoked(visit, purpose)), answer: undefined }
    },
  },
)
