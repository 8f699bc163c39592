import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']

const longText = 'Constitutional: no fever, no weight loss.'
const strep = (more: Partial<Schemas['OrderSet']> = {}) => ({
  name: [{ language: 'en', text: 'Our strep throat' }],
  specialties: ['urgent-care'],
  diagnosisCodes: ['J02.0'],
  sections: [{ code: 'assessment', text: 'Strep.' }],
  labTests: ['STREP'],
  prescriptions: [],
  active: true,
  ...more,
})

describe.each(domainEngines)('what saves typing in a note, on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  let colleague: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
    colleague = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  it('keeps text macros of a person apart from those of the organization', async () => {
    const [own, other, administrator] = await Promise.all([
      hospital.signIn(practitioner),
      hospital.signIn(colleague),
      hospital.as('administrator'),
    ])
    await answered(own.put('/v1/text-macros/ros', { text: longText, version: 0 }), 200)
    await answered(administrator.put('/v1/shared-text-macros/ros', { text: 'Ours.', version: 0 }), 200)
    const listed = async (client: typeof own): Promise<unknown[]> =>
      (await answered(client.get('/v1/text-macros'), 200)).items
    expect(await listed(own)).toEqual(
      expect.arrayContaining([
        { name: 'ros', shared: false, text: longText, version: 1 },
        { name: 'ros', shared: true, text: 'Ours.', version: 1 },
      ]),
    )
    expect(await listed(other)).toEqual([{ name: 'ros', shared: true, text: 'Ours.', version: 1 }])
    expect((await administrator.delete('/v1/shared-text-macros/ros')).status).toBe(204)
    expect(await listed(other)).toEqual([])
    // Its word is free for another one.
    await answered(administrator.put('/v1/shared-text-macros/ros', { text: 'Again.', version: 0 }), 200)
    expect(await listed(other)).toEqual([{ name: 'ros', shared: true, text: 'Again.', version: 1 }])
    expect((await own.put('/v1/shared-text-macros/ros', { text: 'Mine', version: 1 })).status).toBe(403)
    expect((await own.put('/v1/text-macros/ROS!', { text: 'x', version: 0 })).status).toBe(400)
  })

  it('refuses a macro that another window wrote, and deletes one once', async () => {
    const client = await hospital.signIn(practitioner)
    const path = '/v1/text-macros/plan'
    const both = await Promise.all([1, 2].map((each) => client.put(path, { text: `Text ${each}`, version: 0 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await client.put(path, { text: 'Later', version: 0 })).body.code).toBe('version_conflict')
    expect((await client.put(path, { text: 'Later', version: 1 })).body).toMatchObject({ text: 'Later', version: 2 })
    expect((await client.delete(path)).status).toBe(204)
    expect((await client.delete(path)).status).toBe(404)
  })

  it('offers the order sets of the product, and those of the organization in their place', async () => {
    const [client, administrator] = [await hospital.signIn(practitioner), await hospital.as('administrator')]
    const list = async (): Promise<Schemas['OrderSet'][]> => (await answered(client.get('/v1/order-sets'), 200)).items
    const shipped = (await list()).find(({ code }) => code === 'strep-throat')
    expect(shipped).toMatchObject({
      version: 0,
      specialties: ['urgent-care'],
      diagnoses: [{ code: 'J02.0', display: 'Streptococcal pharyngitis' }],
      labTests: ['STREP'],
      prescriptions: [{ rxcui: '308191', quantity: 20 }],
      active: true,
    })
    const path = '/v1/order-sets/strep-throat'
    expect((await client.put(path, { ...strep(), version: 0 })).status).toBe(403)
    await answered(administrator.put(path, { ...strep(), version: 0 }), 200)
    expect((await list()).filter(({ code }) => code === 'strep-throat')).toMatchObject([
      { version: 1, name: [{ text: 'Our strep throat' }] },
    ])
    await answered(administrator.put(path, { ...strep({ active: false }), version: 1 }), 200)
    expect((await list()).find(({ code }) => code === 'strep-throat')).toMatchObject({ active: false, version: 2 })
    expect((await administrator.put(path, { ...strep(), version: 1 })).body.code).toBe('version_conflict')
    // As an administrator takes it into use again.
    await answered(administrator.put(path, { ...strep(), version: 2 }), 200)
    expect((await list()).find(({ code }) => code === 'strep-throat')).toMatchObject({
      ...{ name: strep().name, sections: strep().sections, labTests: ['STREP'] },
      ...{ diagnoses: [{ code: 'J02.0' }], active: true, version: 3 },
    })
    const unknown = await administrator.put('/v1/order-sets/own', { ...strep({ diagnosisCodes: ['J02'] }), version: 0 })
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/diagnosisCodes/0'])
  })

  const signedNote = async (patient: Person, author: Person): Promise<Schemas['Note']> => {
    const visit = await hospital.ended(patient, author)
    const client = await hospital.signIn(author)
    const note: Schemas['Note'] = await answered(client.post(`/v1/visits/${visit.id}/note`), 200)
    const saved: Schemas['Note'] = await answered(client.put(`/v1/notes/${note.id}`, complete(note)), 200)
    return answered(client.post(`/v1/notes/${note.id}/sign`, { version: saved.version }), 200)
  }

  it('keeps from which signed note a section was copied, and refuses another origin', async () => {
    const [patient, stranger] = [await hospital.addPatient(), await hospital.addPatient()]
    const source = await signedNote(patient, practitioner)
    const [foreign, theirs] = [await signedNote(stranger, practitioner), await signedNote(patient, colleague)]
    const visit = await hospital.ended(patient, practitioner)
    const client = await hospital.signIn(practitioner)
    const note: Schemas['Note'] = await answered(client.post(`/v1/visits/${visit.id}/note`), 200)
    const [code, text] = [source.sections[0]?.code ?? '', 'As last time.']
    const body = (noteId: string, version: number) => ({
      ...complete(note, { version }),
      sections: [{ code, text, copiedFrom: { noteId, visitAt: '2020-01-01T00:00:00Z' } }],
    })
    const path = `/v1/notes/${note.id}`
    for (const { id } of [foreign, theirs, note]) {
      const refused = await client.put(path, body(id, note.version))
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/sections/0/copiedFrom'])
    }
    const saved: Schemas['Note'] = await answered(client.put(path, body(source.id, note.version)), 200)
    const visitAt = expect.not.stringContaining('2020')
    expect(saved.sections).toEqual([{ code, text, copiedFrom: { noteId: source.id, visitAt } }])
    const changed = { ...body(source.id, saved.version), sections: [{ code, text }] }
    expect((await answered(client.put(path, changed), 200)).sections).toEqual([{ code, text }])
  })
})
