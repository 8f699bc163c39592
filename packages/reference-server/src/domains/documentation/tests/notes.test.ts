import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']
type Note = Schemas['Note']

describe.each(domainEngines)('a note on %s', (engine) => {
  let hospital: NoteHospital
  let patient: Person
  let practitioner: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    patient = await hospital.addPatient()
    practitioner = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  const doctor = () => hospital.signIn(practitioner)
  const endedVisit = async (): Promise<Schemas['Visit']> => hospital.ended(await hospital.addPatient(), practitioner)
  const draft = async (): Promise<{ visit: Schemas['Visit']; client: SignedInClient; note: Note }> => {
    const visit = await endedVisit()
    const client = await doctor()
    return { visit, client, note: (await client.post(`/v1/visits/${visit.id}/note`)).body }
  }
  it('exists when the visit ends, in the work list of the treating practitioner, with the patient’s location', async () => {
    const visit = await hospital.ended(patient, practitioner)
    const client = await doctor()
    const { body } = await client.get('/v1/notes?status=draft')
    const waiting = body.items.find((each: Schemas['NoteSummary']) => each.visitId === visit.id)
    expect(waiting).toMatchObject({
      status: 'draft',
      patient: { displayName: 'Pat Sample' },
      templateCode: 'soap',
    })
    const note: Note = (await client.get(`/v1/notes/${waiting.id}`)).body
    expect(note.sections.map(({ code }) => code)).toEqual([
      'subjective',
      'objective',
      'assessment',
      'plan',
      'instructions',
    ])
    expect(note.sections.find(({ code }) => code === 'objective')?.text).toBe(
      'Telehealth visit by video. The patient said that they were at home in Exampleville, OH.',
    )
    expect(note.prefilled).toContain('objective')
    expect([note.missing, note.missingParts]).toEqual([['subjective', 'assessment', 'plan'], ['diagnoses']])
    expect(await eventsOf(hospital, 'documentation.note-drafted')).toContainEqual({
      noteId: note.id,
      visitId: visit.id,
      patientId: patient.personId,
      practitionerId: practitioner.practitionerId,
      supervisorId: null,
      version: 1,
    })
  })

  it('is one, regardless of what creates it first: two requests at once, or the end of the visit', async () => {
    const visit = await hospital.admitted(await hospital.addPatient(), practitioner)
    const client = await doctor()
    const [one, two] = await Promise.all([1, 2].map(() => client.post(`/v1/visits/${visit.id}/note`)))
    expect([one?.status, two?.status]).toEqual([200, 200])
    expect(one?.body.id).toBe(two?.body.id)
    await hospital.end(practitioner, visit.id)
    const { body } = await client.get(`/v1/patients/${visit.patientId}/notes`)
    expect(body.items).toHaveLength(1)
  })

  it('does not exist before admission, and never for a patient who was not admitted', async () => {
    const visit = await hospital.checkedIn(await hospital.addPatient(), practitioner)
    const client = await doctor()
    expect((await client.post(`/v1/visits/${visit.id}/note`)).body.code).toBe('visit_not_started')
    await client.post(`/v1/visits/${visit.id}/end`, { outcome: 'patient-left' })
    await hospital.settle()
    expect((await client.get(`/v1/patients/${visit.patientId}/notes`)).body.items).toEqual([])
  })

  it('stores one of several concurrent saves, and refuses the others', async () => {
    const { client, note } = await draft()
    const texts = [1, 2, 3, 4, 5].map((each) => `Text of screen ${each}.`)
    const outcomes = await Promise.all(
      texts.map((text) =>
        client.put(`/v1/notes/${note.id}`, complete(note, { sections: [{ code: 'assessment', text }] })),
      ),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    expect(outcomes.flatMap(({ body }) => body.code ?? [])).toEqual(Array(4).fill('version_conflict'))
    const stored: Note = (await client.get(`/v1/notes/${note.id}`)).body
    expect(stored).toEqual(outcomes.find(({ status }) => status === 200)?.body)
  })

  it('keeps every saved text, detects a conflict between two screens, and shows what changed', async () => {
    const { client, note } = await draft()
    const path = `/v1/notes/${note.id}`
    const text = (words: string) => complete(note, { sections: [{ code: 'assessment', text: words }] })
    const first = await client.put(path, text('Mild headache for three days.'))
    expect(first.body.version).toBe(2)
    const other = await client.put(path, text('From another screen.'))
    expect([other.status, other.body.code]).toEqual([409, 'version_conflict'])
    // A retry after a lost response: no second version.
    expect((await client.put(path, text('Mild headache for three days.'))).body.version).toBe(2)
    hospital.clock.advance({ seconds: 61 })
    const second = await client.put(path, { ...text('Severe headache for three days.'), version: 2 })
    expect(second.body.version).toBe(3)

    const { body: versions } = await client.get(`${path}/versions?limit=2`)
    expect(versions.items.map(({ version }: { version: number }) => version)).toEqual([3, 2])
    const { body: older } = await client.get(`${path}/versions?limit=2&cursor=${versions.nextCursor}`)
    expect(older.items).toMatchObject([{ version: 1, savedBy: { kind: 'system' }, status: 'draft' }])
    expect(versions.items[0].savedBy).toMatchObject({ kind: 'member' })

    const { body: difference } = await client.get(`${path}/difference?from=2&to=3`)
    expect(difference.changes).toEqual([
      {
        section: 'assessment',
        parts: [
          { kind: 'removed', text: 'Mild' },
          { kind: 'added', text: 'Severe' },
          { kind: 'same', text: ' headache for three days.' },
        ],
      },
    ])
    expect((await client.get(`${path}/difference?from=1&to=9`)).status).toBe(404)
  })

  it('keeps one version per minute of steady typing, and every version that another person continued', async () => {
    const { client, note } = await draft()
    const path = `/v1/notes/${note.id}`
    const save = async (by: SignedInClient, words: string, version: number) => {
      const { status, body } = await by.put(
        path,
        complete(note, { sections: [{ code: 'plan', text: words }], version }),
      )
      expect([status, body.version]).toEqual([200, version + 1])
    }
    await save(client, 'R', 1)
    hospital.clock.advance({ seconds: 20 })
    await save(client, 'Re', 2)
    hospital.clock.advance({ seconds: 50 })
    await save(client, 'Rest', 3)
    await save(client, 'Rest.', 4)
    const colleague = await hospital.signIn(await hospital.addClinician())
    await save(colleague, 'Rest. Water.', 5)
    await save(await doctor(), 'Rest. Water. Sleep.', 6)
    const { body } = await client.get(`${path}/versions`)
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([7, 6, 5, 4, 1])
    const { body: difference } = await client.get(`${path}/difference?from=5&to=6`)
    expect(difference.changes).toMatchObject([{ section: 'plan' }])
  })

  it('refuses unknown codes and implausible numbers, and keeps the rest unchanged', async () => {
    const { client, note } = await draft()
    const path = `/v1/notes/${note.id}`
    const unknown = await client.put(path, complete(note, { diagnoses: [{ code: 'I10' }, { code: 'Q99.99' }] }))
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_code'])
    expect(unknown.body.errors).toMatchObject([{ pointer: '/diagnoses/1/code' }])
    const vital = (value: number, unit: string) => [
      { loinc: '8310-5' as const, value, unit, source: 'measured' as const },
    ]
    const hot = await client.put(path, complete(note, { vitals: vital(98.6, 'Cel') }))
    expect([hot.status, hot.body.errors[0].pointer]).toEqual([422, '/vitals/0/value'])
    expect((await client.put(path, complete(note, { vitals: vital(98.6, '[degF]') }))).status).toBe(200)
    const saved: Note = (await client.get(path)).body
    expect(saved.diagnoses).toEqual([{ code: 'I10', display: 'Essential (primary) hypertension' }])
  })
})
