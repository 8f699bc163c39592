import type { components } from '@visitkit/contract'
import { body, type Hospital } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Entry = components['schemas']['WaitlistEntry']

/** Days on which no other request books. */
const period = { from: '2026-12-02', to: '2026-12-08' }

/** A patient waits once for a visit type, and only where someone practices. */
const leaveAll = async ({ desk, onDuty }: Hospital, patientId: string): Promise<void> => {
  await onDuty()
  const { items } = await body(desk.get(`/v1/waitlist?patientId=${patientId}`))
  for (const { id } of items as Entry[]) await body(desk.delete(`/v1/waitlist/${id}`))
}

const join = async (hospital: Hospital, patientId: string): Promise<Entry> => {
  await leaveAll(hospital, patientId)
  return body(hospital.desk.post('/v1/waitlist', { ...period, patientId, visitTypeId: hospital.visitTypeId }))
}

/** An entry to which the server has offered a time. */
const offered = async (hospital: Hospital, patientId: string): Promise<Entry> => {
  const { id } = await join(hospital, patientId)
  for (let tried = 0; tried < 200; tried++) {
    const { items } = await body(hospital.desk.get(`/v1/waitlist?patientId=${patientId}`))
    const entry = (items as Entry[]).find((each) => each.id === id)
    if (entry?.status === 'offered') return entry
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server has offered no time')
}

/** The line for times that become free. */
export const waitlistRequests: Requests<
  'joinWaitlist' | 'listWaitlist' | 'leaveWaitlist' | 'acceptWaitlistOffer' | 'declineWaitlistOffer'
> = {
  joinWaitlist: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await leaveAll(hospital, patientId)
    return { body: { ...period, patientId, visitTypeId: hospital.visitTypeId }, names: 'patient' }
  },
  listWaitlist: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await join(hospital, patientId)
    // A filter for staff: for a patient of another organization the list is empty.
    const isFilter = person.patientIds.length === 0
    return {
      query: { patientId },
      names: 'patient',
      ...(isFilter ? { strangersGet: { status: 200 } } : {}),
    }
  },
  leaveWaitlist: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { entryId: (await join(hospital, patientId)).id }, names: 'patient', concerns: [patientId] }
  },
  acceptWaitlistOffer: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { entryId: (await offered(hospital, patientId)).id }, names: 'patient' }
  },
  declineWaitlistOffer: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { entryId: (await offered(hospital, patientId)).id }, names: 'patient' }
  },
}
