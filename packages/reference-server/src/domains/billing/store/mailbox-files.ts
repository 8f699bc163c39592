import type { AnyKysely, Keeping, Vault } from '../../../platform/seams.ts'
import type { Access, Caller } from '../../../platform/seams.ts'
import type { MailboxFile } from '../../../vendors/clearinghouse/provider.ts'
import { placeIn } from './opening.ts'
import { tablesOf } from './tables.ts'

const place = placeIn('mailbox_files')

/** Stores a file before anyone says that we have it. False for content that is here already, under whatever id it came. */
export const storeMailboxFile = async (
  { tx, caller, vault, newId }: Keeping,
  file: MailboxFile,
  contentHash: Uint8Array,
): Promise<boolean> => {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('billing.mailbox_files')
    .values({
      organization_id: caller.organizationId,
      id,
      file_id: file.id,
      content_hash: Buffer.from(contentHash),
      posted_at: file.postedAt,
      state: 'stored',
      attempts: 0,
      fault: null,
      // Many patients stand in one file, so it is the organization's; it goes once each part stands with its patient.
      sealed: await vault.seal(tx, place(caller.organizationId, id, null), file.content),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'content_hash']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What is stored and not worked in yet, oldest first. */
export const waitingFiles = async (
  db: AnyKysely,
  take: number,
): Promise<{ readonly id: string; readonly attempts: number }[]> =>
  tablesOf(db)
    .selectFrom('billing.mailbox_files')
    .select(['id', 'attempts'])
    .where('state', '=', 'stored')
    .orderBy('id')
    .limit(take)
    .execute()

/** The file's text, locked until the transaction ends; null when it was worked in meanwhile. */
export const openWaitingFile = async (
  tx: AnyKysely,
  { access, vault, caller }: { readonly access: Access; readonly vault: Vault; readonly caller: Caller },
  id: string,
): Promise<string | null> => {
  const row = await tablesOf(tx)
    .selectFrom('billing.mailbox_files')
    .select('sealed')
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .forUpdate()
    .executeTakeFirst()
  if (!row?.sealed) return null
  return vault.open<string>(tx, access, place(caller.organizationId, id, null), row.sealed)
}

export const fileProcessed = async (tx: AnyKysely, id: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ state: 'processed', sealed: null })
    .where('id', '=', id)
    .execute()
}

/** Kept whole, for a person: what cannot be read is never guessed at. */
export const fileUnreadable = async (tx: AnyKysely, id: string, fault: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set({ state: 'unreadable', fault })
    .where('id', '=', id)
    .execute()
}

/** A fault of ours: tried again with the next look. */
export const fileFailed = async (tx: AnyKysely, id: string, fault: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.mailbox_files')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), fault }))
    .where('id', '=', id)
    .execute()
}
