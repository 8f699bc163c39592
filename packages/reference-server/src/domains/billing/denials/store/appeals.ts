import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'
import type { Appeal, AppealFacts } from '../model/appeal.ts'

const sealContext = sealContextIn('appeals')

const appeals = factTable<AppealFacts>(
  'billing.appeals',
  {
    id: ['id', 'uuid'],
    claimId: ['claim_id', 'uuid'],
    rootId: ['root_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    authorId: ['author_id', 'uuid'],
    state: ['state', 'text'],
    answer: ['answer', 'text'],
    dueOn: ['due_on', 'text'],
    noteVersion: ['note_version', 'integer'],
    madeAt: ['made_at', 'timestamptz'],
    sentAt: ['sent_at', 'timestamptz'],
    answeredAt: ['answered_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['claimId', 'rootId', 'visitId', 'patientId', 'authorId', 'madeAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Conditional: no other appeal of the visit's claims is open. */
export const insertAppeal = ({ text, ...facts }: Appeal): Write => appeals.insertOnce(facts, { text })

/** Conditional: the appeal is still as gathered in `before`. */
export const replaceAppeal = ({ text, ...after }: Appeal, before: Appeal): Write =>
  appeals.replace(after, before, { text })

const decryptAppeal = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Selectable<BillingTables['billing.appeals']>,
): Promise<Appeal> => ({
  ...appeals.factOf(row as never),
  ...(await vault.open<Pick<Appeal, 'text'>>(
    db,
    access,
    sealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
})

/** Throws `not_found`, also outside the caller's reach. */
export const readAppeal = async (db: AnyKysely, context: VaultContext, id: string): Promise<Appeal> => {
  const row = await tablesOf(db)
    .selectFrom('billing.appeals')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  return decryptAppeal(db, context, withinReach(context, row))
}

/** The appeals about the claims of a visit, the newest first. */
export const listAppeals = async (db: AnyKysely, context: VaultContext, rootId: string): Promise<Appeal[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.appeals')
    .selectAll()
    .where('root_id', '=', rootId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return Promise.all(rows.map((row) => decryptAppeal(db, context, row)))
}
