import { operations, type OperationId } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, permissions, roles, type Hospital, type Role } from './hospital/create-hospital.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { everyRequest } from './requests/every-request.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send } from './requests/send-request.ts'

/**
 * Every operation that any member of staff may use, on the server as deployed, about patients who asked to be called and written to elsewhere
 * (45 CFR 164.522(b)): no answer has the number or the address of their record. Each commit asks an eighth of them, a mutant all.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital

const recorded = { phone: '+16145550111', address: { line1: '1 Qrecorded Street', city: 'Columbus', state: 'OH' } }
const chosen = {
  ...{ calls: 'only', callPhone: '+16145550199', leaveMessage: false, addressAs: 'Alex' },
  ...{ letters: 'only', letterAddress: { line1: '9 Chosen Road', city: 'Dayton', state: 'OH' } },
  version: 1,
} as const

/** An alert says where the patient lives, as long as the patient has not stated where they are: help has to find them. */
const whereHelpGoes = /"location":\{[^{}]*"stated":false\}/g

const staff = roles.filter((role): role is Role => !['patient', 'proxy', 'guest'].includes(role))
const turn = process.env['TEST_SAMPLES'] ?? 'all'
const isOfThisRun = (_: unknown, index: number): boolean => turn === 'all' || index % 8 === Number(turn) % 8
const all = (Object.keys(operations) as OperationId[]).flatMap((id) =>
  staff
    .filter(
      (role) => operations[id].permission !== 'none' && permissions[role][operations[id].permission] !== undefined,
    )
    .map((role) => [id, role] as const),
)

const walked = all.filter(isOfThisRun)

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  server = await startServer({ databaseUrl: await migratedDatabase(), environment: partners.environment })
  const created = await createHospital(server, id)
  hospital = {
    ...created,
    patient: async (given) => {
      const patient = await created.patient({ ...recorded, ...given })
      const { version } = await body(created.desk.put(`/v1/patients/${patient.id}/contact-choice`, chosen))
      return { ...patient, version }
    },
  }
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

describe('no member of staff reads the number or the address of the record', () => {
  const refused: string[] = []

  it.each(walked)('in the answer of %s to %s', async (id, role) => {
    const person = await hospital.person(role)
    const request = await (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)
    const { status, text } = await send(person, id, request)
    if (status >= 300) refused.push(`${id} ${role} ${status}`)
    expect(text.replaceAll(whereHelpGoes, '')).not.toMatch(/6145550111|Qrecorded/)
  })

  it('and nearly all of them were answered', () => {
    expect(all.length).toBeGreaterThan(400)
    // Requests that name version 1 of a patient, which the choice has changed.
    expect(
      refused.filter((one) => !/^(updatePatient|linkPatient|getContactChoice|putContactChoice) /.test(one)),
    ).toEqual([])
  })
})
