import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { factsInMemory } from '../../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { MailboxFile } from '../../../../vendors/clearinghouse/provider.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import type { FaultyPart } from '../../kernel/store/faulty-parts.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf, type ExternalResolution } from '../../kernel/store/tables.ts'

const sealContext = sealContextIn('mailbox_files')

export interface NewFile extends MailboxFile {
  readonly id: string
  readonly name: string
  readonly sealed: Uint8Array
}

/**
 * Files with their encrypted content. A file contains many patients, so it is encrypted under the organization's key until it is divided:
 * then each piece is stored with its patient (`file-pieces.ts`), and this text is deleted.
 */
export const encryptFiles = (
  { vault, db, caller, newId }: Pick<ReadContext, 'vault' | 'db' | 'caller' | 'newId'>,
  files: readonly MailboxFile[],
): Promise<readonly NewFile[]> => {
  const ids = files.map(() => newId())
  return Promise.all(
    files.map(async (file, index) => {
      const id = ids[index] ?? ''
      const sealed = await vault.seal(db, sealContext(caller.organizationId, id, null), file.content)
      return { ...file, id, name: file.id, sealed }
    }),
  )
}

/** Stores files, in their order, before they are acknowledged. Content that is already stored, under any id, is skipped. */
export const insertMailboxFiles = (files: readonly NewFile[]): readonly Write[] =>
  insertFiles.rows(
    files.map(({ id, name, content, postedAt, sealed }) => ({
      id,
      file_id: name,
      content_hash: createHash('sha256').update(content).digest(),
      posted_at: postedAt,
      state: 'stored',
      sealed,
    })),
  )
const insertFiles = rowsStatement(
  'billing.mailbox_files',
  { id: 'uuid', file_id: 'text', content_hash: 'bytea', posted_at: 'timestamptz', state: 'text', sealed: 'bytea' },
  '(organization_id, content_hash) do nothing',
)

export interface WaitingFile {
  readonly id: string
  readonly attempts: number
  readonly bytes: number
}

/** Stored files that are not processed yet: oldest first, but those that failed come last. */
export const listWaitingFiles = async (db: AnyKysely, take: number): Promise<WaitingFile[]> => {
  return selectWaiting(db, { take })
}
/** Whether any file waits, as far as this process knows: a file that another one has stored may be found up to a minute later. */
export const mayHaveWaitingFiles = async (db: AnyKysely): Promise<boolean> =>
  (await waitingInMemory(db, 'all', () => selectWaiting(db, { take: 1 }))).length > 0
const waitingInMemory = factsInMemory('billing.waiting-files', { 'billing.mailbox-file-changed': () => null })
const selectWaiting = preparedRead(
  (_, { take }: Placeholders<{ take: number }>) => sql<WaitingFile>`
    select id, attempts, coalesce(octet_length(sealed), 0) as bytes from billing.mailbox_files
    where state = 'stored' order by attempts > 0, id limit ${take}`,
)

export interface DecryptedFile {
  readonly id: string
  readonly name: string
  readonly postedAt: Date
  readonly attempts: number
  readonly content: string
}

/** The text of the files. Those that were processed in the meantime are skipped. */
export const decryptWaitingFiles = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  ids: readonly string[],
): Promise<DecryptedFile[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.mailbox_files')
    .select(['id', 'file_id as name', 'posted_at as postedAt', 'attempts', 'sealed'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('state', '=', 'stored')
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.flatMap(({ id, sealed, ...file }) =>
      sealed === null
        ? []
        : [
            vault
              .open<string>(db, access, sealContext(caller.organizationId, id, null), sealed)
              .then((content) => ({ ...file, id, content })),
          ],
    ),
  )
}

/** Conditional: all of these files still wait. Locks them until the change is stored. */
export const filesStillWait = (ids: readonly string[]): Write => ({ statement: stillWait, values: [ids] })
const stillWait = writeStatement({
  kind: 'check',
  table: 'billing.mailbox_files',
  condition: `(select count(*) from (
      select from billing.mailbox_files where id = any($1::uuid[]) and state = 'stored' order by id for no key update
    ) as locked) = cardinality($1::uuid[])`,
  isConditional: true,
})

/** The bytes are in pieces from now on. `reader`: which version has read them. */
export const markProcessed = (ids: readonly string[], reader: string): Write => ({
  statement: processed,
  values: [ids, reader],
})
const processed = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: "state = 'processed', fault = null, sealed = null, reader = $2::text",
  where: 'id = any($1::uuid[])',
  isConditional: false,
})

/** Keeps the complete file for a person: unreadable content is never guessed, and what is not about us never used. */
export const markFaulty = (id: string, state: FaultyPart['state'], fault: string, reader: string): Write => ({
  statement: faulty,
  values: [id, fault, state, reader],
})
const faulty = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: 'state = $3::text, fault = $2::text, reader = $4::text',
  where: 'id = $1::uuid',
  isConditional: false,
})

/** A file as listed for a person. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly postedAt: Date
  readonly state: 'stored' | 'processed' | 'unreadable' | 'held' | 'resolved-externally'
  readonly attempts: number
  readonly fault: string | null
  readonly externalResolution: ExternalResolution | null
  readonly resolvedAt: Date | null
}

const storedFiles = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('billing.mailbox_files')
    .select([
      'id',
      'file_id as name',
      'posted_at as postedAt',
      'state',
      'attempts',
      'fault',
      'external_resolution as externalResolution',
      'resolved_at as resolvedAt',
    ])

/** Files that wait for a person, the oldest first. Decrypts nothing. */
export const listFaultyFiles = (db: AnyKysely, page: PageCursor): Promise<StoredFile[]> =>
  storedFiles(db)
    .where('fault', 'is not', null)
    .where('state', '<>', 'resolved-externally')
    .$call(oldestFirst(page))
    .execute()

/** Every file that was received, the oldest first. Decrypts nothing. */
export const listReceivedFiles = (db: AnyKysely, page: PageCursor): Promise<StoredFile[]> =>
  storedFiles(db).$call(oldestFirst(page)).execute()

/** Throws `not_found`. */
export const readMailboxFile = async (db: AnyKysely, fileId: string): Promise<StoredFile> => {
  const row = await storedFiles(db).where('id', '=', requireUuid(fileId)).executeTakeFirst()
  if (!row) throw notFound('mailbox file unknown')
  return row
}

/** The whole text; null once the file is divided into pieces. */
export const decryptMailboxFile = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { id }: Pick<StoredFile, 'id'>,
): Promise<string | null> => {
  const { sealed } = await tablesOf(db)
    .selectFrom('billing.mailbox_files')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return sealed === null ? null : vault.open<string>(db, access, sealContext(caller.organizationId, id, null), sealed)
}

/** Changes what a person or a failure decides about a file. Conditional: it is still as gathered in `before`. */
export const replaceFile = (after: StoredFile, before: StoredFile): Write => ({
  statement: replace,
  values: [
    ...[after.state, after.attempts, after.fault, after.externalResolution, after.resolvedAt],
    ...[before.id, before.state, before.attempts, before.fault],
  ],
})
const replace = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: `state = $1::text, attempts = $2::integer, fault = $3::text, external_resolution = $4::text,
    resolved_at = $5::timestamptz`,
  where: `id = $6::uuid and state = $7::text and attempts = $8::integer and fault is not distinct from $9::text`,
  isConditional: true,
})
