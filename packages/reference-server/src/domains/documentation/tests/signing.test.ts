import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { readPdf } from '../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']
type Note = Schemas['Note']

describe.each(domainEngines)('signing a note on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
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
  const signed = async () => {
    const { visit, client, note } = await draft()
    const saved = await client.put(`/v1/notes/${note.id}`, complete(note))
    const response = await client.post(`/v1/notes/${note.id}/sign`, { version: saved.body.version })
    expect(response.status).toBe(200)
    return { visit, client, note: response.body as Note }
  }

  it('needs its author, a complete note and the end of the visit, and signs exactly what was read', async () => {
    const visit = await hospital.admitted(await hospital.addPatient(), practitioner)
    const client = await doctor()
    const note: Note = (await client.post(`/v1/visits/${visit.id}/note`)).body
    const sign = (by: SignedInClient, version: number, more: object = {}) =>
      by.post(`/v1/notes/${note.id}/sign`, { version, ...more })
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, complete(note))
    expect((await sign(client, saved.version)).body.code).toBe('visit_not_ended')
    await hospital.end(practitioner, visit.id)
    const colleague = await hospital.signIn(await hospital.addClinician())
    expect((await sign(colleague, saved.version)).body.code).toBe('not_the_author')
    expect((await sign(client, 1)).body.code).toBe('version_conflict')
    const { body: emptied } = await client.put(
      `/v1/notes/${note.id}`,
      complete(note, { sections: [{ code: 'plan', text: '  ' }], diagnoses: [], services: [], version: saved.version }),
    )
    const incomplete = await sign(client, emptied.version)
    expect([incomplete.status, incomplete.body.code]).toEqual([422, 'note_incomplete'])
    expect(incomplete.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      'note:subjective',
      'note:assessment',
      'note:plan',
      'note:diagnoses',
    ])
    const { body: again } = await client.put(`/v1/notes/${note.id}`, complete(note, { version: emptied.version }))
    const both = await Promise.all([1, 2].map(() => sign(client, again.version)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const signedNote: Note = (await client.get(`/v1/notes/${note.id}`)).body
    expect(signedNote).toMatchObject({ status: 'signed', missing: [], signatures: [{ as: 'author' }] })
    expect(signedNote.author).toMatchObject({
      memberId: practitioner.personId,
      displayName: expect.stringContaining('Dr. Casey'),
    })
    expect(signedNote.signatures[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await client.put(`/v1/notes/${note.id}`, complete(signedNote))).body.code).toBe('note_signed')
    expect((await client.get('/v1/notes?status=draft')).body.items.map(({ id }: { id: string }) => id)).not.toContain(
      note.id,
    )
  })

  it('needs a recent sign-in', async () => {
    const { note } = await draft()
    const stale = await hospital.as('practitioner', {
      ...practitioner,
      authenticatedAt: new Date(hospital.clock.now().getTime() - 3_600_000),
    })
    expect((await stale.post(`/v1/notes/${note.id}/sign`, { version: 1 })).body.code).toBe('step_up_required')
  })

  it('waits for the supervisor whom its author names, and notifies others only then', async () => {
    const { visit, client, note } = await draft()
    const supervisor = await hospital.addClinician()
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, complete(note))
    const sign = (supervisorId: string) =>
      client.post(`/v1/notes/${note.id}/sign`, { version: saved.version, supervisorId })
    expect((await sign(practitioner.personId)).body.errors[0].pointer).toBe('/supervisorId')
    const { body: waiting } = await sign(supervisor.personId)
    expect(waiting.status).toBe('awaiting-cosign')
    const context = hospital.readingOf(client)
    expect(await hospital.provides.documentation.signedNote(context, visit.id)).toBeNull()
    expect((await client.post(`/v1/notes/${note.id}/co-sign`)).body.code).toBe('not_the_supervisor')
    expect((await client.post(`/v1/notes/${note.id}/addenda`, { text: 'More' })).body.code).toBe('note_not_signed')
    const patientSelf = await hospital.signIn({
      role: 'patient',
      personId: visit.patientId,
      patientIds: [visit.patientId],
    })
    expect((await patientSelf.get(`/v1/notes/${note.id}`)).status).toBe(404)

    const senior = await hospital.signIn(supervisor)
    const { body: work } = await senior.get('/v1/notes?status=awaiting-cosign')
    expect(work.items).toMatchObject([{ id: note.id }])
    const { body: done } = await senior.post(`/v1/notes/${note.id}/co-sign`)
    expect(done).toMatchObject({ status: 'signed', signatures: [{ as: 'author' }, { as: 'supervisor' }] })
    expect((await senior.post(`/v1/notes/${note.id}/co-sign`)).body.code).toBe('not_awaiting_cosign')
    expect(await hospital.provides.documentation.signedNote(context, visit.id)).toMatchObject({
      noteId: note.id,
      diagnoses: [{ code: 'I10' }],
      services: [{ code: 'G2012', diagnosisPointers: [1] }],
    })
    const emitted = await eventsOf(hospital, 'documentation.note-signed')
    expect(emitted.filter(({ noteId }) => noteId === note.id)).toHaveLength(1)
  })

  it('refuses a supervisor who cannot sign', async () => {
    const { client, note } = await draft()
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, complete(note))
    const administrator = await hospital.as('administrator')
    const member = async (displayName: string, role: string): Promise<Schemas['Member']> =>
      (await administrator.post('/v1/members', { displayName, roles: [role] })).body
    const biller = await member('A. Biller (sample)', 'biller')
    const gone = await member('Dr. Gone Example', 'practitioner')
    await administrator.patch(`/v1/members/${gone.id}`, { status: 'disabled', version: gone.version })
    for (const supervisorId of [biller.id, gone.id, note.visitId]) {
      const refused = await client.post(`/v1/notes/${note.id}/sign`, { version: saved.version, supervisorId })
      expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([422, '/supervisorId'])
    }
  })

  it('gets another supervisor from its author, its supervisor or, when that one has left, a colleague', async () => {
    const { visit, client, note } = await draft()
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => hospital.addClinician()))
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, complete(note))
    const name = async (by: SignedInClient, supervisorId: string, version: number) =>
      by.put(`/v1/notes/${note.id}/supervisor`, { supervisorId, version })
    expect((await name(client, first!.personId, saved.version)).body.code).toBe('not_awaiting_cosign')
    const toSign = { version: saved.version, supervisorId: first!.personId }
    const { body: waiting } = await client.post(`/v1/notes/${note.id}/sign`, toSign)
    expect(waiting.supervisor).toMatchObject({ memberId: first!.personId, displayName: expect.stringContaining('Dr.') })

    const colleague = await hospital.signIn(third!)
    expect((await name(colleague, third!.personId, waiting.version)).body.code).toBe('supervisor_available')
    expect((await name(client, practitioner.personId, waiting.version)).body.errors[0].pointer).toBe('/supervisorId')
    expect((await name(client, second!.personId, 1)).body.code).toBe('version_conflict')
    const byAuthor = await name(client, second!.personId, waiting.version)
    expect([byAuthor.status, byAuthor.body]).toMatchObject([
      200,
      { status: 'awaiting-cosign', supervisor: { memberId: second!.personId }, version: waiting.version + 1 },
    ])
    expect(byAuthor.body.signatures).toMatchObject([{ as: 'author' }])
    expect((await (await hospital.signIn(first!)).post(`/v1/notes/${note.id}/co-sign`)).body.code).toBe(
      'not_the_supervisor',
    )
    const passedOn = await name(await hospital.signIn(second!), first!.personId, byAuthor.body.version)
    expect(passedOn.body.supervisor.memberId).toBe(first!.personId)

    const administrator = await hospital.as('administrator')
    const { body: members } = await administrator.get('/v1/members?limit=100')
    const { version } = members.items.find(({ id }: Schemas['Member']) => id === first!.personId)
    await administrator.patch(`/v1/members/${first!.personId}`, { status: 'disabled', version })
    const taken = await name(colleague, third!.personId, passedOn.body.version)
    expect([taken.status, taken.body.supervisor?.memberId]).toEqual([200, third!.personId])

    const { body: done } = await colleague.post(`/v1/notes/${note.id}/co-sign`)
    expect(done).toMatchObject({ status: 'signed', signatures: [{ as: 'author' }, { as: 'supervisor' }] })
    const officer = await hospital.as('privacy-officer')
    expect((await officer.get(`/v1/notes/${note.id}/verification`)).body).toMatchObject({ intact: true })
    const rows = await hospital.accessRows({ operation: 'nameSupervisor', patientId: visit.patientId })
    expect(rows.filter(({ outcome }) => outcome === 'done')).toMatchObject(
      [1, 2, 3].map(() => ({ action: 'update', entity: 'Note' })),
    )
  })

  it('leaves only addenda possible', async () => {
    const { client, note } = await signed()
    const { status, body } = await client.post(`/v1/notes/${note.id}/addenda`, { text: 'The patient called back.' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'addended', addenda: [{ text: 'The patient called back.' }] })
    expect(body.sections).toEqual(note.sections)
    expect(body.signatures).toEqual(note.signatures)
  })

  it('stores every one of several concurrent addenda, each linked to the one before', async () => {
    const { client, note } = await signed()
    const texts = ['The patient called.', 'The pharmacy called.', 'The laboratory called.']
    const outcomes = await Promise.all(texts.map((text) => client.post(`/v1/notes/${note.id}/addenda`, { text })))
    expect(outcomes.map(({ status }) => status)).toEqual([201, 201, 201])
    const { body } = await client.get(`/v1/notes/${note.id}`)
    expect(body.addenda.map(({ text }: { text: string }) => text).toSorted()).toEqual(texts.toSorted())
    const officer = await hospital.as('privacy-officer')
    expect((await officer.get(`/v1/notes/${note.id}/verification`)).body).toMatchObject({ intact: true })
  })

  it('makes it readable for its patient, and no other', async () => {
    const { visit, note } = await signed()
    const { note: unsigned, visit: other } = await draft()
    const self = await hospital.signIn({ role: 'patient', personId: visit.patientId, patientIds: [visit.patientId] })
    expect((await self.get(`/v1/notes/${note.id}`)).body.sections).toEqual(note.sections)
    expect((await self.get(`/v1/patients/${visit.patientId}/notes`)).body.items).toMatchObject([{ id: note.id }])
    const stranger = await hospital.signIn({
      role: 'patient',
      personId: other.patientId,
      patientIds: [other.patientId],
    })
    expect((await stranger.get(`/v1/notes/${note.id}`)).status).toBe(404)
    expect((await stranger.get(`/v1/notes/${unsigned.id}`)).status).toBe(404)
    expect((await stranger.get(`/v1/patients/${other.patientId}/notes`)).body.items).toEqual([])
  })

  it('makes it printable', async () => {
    const { note: unsigned, client } = await draft()
    expect((await client.get(`/v1/notes/${unsigned.id}/pdf`)).body.code).toBe('note_not_signed')
    const { note, visit } = await signed()
    const response = await fetch(`${hospital.url}/v1/notes/${note.id}/pdf`, {
      headers: { authorization: `Bearer ${(await doctor()).accessToken}`, origin: hospital.portal.origin },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(response.headers.get('content-disposition')).not.toContain('Sample')
    const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()))
    const { name } = (await (await doctor()).get(`/v1/patients/${visit.patientId}`)).body
    for (const words of [
      `${name.given} ${name.family}`,
      'Text of instructions.',
      'I10',
      'Essential (primary) hypertension',
      'Signed by',
    ])
      expect(text).toContain(words)
    expect(text).toMatch(/Visit November \d\d, 2026 at \d+:\d\d:00 [AP]M EST/)
    expect(text).toMatch(/[0-9a-f]{64}/)
    const rows = await hospital.accessRows({ operation: 'getNotePdf', patientId: visit.patientId })
    expect(rows).toMatchObject([{ action: 'print', outcome: 'done', entity: 'Note' }])
  })

  it('gives the patient their instructions and adds the problems to the chart', async () => {
    const { visit, client, note } = await signed()
    const context = hospital.readingOf(client)
    expect((await hospital.provides.documentation.signedNote(context, visit.id))?.instructions).toMatchObject([
      { sectionCode: 'instructions', text: 'Text of instructions.' },
    ])
    const { body } = await client.get(`/v1/patients/${visit.patientId}/conditions`)
    expect(body.items).toMatchObject([
      { code: 'I10', display: 'Essential (primary) hypertension', lastNoteId: note.id, patientId: visit.patientId },
    ])
    expect(body.nextCursor).toBeNull()
  })
})
