import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Access } from '../../../../platform/contracts/access.ts'
import type { Caller } from '../../../../platform/contracts/caller.ts'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import type { Vault } from '../../../../platform/contracts/vault.ts'
import type { MailboxFile } from '../../../../vendors/clearinghouse/provider.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf, type ExternalResolution } from '../../kernel/store/tables.ts'
import { insertUnnested } from '../../kernel/store/unnested.ts'

const sealContext = sealContextIn('mailbox_files')

/** Stores files, in their order, before they are acknowledged. Content that is already stored, under any id, is skipped. */
export const insertMailboxFiles = async (
  { tx, caller, vault, newId }: WriteContext,
  files: readonly MailboxFile[],
): Promise<void> => {
  const { organizationId } = caller
  const ids = files.map(() => newId())
  // A file contains many patients, so it is encrypted under the organization's key. It is deleted once each part is stored with its
  // patient.
  const sealed = await Promise.all(
    files.map(({ content }, index) => vault.seal(tx, sealContext(organizationId, ids[index] ?? '', null), content)),
  )
  const rows = insertUnnested('billing.mailbox_files', {
    organization_id: ['uuid', files.map(() => organizationId)],
    id: ['uuid', ids],
    file_id: ['text', files.map(({ id }) => id)],
    content_hash: ['bytea', files.map(({ content }) => createHash('sha256').update(content).digest())],
    posted_at: ['timestamptz', files.map(({ postedAt }) => postedAt)],
    state: ['text', files.map(() => 'stored')],
    sealed: ['bytea', sealed],
  })
  await sql`${rows} on conflict (organization_id, content_hash) do nothing`.execute(tx)
}

export interface WaitingFile {
  readonly id: string
  readonly attempts: number
  readonly bytes: number
}

/** Stored files that are not processed yet: oldest first, but those that failed come last. */
export const listWaitingFiles = async (db: AnyKysely, take: number): Promise<WaitingFile[]> => {
  const { rows } = await sql<WaitingFile>`
    select id, attempts, coalesce(octet_length(sealed), 0) as bytes from billing.mailbox_files
    where state = 'stored' order by attempts > 0, id limit ${take}`.execute(db)
  return rows
}

export interface DecryptedFile {
  readonly id: string
  readonly attempts: number
  readonly content: string
}

/** The text of the files, locked until the transaction ends. Files that were processed in the meantime are skipped. */
export const lockWaitingFiles = async (
  tx: AnyKysely,
  { access, vault, caller }: { readonly access: Access; readonly vault: Vault; readonly caller: Caller },
  ids: readonly string[],
): Promise<DecryptedFile[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.mailbox_files')
    .select(['id', 'attempts', 'sealed'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('state', '=', 'stored')
    .orderBy('id')
    .forUpdate()
    .execute()
  return Promise.all(
    rows.flatMap(({ id, attempts, sealed }) =>
      sealed === null
        ? []
        : [
            vault
              .open<string>(tx, access, sealContext(caller.organizationId, id, null), sealed)
              .then((content) => ({ id, attempts, content })),
          ],
    ),
  )
}

export const updateProcessedFiles = async (tx: AnyKysely, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`update billing.mailbox_files set state = 'processed', fault = null, sealed = null
    where id = any (${ids}::uuid[])`.execute(tx)
}

/** Keeps the complete file for a person: unreadable content is never guessed. */
export const updateUnreadableFile = async (tx: AnyKysely, id: string, fault: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ state: 'unreadable', fault })
    .where('id', '=', id)
    .execute()
}

/** A fault of ours: retried in the next run. Returns how often it has failed; 0 if a person has worked on it in the meantime. */
export const updateFailedFile = async (tx: AnyKysely, id: string, fault: string): Promise<number> => {
  const row = await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), fault }))
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

/** A file as listed for a person. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly postedAt: Date
  readonly state: 'stored' | 'processed' | 'unreadable' | 'resolved-externally'
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

/** With `lock`, neither the server nor another request changes it until the transaction ends. Throws `not_found`. */
export const readMailboxFile = async (db: AnyKysely, fileId: string, lock: RowLock): Promise<StoredFile> => {
  const row = await storedFiles(db)
    .where('id', '=', requireUuid(fileId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('mailbox file unknown')
  return row
}

/** The original text; null after it was processed or deleted. */
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

/** Processes the file in the next run as if it had just arrived. It is locked. */
export const requeueFile = async (tx: AnyKysely, { id }: Pick<StoredFile, 'id'>): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ state: 'stored', attempts: 0, fault: null })
    .where('id', '=', id)
    .execute()
}

/** It is locked. */
export const updateResolvedFile = async (
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  { id }: Pick<StoredFile, 'id'>,
  reason: ExternalResolution,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ state: 'resolved-externally', external_resolution: reason, resolved_at: now })
    .where('id', '=', id)
    .execute()
}

/**
 * Deletes the text of files that were resolved outside Visitkit at or before this time. Files that wait for a person are never included.
 */
export const deleteTexts = async (tx: AnyKysely, resolvedBefore: Date): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ sealed: null })
    .where('state', '=', 'resolved-externally')
    .where('sealed', 'is not', null)
    .where('resolved_at', '<=', resolvedBefore)
    .execute()
}
