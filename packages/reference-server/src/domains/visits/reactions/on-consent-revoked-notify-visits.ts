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
    keep: async (page, _, { tx, emit }) => {
      for (const { data } of page)
        for (const visit of await listLiveVisitsByPatient(tx, data.patientId)) {
          if (!alwaysNotified.includes(data.purpose) && !visit.requiredConsents.includes(data.purpose)) continue
          await emit(visitConsentRevoked(visit, data.purpose))
        }
    },
  },
)
