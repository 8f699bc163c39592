import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { loadDraftPolicy } from '../index.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

const words = 'It hurts when I climb stairs.'
const { keptDays } = await loadDraftPolicy()

describe.each(domainEngines)('what a person has written and not sent, on %s', (engine) => {
  let hospital: TestHospital
  let patient: components['schemas']['Patient']
  let self: SignedInClient
  let about: string
  beforeAll(async () => void (hospital = await createTestHospital({ engine })))
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    hospital.clock.set('2026-11-25T15:00:00Z')
    patient = await insertPatientDirectly(hospital)
    self = await hospital.as('patient', { personId: patient.id })
    about = newId()
  })

  const at = (): string => `/v1/own-drafts/message/${about}`
  const put = (by: SignedInClient, text = words, patientId: string | undefined = patient.id) =>
    by.put(at(), { ...(patientId && { patientId }), fields: [{ name: 'text', text }] })
  const fieldsOf = async (by: SignedInClient) => (await answered(by.get(at()), 200)).fields

  it('is theirs after the session has ended, and the last page that saved it counts', async () => {
    expect(await answered(self.get(at()), 200)).toEqual({ place: 'message', about, fields: [] })
    await answered(put(self, 'It hurts'), 200)
    await answered(put(self), 200)
    expect((await self.fetch('/v1/session', { method: 'DELETE' })).status).toBe(204)
    const again = await hospital.as('patient', { personId: patient.id })
    expect(await answered(again.get(at()), 200)).toEqual({
      place: 'message',
      about,
      patientId: patient.id,
      savedAt: '2026-11-25T15:00:00.000Z',
      fields: [{ name: 'text', text: words }],
    })
  })

  it('is read by no one else, and no one writes about a patient beyond their reach', async () => {
    await answered(put(self), 200)
    for (const role of ['practitioner', 'administrator', 'privacy-officer'] as const)
      expect(await fieldsOf(await hospital.as(role))).toEqual([])
    const other = await hospital.as('patient', { personId: (await insertPatientDirectly(hospital)).id })
    expect(await fieldsOf(other)).toEqual([])
    expect((await put(other)).body).toMatchObject({ code: 'not_found' })
    expect((await put(self, words, newId())).body).toMatchObject({ code: 'not_found' })
    expect(await fieldsOf(self)).toEqual([{ name: 'text', text: words }])
  })

  it('is gone once it is removed, and removing it again is no error', async () => {
    await answered(put(self), 200)
    for (const _ of [1, 2]) expect((await self.fetch(at(), { method: 'DELETE' })).status).toBe(204)
    expect(await fieldsOf(self)).toEqual([])
    const rows = await hospital.accessRows({ operation: 'removeOwnDraft', patientId: patient.id })
    expect(rows).toHaveLength(1)
  })

  it('can be about no patient', async () => {
    const biller = await hospital.as('biller')
    await answered(put(biller, 'Call the payer.', ''), 200)
    expect(await fieldsOf(biller)).toEqual([{ name: 'text', text: 'Call the payer.' }])
  })

  it('is refused at a place that does not exist, and with an id that is none', async () => {
    const body = { fields: [{ name: 'text', text: words }] }
    expect((await self.put(`/v1/own-drafts/diary/${about}`, body)).status).toBe(400)
    expect((await self.put('/v1/own-drafts/message/my-knee', body)).body).toMatchObject({ code: 'not_found' })
  })

  it(`is deleted ${keptDays} days after it was last saved`, async () => {
    await answered(put(self), 200)
    const day = 86_400_000
    const saved = hospital.clock.now().getTime()
    await hospital.runJob('directory.delete-old-drafts', new Date(saved + (keptDays - 1) * day))
    expect(await fieldsOf(self)).toHaveLength(1)
    await hospital.runJob('directory.delete-old-drafts', new Date(saved + (keptDays + 1) * day))
    expect(await fieldsOf(self)).toEqual([])
  })
})
