import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { shortVisitType } from '../../packages/reference-server/src/test-kit/create-clinic.ts'
import { body, type Hospital } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

const onDemandType = ({ administrator }: Hospital): Promise<Schemas['VisitType']> =>
  body(administrator.post('/v1/visit-types', { ...shortVisitType, code: `sample-${newId()}`, onDemand: true }))

/** A patient has one request at a time, and only where someone practices. */
const endAll = async ({ server, id, onDuty }: Hospital, patientId: string): Promise<void> => {
  await onDuty()
  await server.transact(id, 'scheduling', ({ tx }) =>
    sql`update scheduling.on_demand_requests set status = 'cancelled', version = version + 1
      where patient_id = ${patientId}::uuid and status = 'waiting'`.execute(tx),
  )
}

const request = async (hospital: Hospital, patientId: string): Promise<Schemas['OnDemandRequest']> => {
  await endAll(hospital, patientId)
  const { id: visitTypeId } = await onDemandType(hospital)
  return body(hospital.desk.post('/v1/on-demand', { patientId, visitTypeId, reason: 'A cough since Sunday' }))
}

/** Patients who wait for the next free practitioner. */
export const onDemandRequests: Requests<
  | 'requestOnDemand'
  | 'listOnDemand'
  | 'listOwnOnDemand'
  | 'getOnDemand'
  | 'renewOnDemand'
  | 'leaveOnDemand'
  | 'takeOnDemand'
> = {
  requestOnDemand: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await endAll(hospital, patientId)
    const { id: visitTypeId } = await onDemandType(hospital)
    return { body: { patientId, visitTypeId, reason: 'A cough since Sunday' }, names: 'patient' }
  },
  listOnDemand: async (hospital, person) => {
    await request(hospital, await accessiblePatient(hospital, person))
    return { names: 'nothing' }
  },
  listOwnOnDemand: async (hospital, person) => {
    await request(hospital, await accessiblePatient(hospital, person))
    return { names: 'nothing' }
  },
  getOnDemand: async (hospital, person) => ({
    path: { requestId: (await request(hospital, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  renewOnDemand: async (hospital, person) => ({
    path: { requestId: (await request(hospital, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  leaveOnDemand: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return {
      path: { requestId: (await request(hospital, patientId)).id },
      names: 'patient',
      concerns: [patientId],
    }
  },
  takeOnDemand: async (hospital) => ({
    path: { requestId: (await request(hospital, (await hospital.patient()).id)).id },
    names: 'patient',
  }),
}
