import type { components } from '@visitkit/contract'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { actsAt, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

type Schemas = components['schemas']
type Entry = Schemas['WaitlistEntry']
type Waiting = Pick<TwoPeople, 'patient' | 'client'>

/** Nine in the morning in New York. */
export const nineOn = (day: string): string => `${day}T14:00:00Z`

/** People who wait, and times that become free. */
export const waitlistActs = (hospital: () => SchedulingHospital) => {
  const { typeId, book } = actsAt(hospital)
  /** Sessions end while the clock of a test moves. */
  const signIn = ({ patient }: Waiting) => hospital().as('patient', { personId: patient.id })
  const join = async (who: Waiting, day: string, more: object = {}): Promise<TestResponse> =>
    (await signIn(who)).post('/v1/waitlist', {
      patientId: who.patient.id,
      visitTypeId: typeId(),
      from: day,
      to: day,
      ...more,
    })
  const entriesOf = async (who: Waiting, status?: Entry['status']): Promise<Entry[]> =>
    (await answered((await signIn(who)).get(`/v1/waitlist${status === undefined ? '' : `?status=${status}`}`), 200))
      .items
  return {
    typeId,
    join,
    entriesOf,
    /** The only open entry. */
    entryOf: async (who: Waiting): Promise<Entry> => {
      const [entry, ...others] = await entriesOf(who)
      if (!entry || others.length > 0) throw new Error('expected one open entry')
      return entry
    },
    /** A practitioner with one time a day, at nine, which is booked on this day. */
    fullyBooked: async (day: string) => {
      const practitioner = await hospital().addPractitioner({}, { from: '09:00', to: '09:20' })
      const booker = { practitioner, ...(await hospital().addPatient()) }
      const appointment = await answered(book(booker, nineOn(day)), 201)
      return {
        practitioner,
        booker,
        appointmentId: appointment.id as string,
        cancel: async (): Promise<void> => {
          const path = `/v1/appointments/${appointment.id}/cancel`
          await answered((await signIn(booker)).post(path, { reason: 'patient-request' }), 200)
          await hospital().settle()
        },
      }
    },
    accept: async (who: Waiting, { id }: Pick<Entry, 'id'>): Promise<TestResponse> =>
      (await signIn(who)).post(`/v1/waitlist/${id}/accept`),
    decline: async (who: Waiting, { id }: Pick<Entry, 'id'>): Promise<TestResponse> =>
      (await signIn(who)).post(`/v1/waitlist/${id}/decline`),
    leave: async (who: Waiting, { id }: Pick<Entry, 'id'>): Promise<TestResponse> =>
      (await signIn(who)).delete(`/v1/waitlist/${id}`),
    /** The next minute after `minutes`, with what the timer does then. */
    pass: async (minutes: number): Promise<void> => {
      hospital().clock.set(new Date(hospital().clock.now().getTime() + minutes * 60_000).toISOString())
      await hospital().runJob('scheduling.refill-waitlist')
    },
  }
}
