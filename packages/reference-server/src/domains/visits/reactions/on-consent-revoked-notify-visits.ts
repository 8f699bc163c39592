import { onEvents } from '../../../platform/contracts/reaction.ts'
import { visitConsentRevoked } from '../events.ts'
import type { ConsentPurpose } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { listLiveVisitsByPatient } from '../store/live-visits.ts'

/** Purposes that matter in a room whether or not the type of visit requires them. */
const alwaysNotified: readonly ConsentPurpose[] = [
  'telehealth-treatment',
  'recording',
  'interpreter-presence',
  'student-observer',
  'ai-scribe',
]

/**
 * A consent taken back during a visit: both sides are told at once and their pages ask the patient. Nobody is cut off in the middle of a
 * sentence, but from here on no one is admitted and no seat is given without it. Recording is off and stays off.
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
