import { CompiledQuery, sql, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestPlatform, testCaller, type TestPlatform } from '../../../platform/tests/create-platform.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { notes } from './migrations/0001-notes.ts'
import { listSignedEncryptedNotes, listNotesByPatient } from './notes.ts'

/** A query may read only the notes that it returns, not those of the complete organization. */
const written = 8_000

describe.each(domainEngines)('with many notes in an organization, on %s', (engine) => {
  let kit: TestPlatform
  const caller = testCaller()
  const patientId = newId()
  beforeAll(async () => {
    kit = await createTestPlatform(engine, [notes])
    const owner = kit.platform.database.owner()
    const { organizationId } = caller
    const one = sql`gen_random_uuid()`
    await sql`insert into documentation.notes (organization_id, id, visit_id, patient_id, practitioner_id, template_code, kind, specialty,
        language, modality, status, visit_at, drafted_at, saved_at, signed_at, version)
      select ${organizationId}, ${one}, ${one}, case when i <= 30 then ${patientId}::uuid else ${one} end, ${one}, 'soap', '11506-3',
        'primary-care', 'en', 'video', 'signed', now(), now(), now(), now(), 2
      from generate_series(1, ${written}) as i`.execute(owner)
    await sql`insert into documentation.note_versions (organization_id, id, note_id, patient_id, version, status, saved_at, sealed)
      select organization_id, ${one}, id, patient_id, version, status, now(), '' from documentation.notes`.execute(
      owner,
    )
    for (const table of ['notes', 'note_versions']) await sql`analyze documentation.${sql.raw(table)}`.execute(owner)
  })
  afterAll(() => kit.stop())

  const reads: [string, (db: AnyKysely) => Promise<unknown[]>, number][] = [
    [
      'a patient’s notes',
      (db) => listNotesByPatient(db, patientId, ['signed', 'addended'], { after: null, take: 21 }),
      21,
    ],
    [
      'the texts of a patient’s newest notes',
      (db) => listSignedEncryptedNotes(db, patientId, { after: null, take: 20 }),
      20,
    ],
  ]

  it.each(reads)('%s use an index', async (_, read, shown) => {
    const db = kit.platform.database.reader({ domain: 'documentation', organizationId: caller.organizationId })
    const asked: RootOperationNode[] = []
    const listen: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    expect(await read(db.withPlugin(listen))).toHaveLength(shown)
    expect(asked).not.toEqual([])
    for (const node of asked) {
      const { sql: text, parameters } = db.getExecutor().compileQuery(node, { queryId: newId() } as never)
      const { rows } = await db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]))
      const plan = rows.map((row) => Object.values(row as object).join('')).join('\n')
      expect(plan).toMatch(/Index|Bitmap/)
      expect(plan).not.toContain('Seq Scan')
    }
  })
})
