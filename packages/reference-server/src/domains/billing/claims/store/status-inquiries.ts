import { sql, type Selectable } from 'kysely'
import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { ClaimState } from '../../kernel/model/claim-record.ts'
import type { KeptAnswer, LoadedInquiry, StatusInquiry, StatusInquiryFacts } from '../../kernel/model/status-inquiry.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'

const sealContext = sealContextIn('status_inquiries')
type Row = Selectable<BillingTables['billing.status_inquiries']>
/** More than a claim ever has. */
const most = 100

const inquiries = factTable<StatusInquiryFacts>(
  'billing.status_inquiries',
  {
    id: ['id', 'uuid'],
    trace: ['trace', 'text'],
    claimId: ['claim_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    controlNumber: ['control_number', 'integer'],
    askedBy: ['asked_by', 'text'],
    state: ['state', 'text'],
    code: ['code', 'text'],
    askedAt: ['asked_at', 'timestamptz'],
    answeredAt: ['answered_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['trace', 'claimId', 'patientId', 'controlNumber', 'askedBy', 'askedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export const insertStatusInquiry = (facts: StatusInquiryFacts): Write => inquiries.insert(facts, null)

/** Conditional: it is still as gathered in `before`. Without an answer, the stored one stays. */
export const replaceStatusInquiry = (
  after: StatusInquiryFacts,
  before: StatusInquiryFacts,
  answer?: KeptAnswer,
): Write => inquiries.replace(after, before, answer)

/** Conditional: the payer was not asked about the claim since `latest`, so that two persons ask once. */
export const notAskedSince = (claimId: string, latest: string | null): Write => ({
  statement: noneSince,
  values: [claimId, latest],
})
const noneSince = writeStatement({
  kind: 'check',
  table: 'billing.status_inquiries',
  condition: `exists (select from billing.claims where id = $1::uuid for no key update)
    and not exists (select from billing.status_inquiries where claim_id = $1::uuid and ($2::uuid is null or id > $2::uuid))`,
  isConditional: true,
})

/** The latest first. Decrypts each. */
export const listStatusInquiries = async (
  db: AnyKysely,
  context: VaultContext,
  claimId: string,
): Promise<StatusInquiry[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.status_inquiries')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return Promise.all(rows.map((row) => decryptInquiry(db, context, row)))
}

export const readStatusInquiry = async (db: AnyKysely, id: string): Promise<StatusInquiryFacts> => {
  const row = await tablesOf(db)
    .selectFrom('billing.status_inquiries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('status inquiry unknown')
  return factsOf(row)
}

/** By trace number or by the number of the file. Decrypts each. */
export const listNamedInquiries = async (
  db: AnyKysely,
  context: VaultContext,
  { traces, controlNumbers }: { readonly traces: readonly string[]; readonly controlNumbers: readonly number[] },
): Promise<LoadedInquiry[]> => {
  if (traces.length === 0 && controlNumbers.length === 0) return []
  const { rows } = await sql<Row & { readonly claim_number: string }>`select inquiry.*, claim.number as claim_number
    from billing.status_inquiries as inquiry
    join billing.claims as claim on claim.organization_id = inquiry.organization_id and claim.id = inquiry.claim_id
    where inquiry.trace = any (${traces}::text[]) or inquiry.control_number = any (${controlNumbers}::integer[])
    order by inquiry.id`.execute(db)
  const loaded = rows.map(async (row) => {
    const inquiry = await unlessErased(decryptInquiry(db, context, row))
    return inquiry === null ? [] : [{ ...inquiry, claimNumber: row.claim_number }]
  })
  return (await Promise.all(loaded)).flat()
}

/** Claims in these states, sent before a moment, about which no one was asked since another. The oldest first. Decrypts nothing. */
export const listClaimsToAskAbout = async (
  db: AnyKysely,
  states: readonly ClaimState[],
  { sentBefore, askedBefore, limit }: { readonly sentBefore: Date; readonly askedBefore: Date; readonly limit: number },
): Promise<string[]> => {
  const { rows } = await sql<{ readonly id: string }>`select claim.id from billing.claims as claim
    where claim.state = any (${states}::text[]) and claim.submitted_at < ${sentBefore}
      and not exists (select from billing.status_inquiries as inquiry
        where inquiry.organization_id = claim.organization_id and inquiry.claim_id = claim.id
          and inquiry.asked_at >= ${askedBefore})
    order by claim.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

const decryptInquiry = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Row,
): Promise<StatusInquiry> => ({
  facts: factsOf(row),
  answer:
    row.state === 'answered'
      ? await vault.open<KeptAnswer>(db, access, sealContext(caller.organizationId, row.id, row.patient_id), row.sealed)
      : null,
})

const factsOf = (row: object): StatusInquiryFacts => inquiries.factOf(row as never)
