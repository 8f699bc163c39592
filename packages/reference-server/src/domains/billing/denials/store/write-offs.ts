import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'
import type { WriteOff, WriteOffFacts } from '../../kernel/model/write-off.ts'

const sealContext = sealContextIn('write_offs')
type Row = Selectable<BillingTables['billing.write_offs']>

const writeOffs = factTable<WriteOffFacts>(
  'billing.write_offs',
  {
    id: ['id', 'uuid'],
    claimId: ['claim_id', 'uuid'],
    rootId: ['root_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    claimNumber: ['claim_number', 'text'],
    amountCents: ['amount_cents', 'bigint'],
    reason: ['reason', 'text'],
    state: ['state', 'text'],
    claimState: ['claim_state', 'text'],
    askedBy: ['asked_by', 'uuid'],
    askedAt: ['asked_at', 'timestamptz'],
    decidedBy: ['decided_by', 'uuid'],
    decidedAt: ['decided_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: [
      ...(['claimId', 'rootId', 'visitId', 'patientId', 'claimNumber', 'amountCents', 'reason'] as const),
      ...(['claimState', 'askedBy', 'askedAt'] as const),
    ],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Conditional: no other write-off of the visit's claims waits or is in force. */
export const insertWriteOff = ({ comment, ...facts }: WriteOff): Write => writeOffs.insertOnce(facts, { comment })

/** Conditional: the write-off is still as gathered in `before`. The comment never changes. */
export const replaceWriteOff = (after: WriteOffFacts, before: WriteOffFacts): Write => writeOffs.replace(after, before)

const decryptWriteOff = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Row,
): Promise<WriteOff> => ({
  ...writeOffs.factOf(row as never),
  amountCents: centsOf(row.amount_cents),
  ...(await vault.open<Pick<WriteOff, 'comment'>>(
    db,
    access,
    sealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
})

/** Throws `not_found`, also outside the caller's reach. */
export const readWriteOff = async (db: AnyKysely, context: VaultContext, id: string): Promise<WriteOff> => {
  const row = await tablesOf(db)
    .selectFrom('billing.write_offs')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  return decryptWriteOff(db, context, withinReach(context, row))
}

/** The write-offs of the claims of a visit, the newest first. */
export const listWriteOffsByRoot = async (
  db: AnyKysely,
  context: VaultContext,
  rootId: string,
): Promise<WriteOff[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.write_offs')
    .selectAll()
    .where('root_id', '=', rootId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return Promise.all(rows.map((row) => decryptWriteOff(db, context, row)))
}

/** Those that wait for a second person, the oldest first. */
export const listAskedWriteOffs = async (
  db: AnyKysely,
  context: VaultContext,
  page: PageCursor,
): Promise<WriteOff[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.write_offs')
    .selectAll()
    .where('state', '=', 'asked')
    .$call(oldestFirst(page))
    .execute()
  return Promise.all(rows.map((row) => decryptWriteOff(db, context, row)))
}
