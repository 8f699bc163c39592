import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, type RawBuilder } from 'kysely'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Note = components['schemas']['Note']

describe.each(domainEngines)('a signed note on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  let client: SignedInClient
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
    client = await hospital.signIn(practitioner)
  })
  afterAll(() => hospital.stop())

  const signedNote = async (): Promise<Note> => {
    const visit = await hospital.ended(await hospital.addPatient(), practitioner)
    client = await hospital.signIn(practitioner)
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    const sections = note.sections.map(({ code }: { code: string }) => ({ code, text: `Text of ${code}.` }))
    const body = { sections, diagnoses: [{ code: 'I10' }], vitals: [], services: [], version: note.version }
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, body)
    await client.post(`/v1/notes/${note.id}/sign`, { version: saved.version })
    const { body: addended } = await client.post(`/v1/notes/${note.id}/addenda`, { text: 'First addendum.' })
    // The domains that follow notes read this one before it is tampered with.
    await hospital.settle()
    return addended
  }
  const verify = async (note: Note) =>
    (await (await hospital.as('privacy-officer')).get(`/v1/notes/${note.id}/verification`)).body

  const asOwner = async (...statements: RawBuilder<unknown>[]): Promise<number> => {
    const { database } = hospital.platform
    return database.withOwnerConnection(async (owner) => {
      let changed = 0
      for (const statement of statements) {
        const { sql: text, parameters } = statement.compile(database.owner())
        changed += (await owner.execute(text, parameters)).rowCount ?? 0
      }
      return changed
    })
  }
  /** With the rights of a database superuser: triggers and row-level security do not apply. */
  const tamper = async (change: RawBuilder<unknown>): Promise<void> => {
    const changed = await asOwner(
      sql`set session_replication_role = replica`,
      change,
      sql`reset session_replication_role`,
    )
    expect(changed).toBeGreaterThan(0)
  }

  it('is intact if no one tampers with it', async () => {
    const note = await signedNote()
    expect(await verify(note)).toMatchObject({ intact: true, faults: [], patientId: note.patientId })
    const visit = await hospital.ended(await hospital.addPatient(), practitioner)
    const { body: draft } = await (await hospital.signIn(practitioner)).post(`/v1/visits/${visit.id}/note`)
    expect((await verify(draft)).code).toBe('note_not_signed')
  })

  it('cannot be changed or deleted by the server’s own role', async () => {
    const note = await signedNote()
    const attempts = [
      sql`update documentation.note_versions set status = 'draft' where note_id = ${note.id}`,
      sql`delete from documentation.note_versions where note_id = ${note.id}`,
      sql`update documentation.signatures set signed_at = now() where note_id = ${note.id}`,
      sql`delete from documentation.signatures where note_id = ${note.id}`,
      sql`update documentation.notes set status = 'draft', signed_at = null, version = version + 1 where id = ${note.id}`,
      ...[
        sql`patient_id = visit_id`,
        sql`visit_at = visit_at - interval '1 day'`,
        sql`signed_at = signed_at - interval '1 day'`,
        sql`modality = 'audio'`,
        sql`language = 'es'`,
        sql`specialty = 'cardiology'`,
      ].map((fact) => sql`update documentation.notes set ${fact}, version = version + 1 where id = ${note.id}`),
      sql`delete from documentation.notes where id = ${note.id}`,
      sql`truncate documentation.notes cascade`,
    ]
    for (const attempt of attempts) {
      await expect(hospital.keep('documentation', ({ tx }) => attempt.execute(tx))).rejects.toThrow()
      await expect(asOwner(attempt)).rejects.toThrow()
    }
    expect(await verify(note)).toMatchObject({ intact: true })
  })

  it.each([
    [
      'its text',
      'content-changed',
      (id: string) =>
        sql`update documentation.note_versions set sealed = set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1) where note_id = ${id} and version = 3`,
    ],
    [
      'its text to that of an earlier version',
      'content-changed',
      (id: string) =>
        sql`update documentation.note_versions set sealed = (select sealed from documentation.note_versions where note_id = ${id} and version = 1) where note_id = ${id} and version = 3`,
    ],
    [
      'its author',
      'content-changed',
      (id: string) => sql`update documentation.notes set practitioner_id = visit_id where id = ${id}`,
    ],
    ...[
      ['when the visit was', sql`visit_at = visit_at - interval '400 days'`],
      ['when it was drafted', sql`drafted_at = drafted_at - interval '400 days'`],
      ['when it was last saved', sql`saved_at = saved_at - interval '400 days'`],
      ['when it was signed', sql`signed_at = signed_at - interval '400 days'`],
      ['how the visit was held', sql`modality = 'phone'`],
      ['its template', sql`template_code = 'behavioral-health'`],
      ['its kind', sql`kind = '34117-2'`],
      ['its language', sql`language = 'es'`],
      ['its specialty', sql`specialty = 'behavioral-health'`],
      ['whose co-signature it waited for', sql`supervisor_id = visit_id`],
    ].map(([what, fact]): [string, string, (id: string) => RawBuilder<unknown>] => [
      what as string,
      'content-changed',
      (id) => sql`update documentation.notes set ${fact} where id = ${id}`,
    ]),
    [
      'who signed it',
      'signature-invalid',
      (id: string) => sql`update documentation.signatures set signed_by_id = note_id where note_id = ${id}`,
    ],
    [
      'its status',
      'content-changed',
      (id: string) => sql`update documentation.notes set status = 'draft', signed_at = null where id = ${id}`,
    ],
    [
      'its signature',
      'signature-invalid',
      (id: string) =>
        sql`update documentation.signatures set sealed = set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1) where note_id = ${id} and signed_as = 'author'`,
    ],
    [
      'its signatures by deleting them',
      'signature-invalid',
      (id: string) => sql`delete from documentation.signatures where note_id = ${id}`,
    ],
    [
      'its history by deleting a version',
      'version-missing',
      (id: string) => sql`delete from documentation.note_versions where note_id = ${id} and version = 2`,
    ],
    [
      'its addendum',
      'addendum-changed',
      (id: string) =>
        sql`update documentation.signatures set sealed = set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1) where note_id = ${id} and signed_as = 'addendum'`,
    ],
    [
      'its addendum by deleting it',
      'signature-invalid',
      (id: string) => sql`delete from documentation.signatures where note_id = ${id} and signed_as = 'addendum'`,
    ],
  ])('shows that a database superuser changed %s', async (_, fault, change) => {
    const note = await signedNote()
    await tamper(change(note.id))
    const { intact, faults } = await verify(note)
    expect(intact).toBe(false)
    expect(faults).toContain(fault)
  })

  it('shows that another supervisor than the one named by its author was set', async () => {
    const visit = await hospital.ended(await hospital.addPatient(), practitioner)
    client = await hospital.signIn(practitioner)
    const { body: draft } = await client.post(`/v1/visits/${visit.id}/note`)
    const { body: saved } = await client.put(`/v1/notes/${draft.id}`, complete(draft))
    const [named, other] = [await hospital.addClinician(), await hospital.addClinician()]
    const toSign = { version: saved.version, supervisorId: named.personId }
    const { body: note } = await client.post(`/v1/notes/${draft.id}/sign`, toSign)
    expect(await verify(note)).toMatchObject({ intact: true })
    await tamper(sql`update documentation.notes set supervisor_id = ${other.personId} where id = ${note.id}`)
    expect((await verify(note)).faults).toEqual(['content-changed'])
    expect((await (await hospital.signIn(other)).post(`/v1/notes/${note.id}/co-sign`)).status).toBe(200)
    expect((await verify(note)).faults.toSorted()).toEqual(['content-changed', 'signature-invalid'])
    // Setting the supervisor back does not hide it.
    await tamper(sql`update documentation.notes set supervisor_id = ${named.personId} where id = ${note.id}`)
    expect((await verify(note)).faults).toEqual(['signature-invalid'])
  })

  it('shows that a person who can even encrypt replaced the text under the same signature', async () => {
    const note = await signedNote()
    const { vault } = hospital.platform
    const context = hospital.readingOf(client)
    const rowId = await rowIdOf(note.id)
    const place = {
      organizationId: hospital.organizationId,
      table: 'documentation.note_versions',
      rowId,
      patientId: note.patientId,
    }
    const forged = await vault.seal(context.db, place, {
      templateCode: note.templateCode,
      sections: note.sections.map(({ code }) => ({ code, text: 'Nothing happened.' })),
      diagnoses: note.diagnoses,
      vitals: note.vitals,
      services: note.services,
      prefilled: [],
      derived: [],
    })
    await tamper(sql`update documentation.note_versions set sealed = ${forged} where id = ${rowId}`)
    expect((await verify(note)).faults).toEqual(['content-changed'])
  })
  const rowIdOf = (noteId: string): Promise<string> =>
    hospital.keep('documentation', async ({ tx }) => {
      const { rows } = await sql<{
        id: string
      }>`select id from documentation.note_versions where note_id = ${noteId} and version = 3`.execute(tx)
      return rows[0]?.id ?? ''
    })
})
