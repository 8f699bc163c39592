import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { grantProxy } from '../index.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

const answers = {
  races: ['2028-9', '2106-3'],
  ethnicity: '2186-5',
  birthSex: 'F',
  genderIdentity: '33791000087105',
}

describe.each(domainEngines)('what a patient says about themselves on %s', (engine) => {
  let hospital: TestHospital
  let patientId: string
  let self: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    patientId = (await insertPatientDirectly(hospital)).id
    self = await hospital.as('patient', { personId: patientId })
  })
  const path = () => `/v1/patients/${patientId}/background`
  const put = (body: object, by: SignedInClient = self) => by.put(path(), body)

  it('is nothing until it is asked, is kept, and is read by the clinicians who treat them', async () => {
    expect((await self.get(path())).body).toEqual({ patientId, changedAt: null, version: 0 })
    const changedAt = hospital.clock.now().toISOString()
    const kept = { patientId, ...answers, toldBy: 'patient', recordedBy: 'patient', changedAt, version: 1 }
    expect(await put({ ...answers, version: 0 })).toMatchObject({ status: 200, body: kept })
    for (const role of ['practitioner', 'nurse', 'front-desk'] as const)
      expect((await (await hospital.as(role)).get(path())).body).toEqual(kept)
  })

  it('is replaced as a whole: an answer that is left out is cleared, also all of them', async () => {
    await put({ ...answers, version: 0 })
    const { body } = await put({ races: ['ASKU'], version: 1 })
    const origin = { toldBy: 'patient', recordedBy: 'patient' }
    expect(body).toEqual({ patientId, races: ['ASKU'], ...origin, changedAt: body.changedAt, version: 2 })
    expect((await put({ version: 2 })).body).toEqual({ patientId, ...origin, changedAt: body.changedAt, version: 3 })
  })

  it('is not overwritten by a page that has read an older version', async () => {
    await put({ birthSex: 'F', version: 0 })
    for (const version of [0, 2])
      expect(await put({ birthSex: 'M', version })).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    expect((await self.get(path())).body).toMatchObject({ birthSex: 'F', version: 1 })
  })

  it('is kept once when two pages answer for the first time at once', async () => {
    const both = await Promise.all([put({ birthSex: 'F', version: 0 }), put({ birthSex: 'M', version: 0 })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it.each([
    [400, '/races/0', { races: ['9999-9'] }],
    [400, '/genderIdentity', { genderIdentity: 'F' }],
    [400, '/pronouns', { pronouns: 'they' }],
    [422, '/races/1', { races: ['2028-9', '2028-9'] }],
    [422, '/races/1', { races: ['2028-9', 'ASKU'] }],
    [422, '/races/0', { races: ['UNK', '2028-9'] }],
  ])('is refused with %i at %s, and nothing is kept', async (status, pointer, wrong) => {
    const answer = await put({ ...wrong, version: 0 })
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer])
    expect((await self.get(path())).body.version).toBe(0)
  })

  it.each(['front-desk', 'practitioner', 'nurse'] as const)('is written down by %s with its source', async (role) => {
    const staff = await hospital.as(role)
    for (const toldBy of ['patient', 'guardian', 'companion', 'document'] as const) {
      const { version } = (await staff.get(path())).body
      expect((await put({ birthSex: 'F', toldBy, version }, staff)).body).toMatchObject({
        birthSex: 'F',
        ...{ toldBy, recordedBy: 'staff', version: version + 1 },
      })
      expect((await self.get(path())).body).toMatchObject({ toldBy, recordedBy: 'staff' })
    }
    expect(await hospital.accessRows({ patientId, operation: 'putPatientBackground' })).toHaveLength(4)
    // What the patient writes then is the patient's again.
    expect((await put({ birthSex: 'M', version: 4 })).body).toMatchObject({
      toldBy: 'patient',
      recordedBy: 'patient',
    })
  })

  it('is refused from staff who name no source, and from a patient who writes for another', async () => {
    const desk = await hospital.as('front-desk')
    expect(await put({ birthSex: 'F', version: 0 }, desk)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/toldBy', code: 'required' }] },
    })
    expect(await put({ birthSex: 'F', toldBy: 'guardian', version: 0 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/toldBy', code: 'contradictory' }] },
    })
    expect((await put({ birthSex: 'F', toldBy: 'gossip', version: 0 }, desk)).status).toBe(400)
    expect((await self.get(path())).body.version).toBe(0)
  })

  it('is not for other staff, other patients or proxies, even with every right and as patients of their own', async () => {
    await put({ ...answers, version: 0 })
    for (const role of ['biller', 'administrator', 'privacy-officer'] as const) {
      const staff = await hospital.as(role)
      expect((await staff.get(path())).status, role).toBe(403)
      expect((await put({ version: 1 }, staff)).status, role).toBe(403)
    }
    const stranger = await hospital.as('patient')
    expect((await stranger.get(path())).status).toBe(404)
    const { personId } = await hospital.keep('directory', (context) =>
      grantProxy(context, patientId, {
        displayName: 'Alex Proxysample',
        relationship: 'caregiver',
        scope: ['schedule', 'visit', 'record'],
        from: '2026-01-01',
        identity: { issuer: 'https://id.example', subject: newId() },
      }),
    )
    const proxy = await hospital.as('proxy', { personId, patientIds: [patientId] })
    const both = await hospital.as('patient', { personId, patientIds: [personId, patientId] })
    for (const acting of [proxy, both]) {
      expect((await acting.get(`/v1/patients/${patientId}`)).status).toBe(200)
      expect((await acting.get(path())).status).toBe(403)
      expect((await put({ version: 1 }, acting)).status).toBe(403)
    }
    expect((await self.get(path())).body).toMatchObject({ ...answers, version: 1 })
  })

  it('is recorded as read and changed, and is in no event, log line, patient record or row as plain text', async () => {
    await put({ ...answers, version: 0 })
    await self.get(path())
    expect(await hospital.accessRows({ patientId })).toMatchObject([
      { operation: 'putPatientBackground', action: 'update', entity: 'PatientBackground' },
      { operation: 'getPatientBackground', action: 'read', entity: 'PatientBackground' },
    ])
    const events = await eventsOf(hospital, 'directory.patient-background-changed')
    expect(events.filter((event) => event['patientId'] === patientId)).toEqual([{ patientId, version: 1 }])
    const { rows } = await sql<{ row: string }>`select to_jsonb(b)::text as row from directory.patient_backgrounds b
      where id = ${patientId}::uuid`.execute(hospital.platform.database.owner())
    const patient = await (await hospital.as('practitioner')).get(`/v1/patients/${patientId}`)
    const elsewhere = JSON.stringify([rows, events, hospital.logged, patient.body])
    for (const code of ['2028-9', '2186-5', '33791000087105', 'genderIdentity']) expect(elsewhere).not.toContain(code)
  })
})
