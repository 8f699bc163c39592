import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']
type Condition = Schemas['ChartCondition']

describe.each(domainEngines)('the problems of a patient on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  const written = async (patient: Person): Promise<Schemas['Note']> => {
    const visit = await hospital.ended(patient, practitioner)
    const client = await hospital.signIn(practitioner)
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    return (await client.put(`/v1/notes/${note.id}`, complete(note))).body
  }
  const sign = async ({ id, version }: Schemas['Note']): Promise<void> => {
    const client = await hospital.signIn(practitioner)
    expect((await client.post(`/v1/notes/${id}/sign`, { version })).status).toBe(200)
  }
  const chartOf = (patient: Person) => {
    const path = `/v1/patients/${patient.personId}/conditions`
    const list = async (client: SignedInClient, active?: boolean): Promise<Condition[]> =>
      (await client.get(active === undefined ? path : `${path}?active=${active}`)).body.items
    const change = (client: SignedInClient, { id, version }: Condition, status: string) =>
      client.patch(`${path}/${id}`, { status, version })
    return { path, list, change }
  }
  const withHypertension = async () => {
    const patient = await hospital.addPatient()
    await sign(await written(patient))
    const client = await hospital.signIn(practitioner)
    const chart = chartOf(patient)
    const [condition] = await chart.list(client)
    return { patient, client, ...chart, condition: condition! }
  }

  it('leave the list when they are resolved, and can still be read', async () => {
    const { patient, client, list, change, condition } = await withHypertension()
    expect(condition).toMatchObject({ code: 'I10', status: 'active', version: 1 })
    expect(condition).not.toHaveProperty('endedAt')
    const { status, body: resolved } = await change(client, condition, 'resolved')
    expect([status, resolved]).toMatchObject([200, { id: condition.id, status: 'resolved', version: 2 }])
    expect(resolved.endedAt).toBe(hospital.clock.now().toISOString())
    expect(await list(client, true)).toEqual([])
    expect(await list(client, false)).toEqual([resolved])
    expect(await list(await hospital.signIn(patient))).toEqual([resolved])
    expect(await hospital.provides.documentation.conditions(hospital.readingOf(client), patient.personId)).toEqual([])
    expect((await change(client, condition, 'active')).body.code).toBe('version_conflict')
    expect((await change(client, resolved, 'resolved')).body).toEqual(resolved)
    const { body: back } = await change(client, resolved, 'active')
    expect(back).toEqual({ ...condition, version: 3 })
    const emitted = await eventsOf(hospital, 'documentation.condition-changed')
    expect(emitted.filter(({ patientId }) => patientId === patient.personId)).toEqual(
      [1, 2].map(() => ({ patientId: patient.personId, conditionId: condition.id })),
    )
    const rows = await hospital.accessRows({ operation: 'changeCondition', patientId: patient.personId })
    expect(rows.filter(({ outcome }) => outcome === 'done')).toMatchObject(
      [1, 2, 3].map(() => ({ action: 'update', entity: 'Condition' })),
    )
  })

  it('that were entered in error are read only by staff', async () => {
    const { patient, client, list, change, condition } = await withHypertension()
    const { body: mistaken } = await change(client, condition, 'entered-in-error')
    expect(await list(client)).toEqual([mistaken])
    const self = await hospital.signIn(patient)
    expect([await list(self), await list(self, false)]).toEqual([[], []])
  })

  it('are active again once a later visit names them, but not by the note of an earlier one', async () => {
    const patient = await hospital.addPatient()
    const { list, change } = chartOf(patient)
    const late = await written(patient)
    await sign(await written(patient))
    const client = await hospital.signIn(practitioner)
    const [condition] = await list(client)
    const { body: resolved } = await change(client, condition!, 'resolved')
    await sign(late)
    expect(await list(client)).toMatchObject([
      { status: 'resolved', endedAt: resolved.endedAt, lastNoteId: resolved.lastNoteId, version: 3 },
    ])
    const again = await written(patient)
    await sign(again)
    // Each visit is a day later, so earlier sessions have expired.
    const [back] = await list(await hospital.signIn(practitioner))
    expect(back).toMatchObject({ id: condition!.id, status: 'active', lastNoteId: again.id, version: 4 })
    expect(back).not.toHaveProperty('endedAt')
  })

  it('start again where the first entry was an error', async () => {
    const { patient, client, list, change, condition } = await withHypertension()
    await change(client, condition, 'entered-in-error')
    const note = await written(patient)
    await sign(note)
    const [found] = await list(await hospital.signIn(practitioner))
    expect(found).toMatchObject({ status: 'active', lastNoteId: note.id })
    expect(found!.firstNotedAt).toBe(found!.lastNotedAt)
    expect(found!.firstNotedAt > condition.firstNotedAt).toBe(true)
  })

  it('are changed by people who may sign notes, in the patient’s own chart', async () => {
    const { patient, client, path, change, condition } = await withHypertension()
    for (const role of ['nurse', 'front-desk', 'biller', 'privacy-officer', 'administrator'])
      expect((await change(await hospital.as(role), condition, 'resolved')).status).toBe(403)
    expect((await change(await hospital.signIn(patient), condition, 'resolved')).status).toBe(403)
    const other = chartOf(await hospital.addPatient())
    expect((await other.change(client, condition, 'resolved')).status).toBe(404)
    expect((await client.patch(`${path}/unknown`, { status: 'resolved', version: 1 })).status).toBe(404)
  })
})
