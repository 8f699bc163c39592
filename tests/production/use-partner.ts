import { sql } from 'kysely'
import { expect } from 'vitest'
import type { OperationId } from '../../packages/reference-server/src/platform/contracts/operation.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { everyRequest } from '../requests/every-request.ts'
import type { PrepareRequest } from '../requests/prepared-request.ts'
import { bookAppointment } from '../requests/scheduling.ts'
import { send, type AnyRequest } from '../requests/send-request.ts'
import type { Partner } from '../hospital/start-production.ts'

/** The result: the response to the request, or the fault of the message that was queued. */
export type Outcome = { readonly status: number; readonly code: string | null } | { readonly lastFault: string }

const asked = async (hospital: Hospital, person: Person, id: OperationId): Promise<Outcome> => {
  const request: AnyRequest = await (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)
  // The preparation uses up the person's rate limit.
  hospital.server.clock.advance({ seconds: 10 })
  const { status, body: answer } = await send(person, id, request)
  return { status, code: (answer as { code?: string } | undefined)?.code ?? null }
}

/** The fault of an attempt at a message of this kind, about this patient. */
const attempted = async (
  { id, server }: Hospital,
  schema: 'billing' | 'messaging',
  kind: string,
  patientId: string | null = null,
): Promise<Outcome> => {
  let lastFault: string | null = null
  const faultOf = async (): Promise<string | null> => {
    // The server polls once a second by its own clock, which is fixed until it is advanced.
    server.clock.advance({ seconds: 1 })
    const { rows } = await sql<{ last_fault: string | null }>`
      select last_fault from ${sql.table(`${schema}.transmissions`)}
      where organization_id = ${id} and kind = ${kind} 
        and (patient_id = ${patientId}::uuid or ${patientId}::uuid is null) and last_fault is not null limit 1`.execute(
      server.composed.platform.database.owner(),
    )
    return (lastFault = rows[0]?.last_fault ?? null)
  }
  await expect.poll(faultOf, { timeout: 30_000, message: `an attempt to send ${kind}` }).not.toBeNull()
  return { lastFault: lastFault ?? '' }
}

/** A person who gets an e-mail or SMS about an appointment that is booked now. */
const told = async (hospital: Hospital, channel: 'email' | 'sms'): Promise<Outcome> => {
  const patient = await hospital.person('patient')
  await body(
    patient.put(`/v1/patients/${patient.personId}/communication-preferences`, {
      channel,
      email: 'pat.sample@mail.example',
      phone: '+16145550142',
      language: 'en',
      quietHours: { from: '21:00', to: '08:00' },
      muted: [],
      version: 0,
    }),
  )
  await bookAppointment(hospital, patient.personId, { when: 'later' })
  return attempted(hospital, 'messaging', 'notice', patient.personId)
}

/** For each partner, a request that makes the server send it something. */
export const usePartner: Readonly<Record<Partner, (hospital: Hospital) => Promise<Outcome>>> = {
  daily: async (hospital) => asked(hospital, await hospital.person('patient'), 'takeSeat'),
  pharmacy: async (hospital) => asked(hospital, await hospital.onDuty(), 'searchPharmacies'),
  laboratory: async (hospital) => asked(hospital, await hospital.onDuty(), 'placeLabOrder'),
  clearinghouse: async (hospital) => {
    const answer = await asked(hospital, hospital.desk, 'checkEligibility')
    return 'status' in answer && answer.status >= 300 ? answer : attempted(hospital, 'billing', 'eligibility')
  },
  stripe: async (hospital) => asked(hospital, await hospital.person('patient'), 'beginPayment'),
  smtp: (hospital) => told(hospital, 'email'),
  telnyx: (hospital) => told(hospital, 'sms'),
}
