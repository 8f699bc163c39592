import type { SampleDomain } from './sample-domain.ts'
import { sampleReach } from './sample-reach.ts'
import { instant } from './sample-state.ts'

const zone = 'America/New_York'
const expected: ReadonlySet<string> = new Set(['requested', 'booked', 'checked-in', 'in-progress'])

/** The visits of today and tomorrow for a time without the system. */
export const downtimeSample: SampleDomain =
  ({ state, now }) =>
  () => ({
    exportDowntimeList: () => {
      const dayOf = (at: number): string =>
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
      const today = dayOf(now())
      const days = [today, Temporal.PlainDate.from(today).add({ days: 1 }).toString()]
      return {
        organizationName: 'Lakeside Health',
        zone,
        madeAt: instant(now()),
        days: days.map((date) => ({
          date,
          visits: state.appointments
            .filter(({ start, status }) => expected.has(status) && dayOf(Date.parse(start)) === date)
            .toSorted((one, other) => one.start.localeCompare(other.start))
            .map(({ id, patientId, patient, start, practitioner, reason }) => ({
              appointmentId: id,
              patientId,
              start,
              ...(patient && { patientName: patient.displayName, language: patient.language }),
              birthDate: '1984-06-15',
              call:
                patientId === state.patient.id && state.contactChoice.calls !== 'recorded'
                  ? sampleReach(state).call
                  : { rule: 'recorded' as const, phone: '+16145550142' },
              practitionerName: practitioner.displayName,
              ...(patient?.interpreterLanguage && { interpreterLanguage: patient.interpreterLanguage }),
              ...(reason && { reason }),
            })),
        })),
      }
    },
  })
