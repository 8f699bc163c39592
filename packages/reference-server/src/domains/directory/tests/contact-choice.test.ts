import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { grantProxy } from '../index.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

const home = { line1: '1 Record Street', city: 'Columbus', state: 'OH', postalCode: '43004' }
const shelter = { line1: '9 Chosen Road', city: 'Dayton', state: 'OH' }
const only = {
  ...{ calls: 'only', callPhone: '+16145550199', leaveMessage: false, callHours: { from: '09:00', to: '17:00' } },
  ...{ letters: 'only', letterAddress: shelter, addressAs: 'Alex' },
} as const

describe.each(domainEngines)('what a patient asks about calls, letters and the name on %s', (engine) => {
  let hospital: TestHospital
  let patientId: string
  let self: SignedInClient
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    patientId = (await insertPatientDirectly(hospital, { phone: '+16145550111', address: home })).id
    self = await hospital.as('patient', { personId: patientId })
  })
  const path = () => `/v1/patients/${patientId}/contact-choice`
  const put = (body: object, by = self) => by.put(path(), body)
  const asProxy = async (scope: ('schedule' | 'visit' | 'record')[]) => {
    const { personId } = await hospital.keep('directory', (context) =>
      grantProxy(context, patientId, {
        ...{ displayName: 'Robin Sample', relationship: 'spouse', scope, from: '2026-01-01' },
        identity: { issuer: 'https://login.lakeside.example', subject: newId() },
      }),
    )
    return hospital.as('proxy', { personId, patientIds: [patientId] })
  }

  it('is nothing at first: staff see the number and the address of the record', async () => {
    expect((await self.get(path())).body).toEqual({ patientId, calls: 'recorded', letters: 'recorded', version: 1 })
    expect((await desk.get(`/v1/patients/${patientId}`)).body).toMatchObject({
      ...{ phone: '+16145550111', address: home },
      call: { rule: 'recorded', phone: '+16145550111' },
      letters: { rule: 'recorded', address: home },
    })
  })

  it('is kept as chosen, and from then on staff see nothing else', async () => {
    expect((await put({ ...only, version: 1 })).body).toEqual({ patientId, ...only, version: 2 })
    for (const role of ['front-desk', 'practitioner', 'nurse'] as const) {
      const { body } = await (await hospital.as(role)).get(`/v1/patients/${patientId}`)
      expect(body).not.toHaveProperty('phone')
      expect(body).not.toHaveProperty('address')
      expect(JSON.stringify(body)).not.toMatch(/16145550111|Record Street/)
      expect(body).toMatchObject({
        call: {
          ...{ rule: 'only', phone: '+16145550199', leaveMessage: false, addressAs: 'Alex' },
          hours: { from: '09:00', to: '17:00', zone: 'America/New_York' },
        },
        letters: { rule: 'only', address: shelter, addressAs: 'Alex' },
      })
    }
    expect((await self.get(`/v1/patients/${patientId}`)).body).toMatchObject({ phone: '+16145550111', address: home })
    expect((await self.get('/v1/me')).body.displayName).toBe('Alex')
  })

  it('can be that no one calls or writes', async () => {
    await answered(put({ calls: 'none', letters: 'none', version: 1 }), 200)
    const { body } = await desk.get(`/v1/patients/${patientId}`)
    expect([body.call, body.letters]).toEqual([{ rule: 'none' }, { rule: 'none' }])
    expect(JSON.stringify(body)).not.toMatch(/16145550111|Record Street/)
  })

  it('is written down by the front desk when the patient asks there, without a reason, and stays when the record changes', async () => {
    await answered(put({ ...only, version: 1 }, desk), 200)
    const changed = await answered(
      desk.patch(`/v1/patients/${patientId}`, { version: 2, phone: '+16145550122', language: 'es' }),
      200,
    )
    expect(changed).not.toHaveProperty('phone')
    expect(changed.call.phone).toBe('+16145550199')
    expect((await self.get(path())).body).toMatchObject({ ...only, version: 3 })
    for (const role of ['practitioner', 'nurse', 'biller'] as const)
      expect((await put({ ...only, version: 3 }, await hospital.as(role))).status).toBe(403)
  })

  it('does not keep what a rule no longer uses', async () => {
    await put({ ...only, version: 1 })
    await put({ ...only, calls: 'recorded', letters: 'none', version: 2 })
    expect((await self.get(path())).body).toEqual({
      ...{ patientId, calls: 'recorded', letters: 'none', addressAs: 'Alex', version: 3 },
    })
  })

  it('is for a proxy only with the scope of the record', async () => {
    await put({ ...only, version: 1 })
    const [booker, carer] = [await asProxy(['schedule', 'visit']), await asProxy(['schedule', 'record'])]
    for (const answer of [await booker.get(path()), await put({ ...only, version: 2 }, booker)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'outside_proxy_scope' } })
    expect((await carer.get(path())).body.callPhone).toBe('+16145550199')
  })

  it.each([
    ['/callPhone', { callPhone: undefined }],
    ['/letterAddress', { letterAddress: undefined }],
    ['/callHours/to', { callHours: { from: '17:00', to: '09:00' } }],
  ])('is refused at %s, and nothing is kept', async (pointer, wrong) => {
    const answer = await put({ ...only, ...wrong, version: 1 })
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer])
    expect((await self.get(path())).body.version).toBe(1)
  })

  it('is not overwritten by a page that has read an older version', async () => {
    await put({ ...only, version: 1 })
    expect(await put({ calls: 'none', letters: 'none', version: 1 })).toMatchObject({
      ...{ status: 409, body: { code: 'version_conflict' } },
    })
    expect((await self.get(path())).body.calls).toBe('only')
  })

  it('goes with the person to the record that is used instead, unless that one has a choice', async () => {
    const other = await insertPatientDirectly(hospital, { phone: '+16145550177' })
    await put({ ...only, version: 1 })
    const link = { replacedBy: other.id, reason: 'registered-twice', version: 2 }
    await answered(desk.put(`/v1/patients/${patientId}/link`, link), 200)
    expect((await desk.get(`/v1/patients/${other.id}`)).body.call).toMatchObject({
      rule: 'only',
      phone: '+16145550199',
    })
  })

  it('is in no event, and each reading and change is recorded', async () => {
    await put({ ...only, version: 1 })
    const events = JSON.stringify(await eventsOf(hospital, 'directory.patient-changed'))
    for (const word of ['16145550199', 'Chosen', 'Alex']) expect(events).not.toContain(word)
    await desk.get(path())
    expect(await hospital.accessRows({ patientId })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ operation: 'putContactChoice', entity: 'CommunicationPreferences' }),
        expect.objectContaining({ operation: 'getContactChoice', actorRole: 'front-desk' }),
      ]),
    )
  })
})
