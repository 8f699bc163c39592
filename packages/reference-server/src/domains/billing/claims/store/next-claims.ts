import { sql, type Selectable } from 'kysely'
import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Claim as ClearinghouseClaim } from '../../kernel/model/claim.ts'
import type { LoadedNextClaim, NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import type { ClaimNames } from './claim-chains.ts'

const sealContext = sealContextIn('next_claims')
type Row = Selectable<BillingTables['billing.next_claims']>
/** More than a decision ever has. */
const most = 100

const nextClaims = factTable<NextClaimFacts>(
  'billing.next_claims',
  {
    id: ['id', 'uuid'],
    number: ['number', 'text'],
    claimId: ['claim_id', 'uuid'],
    rootId: ['root_id', 'uuid'],
    postingId: ['posting_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    coverageId: ['coverage_id', 'uuid'],
    payerId: ['payer_id', 'uuid'],
    state: ['state', 'text'],
    code: ['code', 'text'],
    controlNumber: ['control_number', 'integer'],
    sentAt: ['sent_at', 'timestamptz'],
    changedAt: ['changed_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: [
      ...(['number', 'claimId', 'rootId', 'postingId', 'patientId', 'coverageId', 'payerId'] as const),
      ...(['controlNumber', 'sentAt'] as const),
    ],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Conditional: no other one is with that payer. */
export const insertNextClaim = (facts: NextClaimFacts, sent: ClearinghouseClaim): Write =>
  nextClaims.insertOnce(facts, sent)

/** Conditional: it is still as gathered in `before`. */
export const replaceNextClaim = (after: NextClaimFacts, before: NextClaimFacts): Write =>
  nextClaims.replace(after, before)

export const nextClaimOf = (row: object): NextClaimFacts => nextClaims.factOf(row as never)

/** About a decision, to whichever payer: the latest first. Decrypts nothing. */
export const listNextClaimsOf = async (db: AnyKysely, postingId: string): Promise<NextClaimFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.next_claims')
    .selectAll()
    .where('posting_id', '=', postingId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(nextClaimOf)
}

/** By its own number. Decrypts nothing. */
export const findNextClaimByNumber = async (db: AnyKysely, number: string): Promise<NextClaimFacts | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.next_claims')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : nextClaimOf(row)
}

export const readNextClaim = async (db: AnyKysely, id: string): Promise<NextClaimFacts> => {
  const row = await tablesOf(db).selectFrom('billing.next_claims').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound('next claim unknown')
  return nextClaimOf(row)
}

/** The claims to next payers with these numbers, without those of erased patients. Decrypts each. */
export const listNextClaims = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { numbers, controlNumbers }: ClaimNames,
): Promise<LoadedNextClaim[]> => {
  if (numbers.length === 0 && controlNumbers.length === 0) return []
  const { rows } = await sql<Row & { readonly claim_number: string }>`select next.*, claim.number as claim_number
    from billing.next_claims as next
    join billing.claims as claim on claim.organization_id = next.organization_id and claim.id = next.claim_id
    where next.number = any (${numbers}::text[]) or next.control_number = any (${controlNumbers}::integer[])
    order by next.id`.execute(db)
  const loaded = rows.map(async (row) => {
    const context = sealContext(caller.organizationId, row.id, row.patient_id)
    const sent = await unlessErased(vault.open<ClearinghouseClaim>(db, access, context, row.sealed))
    return sent === null ? [] : [{ facts: nextClaimOf(row), claimNumber: row.claim_number, sent }]
  })
  return (await Promise.all(loaded)).flat()
}
