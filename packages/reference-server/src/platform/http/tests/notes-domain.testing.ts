import { timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { DomainModule } from '../../contracts/domain-module.ts'
import { liveRulesFor } from '../../contracts/live-rule.ts'
import { domainSchema } from '../../database/migrate/domain-schema.ts'
import { tenantTable } from '../../database/migrate/tenant-table.ts'
import type { Access } from '../../contracts/access.ts'
import type { AnyKysely } from '../../contracts/database.ts'
import type { WriteContext, ReadContext } from '../../contracts/context.ts'
import type { Vault } from '../../contracts/vault.ts'
import { assumeCaller, externalCaller } from '../../identity/assume-caller.ts'
import type { BoundOperation, OperationId } from '../../contracts/operation.ts'
import { notFound, Problem } from '../../problems/problem.ts'

type NotesTables = { 'notes.notes': { organization_id: string; id: string; patient_id: string; sealed: Uint8Array } }
const tablesOf = (db: AnyKysely): Kysely<NotesTables> => db

/** Faults that a test can enable. */
export interface NotesFaults {
  /** The response has an undeclared property. */
  leaks?: boolean
  /** Decrypts this patient's information without showing it. */
  opensAlso?: string
  /** Shows the caller a note of this patient. */
  showsInstead?: string
  /** Fails with an error whose message quotes a value. */
  breaksWith?: string
  /** Called when a note is exported. */
  printing?: (context: ReadContext) => Promise<unknown>
  /** Called while a request is under way. */
  during?: () => Promise<void>
}

type Input = {
  path: { noteId: string; organizationId: string }
  query: Record<string, unknown>
  body: { patientId: string; text: string }
  headers: Record<string, string>
}
type Note = { id: string; patientId: string; text: string }

const place = (organizationId: string, rowId: string, patientId: string) => ({
  organizationId,
  table: 'notes.notes',
  rowId,
  patientId,
})

const open = async (
  db: AnyKysely,
  vault: Vault,
  access: Access,
  row: { organization_id: string; id: string; patient_id: string; sealed: Uint8Array },
): Promise<Note> => ({
  id: row.id,
  patientId: row.patient_id,
  text: await vault.open<string>(db, access, place(row.organization_id, row.id, row.patient_id), row.sealed),
})

const find = async (db: AnyKysely, vault: Vault, access: Access, id: string): Promise<Note> => {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const row = isId
    ? await tablesOf(db).selectFrom('notes.notes').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('no such note')
  return open(db, vault, access, row)
}

// The fixture's ids are not in the contract's types.
const operation = (id: string, beats: object): BoundOperation => ({ id: id as OperationId, ...beats })

export const createNotesDomain = (faults: NotesFaults, webhookSecret: string): DomainModule => {
  const spoil = async (note: Note, access: Access): Promise<Note> => {
    await faults.during?.()
    if (faults.breaksWith !== undefined) throw new Error(`cannot digest ${faults.breaksWith}`)
    if (faults.opensAlso !== undefined) access.touch(faults.opensAlso)
    const shown = faults.showsInstead === undefined ? note : { ...note, patientId: faults.showsInstead }
    return faults.leaks ? { ...shown, ...{ diagnosis: 'CANARY-leak' } } : shown
  }
  return {
    name: 'notes',
    accessReason: 'documentation',
    migrations: [
      {
        id: 'notes/0001-notes',
        statements: [
          ...domainSchema('notes'),
          ...tenantTable({ schema: 'notes', name: 'notes', columns: { patient_id: 'uuid not null' }, sealed: true }),
        ],
      },
    ],
    operations: [
      operation('readNote', {
        read: async ({ path }: Input, _gathered: undefined, { db, vault, access }: ReadContext) => ({
          status: 200,
          body: await spoil(await find(db, vault, access, path.noteId), access),
        }),
      }),
      operation('searchNotes', {
        read: async ({ query }: Input, _gathered: undefined, { db, vault, access, caller }: ReadContext) => {
          let rows = await tablesOf(db)
            .selectFrom('notes.notes')
            .selectAll()
            .orderBy('id')
            .limit(Number(query['limit']))
            .execute()
          if (access.reach === 'own') rows = rows.filter((row) => caller.patientIds.includes(row.patient_id))
          return {
            status: 200,
            headers: { 'x-query': JSON.stringify(query) },
            body: { items: await Promise.all(rows.map((row) => open(db, vault, access, row))) },
          }
        },
      }),
      operation('writeNote', {
        keep: async (
          { body }: Input,
          _gathered: undefined,
          { tx, vault, access, caller, newId, emit }: WriteContext,
        ) => {
          const id = newId()
          const { organizationId } = caller
          access.touch(body.patientId)
          const sealed = await vault.seal(tx, place(organizationId, id, body.patientId), body.text)
          await tablesOf(tx)
            .insertInto('notes.notes')
            .values({ organization_id: organizationId, id, patient_id: body.patientId, sealed })
            .execute()
          await emit({ type: 'documentation.condition-changed', data: { conditionId: id, patientId: body.patientId } })
          const note = await spoil({ id, patientId: body.patientId, text: body.text }, access)
          return { status: 201, headers: { location: `/v1/notes/${id}` }, body: note }
        },
      }),
      operation('signNote', {
        keep: async ({ path }: Input, _gathered: undefined, { tx, vault, access }: WriteContext) => ({
          status: 200,
          body: await find(tx, vault, access, path.noteId),
        }),
      }),
      operation('dropNote', {
        keep: async ({ path }: Input, _gathered: undefined, { tx, vault, access }: WriteContext) => {
          const { id } = await find(tx, vault, access, path.noteId)
          await tablesOf(tx).deleteFrom('notes.notes').where('id', '=', id).execute()
          return { status: 204 }
        },
      }),
      operation('exportNote', {
        read: async ({ path }: Input, _gathered: undefined, context: ReadContext) => {
          const { text } = await find(context.db, context.vault, context.access, path.noteId)
          await faults.printing?.(context)
          return {
            status: 200,
            headers: { 'content-disposition': 'attachment; filename="note.txt"' },
            body: text,
          }
        },
      }),
      operation('countNotes', { read: async () => ({ status: 200, body: { count: 1 } }) }),
      operation('receiveNote', {
        gather: async ({ path, headers }: Input, _ports: unknown, context: ReadContext) => {
          const given = Buffer.from(headers['x-signature'] ?? '')
          const expected = Buffer.from(webhookSecret)
          if (given.length !== expected.length || !timingSafeEqual(given, expected))
            throw new Problem(401, 'signature_invalid', 'The signature does not match.')
          assumeCaller(context, externalCaller(path.organizationId, 'note-vendor'))
        },
        keep: async () => ({ status: 200, body: { received: true } }),
      }),
    ],
    ports: {},
    reactions: [],
    emits: ['documentation.condition-changed'],
    live: liveRulesFor(['documentation.condition-changed'], 'condition.changed', {
      audience: ({ patientId }) => ({ patients: [patientId] }),
      ids: ({ patientId }) => ({ patientId }),
    }),
    recordsOfVisits: null,
    jobs: [],
  }
}
