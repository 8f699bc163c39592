import type { NewEvent } from '../../../platform/contracts/event.ts'
import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { seatLeft, visitChanged, visitConsentRevoked } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import { recordingRequestOf } from '../model/recording.ts'
import { isWaived, resumeAfter, stopFor, type ConsentPurpose } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { replaceSeating } from '../store/seating.ts'
import { leaveSeats } from '../store/seats.ts'
import { listLiveVisitsAndSeats } from '../store/visit-and-seats.ts'
import { replaceVisitFacts } from '../store/visits.ts'
import { endRecording } from '../workflows/decide-recording-answer.ts'
import { gatherInvited, notifyGuests } from '../workflows/notify-guests.ts'

interface Step {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
}

/** Purposes that matter in a room whether or not the visit type requires them. */
const alwaysNotified: readonly ConsentPurpose[] = [
  'telehealth-treatment',
  'recording',
  'interpreter-presence',
  'student-observer',
  'ai-scribe',
]

/**
 * A required consent revoked during a visit stops it: everyone loses their seat at once, and the visit says for which consent. It does not
 * end. Once the patient consents again, seats can be taken again. A recording ends with its consent. The events of a patient depend on each other, so one reaction handles
 * both kinds, one at a time, and believes what the patient has decided by now.
 */
export const onConsentChangedStopVisits = onEvent<VisitsContext>()(
  ['consent.consent-revoked', 'consent.consent-decided'],
  'visits.notify-visits-on-consent-revoked',
  {
    gather: async ({ data: { patientId, purpose } }, ports, context) => {
      const visits = await listLiveVisitsAndSeats(context.db, patientId)
      if (visits.length === 0) return nothingToDo
      const guests = await gatherInvited(
        context.db,
        visits.map(({ visit }) => visit),
      )
      const consents = await ports.consent.current(context, patientId, [purpose])
      const standing = consents.get(purpose) ?? { status: 'required' as const }
      return { visits, guests, standing, isGranted: standing.status === 'granted' }
    },
    decide: ({ type, data: { purpose } }, { visits, guests, standing, isGranted }, { now }) => {
      const changes = visits.map(({ visit, seats }): Step | null => {
        if (isGranted) {
          const resumed = resumeAfter(visit, purpose)
          return (
            resumed && {
              writes: [replaceVisitFacts(resumed, visit)],
              events: [visitChanged(resumed), ...notifyGuests(resumed, guests)],
            }
          )
        }
        // A visit that began without the consent goes on until the patient, who can decide by now, declines.
        if (isWaived(visit, purpose, standing)) return null
        const isRefused = standing.status === 'declined' && visit.emergencyReason !== null
        if (type !== 'consent.consent-revoked' && !isRefused) return null
        const stopped = stopFor(visit, purpose)
        if (stopped)
          return {
            // A seat that is taken at the same time is decided again, without the consent.
            writes: [replaceSeating(stopped, visit), leaveSeats(visit.id, now)],
            events: [
              visitConsentRevoked(stopped, purpose),
              ...notifyGuests(stopped, guests),
              ...seats.filter(isHeld).map((seat) => seatLeft(stopped, { ...seat, leftAt: now })),
            ],
          }
        // The call goes on without a recording.
        if (purpose === 'recording' && recordingRequestOf(visit, seats) !== null) {
          const ended = endRecording({ visit, seats, guests })
          return { ...ended, events: [...ended.events, visitConsentRevoked(ended.visit, purpose)] }
        }
        return alwaysNotified.includes(purpose) ? { writes: [], events: [visitConsentRevoked(visit, purpose)] } : null
      })
      const due = changes.filter((change) => change !== null)
      if (due.length === 0) return nothingToDo
      return {
        writes: due.flatMap(({ writes }) => writes),
        events: due.flatMap(({ events }) => events),
        answer: undefined,
      }
    },
  },
)
