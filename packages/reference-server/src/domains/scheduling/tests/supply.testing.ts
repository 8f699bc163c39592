import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { actsAt, dayAt as day, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

type Schemas = components['schemas']

/** The same hours on every day of the week. */
export const everyDay = (from: string, to: string, version: number) => ({
  zone: 'America/New_York',
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
  exceptions: [],
  version,
})

export const hoursPath = ({ id }: Schemas['Practitioner']): string => `/v1/practitioners/${id}/availability`
export const timeOffPath = ({ id }: Schemas['Practitioner']): string => `/v1/practitioners/${id}/time-off`

/** What the tests of changed supply do and see, as the front desk. */
export const watchesSupply = (hospital: () => SchedulingHospital, desk: () => SignedInClient) => {
  const { book } = actsAt(hospital)
  const booked = async (two: TwoPeople, start: string): Promise<string> => (await answered(book(two, start), 201)).id
  const get = (id: string): Promise<Schemas['Appointment']> => answered(desk().get(`/v1/appointments/${id}`), 200)
  return {
    booked,
    get,
    reasonsOf: async (id: string) => (await get(id)).support.reasons,
    preview: (change: object, client = desk()): Promise<TestResponse> =>
      client.post('/v1/supply-changes/preview', change),
    tasksOf: async (patientId: string, status = 'open') => {
      const nurse = await hospital().as('nurse')
      return (await answered(nurse.get(`/v1/tasks?patientId=${patientId}&status=${status}`), 200)).items
    },
    noticesOf: async (patientId: string): Promise<string[]> =>
      (await answered(desk().get(`/v1/patients/${patientId}/deliveries`), 200)).items.map(
        ({ template }: Schemas['Delivery']) => template,
      ),
    /** Patients who have one visit each with this practitioner, 40 minutes apart from 14:00 UTC. */
    severalBooked: async (count: number, practitioner: Schemas['Practitioner'], offset = 2) => {
      const visits: { readonly id: string; readonly patientId: string }[] = []
      for (let index = 0; index < count; index += 1) {
        const two = { practitioner, ...(await hospital().addPatient()) }
        const start = new Date(Date.parse(day(offset, '14:00')) + index * 40 * 60_000).toISOString()
        visits.push({ id: await booked(two, start), patientId: two.patient.id })
      }
      return visits
    },
  }
}
