import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { createLakeside, insertPatientDirectly } from './lakeside.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'

type Patient = components['schemas']['Patient']

describe.each(domainEngines)('a record that was replaced on %s', (engine) => {
  let hospital: TestHospital
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())

  const add = (): Promise<Patient> =>
    insertPatientDirectly(hospital, { name: { given: 'Twice', family: `Sample-${newId().slice(-6)}` } })
  const replace = ({ id, version }: Patient, replacedBy: string | null, by = desk) =>
    by.put(`/v1/patients/${id}/link`, {
      ...{ replacedBy, version },
      ...(replacedBy !== null && { reason: 'registered-twice' }),
    })
  const read = async ({ id }: Patient): Promise<Patient> => (await desk.get(`/v1/patients/${id}`)).body

  it('names the other one, in lists too, and stays readable and changeable', async () => {
    const [old, current] = [await add(), await add()]
    const { status, body } = await replace(old, current.id)
    expect([status, body]).toEqual([
      200,
      { ...old, replacedBy: current.id, replacementReason: 'registered-twice', version: 2 },
    ])
    expect(await read(old)).toEqual(body)
    expect(await read(current)).toEqual(current)
    const found = await desk.post('/v1/patients/search', { family: old.name.family }, { idempotencyKey: null })
    expect(found.body.items).toMatchObject([{ id: old.id, replacedBy: current.id }])
    const changed = await desk.patch(`/v1/patients/${old.id}`, { language: 'es', version: 2 })
    expect(changed.body).toMatchObject({ language: 'es', replacedBy: current.id, version: 3 })
  })

  it.each(['registered-twice', 'name-changed', 'imported', 'identity-unknown'])(
    'is replaced because of %s',
    async (reason) => {
      const [{ id, version }, current] = [await add(), await add()]
      const { body } = await desk.put(`/v1/patients/${id}/link`, { replacedBy: current.id, reason, version })
      expect(body).toMatchObject({ replacedBy: current.id, replacementReason: reason })
    },
  )

  it('is not replaced without a reason, or without a recent sign-in', async () => {
    const [old, current] = [await add(), await add()]
    const body = { replacedBy: current.id, version: old.version }
    expect(await desk.put(`/v1/patients/${old.id}/link`, body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason', code: 'required' }] },
    })
    const tired = await hospital.as('front-desk')
    const before = hospital.clock.now()
    hospital.clock.advance({ minutes: 11 })
    expect((await replace(old, current.id, tired)).body.code).toBe('step_up_required')
    hospital.clock.set(before)
    expect(await read(old)).toEqual(old)
  })

  it('is used again when the link was a mistake', async () => {
    const [old, current] = [await add(), await add()]
    const { body } = await replace(old, current.id)
    expect((await replace(body, null)).body).toEqual({ ...old, version: 3 })
    for (const name of ['replacedBy', 'replacementReason']) expect(await read(old)).not.toHaveProperty(name)
  })

  it('is recorded for both people', async () => {
    const [old, current] = [await add(), await add()]
    await replace(old, current.id)
    for (const { id } of [old, current])
      expect(await hospital.accessRows({ patientId: id })).toMatchObject([
        { operation: 'linkPatient', action: 'update', entity: 'Patient', outcome: 'done' },
      ])
  })

  it('is not replaced by itself, by a replaced one, or by a record of another organization', async () => {
    const [old, current, third] = [await add(), await add(), await add()]
    await replace(old, current.id)
    for (const [record, by] of [
      [third, third.id],
      [third, old.id],
      [current, old.id],
    ] as const) {
      const { status, body } = await replace(record, by)
      expect([status, body.errors]).toMatchObject([422, [{ pointer: '/replacedBy', code: 'replaced' }]])
    }
    const elsewhere = newId()
    await createLakeside(hospital, elsewhere)
    const stranger = await insertPatientDirectly(hospital, {}, elsewhere)
    expect((await replace(third, stranger.id)).status).toBe(404)
    expect(await read(third)).toEqual(third)
  })

  it('is replaced only by the front desk, and by who has read its last version', async () => {
    const [old, current] = [await add(), await add()]
    for (const role of ['administrator', 'practitioner', 'biller'] as const)
      expect((await replace(old, current.id, await hospital.as(role))).status).toBe(403)
    const self = await hospital.as('patient', { personId: old.id })
    expect((await replace(old, current.id, self)).status).toBe(403)
    const late = await replace({ ...old, version: 9 }, current.id)
    expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    expect(await read(old)).toEqual(old)
  })

  it('is not replaced by a record that a colleague replaces at the same time', async () => {
    const [one, other, third] = [await add(), await add(), await add()]
    const answers = await Promise.all([replace(one, other.id), replace(other, third.id)])
    const links = await Promise.all([one, other].map(async (record) => (await read(record)).replacedBy))
    // Either order is right; a link to a replaced record that was made after it is not.
    if (answers.every(({ status }) => status === 200)) expect(links).toEqual([other.id, third.id])
    else expect([answers[0]?.status, links]).toEqual([422, [undefined, third.id]])
  })
})
