import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import type { Requests } from './prepared-request.ts'

const opening = { reason: 'nobody-reachable', text: 'Nobody who treats the patient answers.' } as const

/** Charts that are opened in an emergency. */
export const emergencyRequests: Requests<
  | 'openEmergencyAccess'
  | 'listOwnEmergencyAccesses'
  | 'endEmergencyAccess'
  | 'listEmergencyAccesses'
  | 'reviewEmergencyAccess'
> = {
  openEmergencyAccess: async (hospital) => ({
    path: { patientId: (await hospital.patient()).id },
    body: opening,
    names: 'patient',
  }),
  listOwnEmergencyAccesses: async (hospital, person) => {
    await open(hospital, person)
    return { names: 'nothing' }
  },
  endEmergencyAccess: async (hospital, person) => ({
    path: { emergencyAccessId: (await open(hospital, person)).id },
    names: 'person',
  }),
  listEmergencyAccesses: async (hospital, person) => {
    const { patientId } = await waiting(hospital, person)
    return { query: { limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  reviewEmergencyAccess: async (hospital, person) => {
    const { id, version } = await waiting(hospital, person)
    return {
      path: { emergencyAccessId: id },
      body: { outcome: 'not-appropriate', note: 'A colleague was there.', version },
      names: 'organization',
    }
  },
}

const open = async (hospital: Hospital, by: Person): Promise<{ id: string; patientId: string }> => {
  const { id } = await hospital.patient()
  return body(by.post(`/v1/patients/${id}/emergency-accesses`, opening))
}

/** One that waits for this reviewer: for an administrator, one that no one else reviewed in time. */
const waiting = async (hospital: Hospital, { role }: Person) => {
  const opened = await open(hospital, await hospital.outsider('practitioner'))
  if (role === 'administrator')
    await hospital.server.transact(hospital.id, 'directory', ({ tx, now }) =>
      tx
        .updateTable('directory.emergency_accesses')
        .set({ escalated_at: now, version: 2 })
        .where('id', '=', opened.id)
        .execute(),
    )
  return { ...opened, version: role === 'administrator' ? 2 : 1 }
}
