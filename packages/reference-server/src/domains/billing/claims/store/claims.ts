import { sql, type Selectable } from 'kysely'
import { isUuid, requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import {
  returnedStates,
  type ClaimDetails,
  type ClaimFacts,
  type ClaimRecord,
  type ClaimState,
} from '../../kernel/model/claim-record.ts'
import { countClaims } from './claim-counts.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

export type ClaimRow = Selectable<BillingTables['billing.claims']>
export const claimSealContext = sealContextIn('claims')

export const factColumns = [
  'id',
  'number',
  'root_id',
  'follows_id',
  'visit_id',
  'patient_id',
  'practitioner_id',
  'payer_id',
  'coverage_id',
  'state',
  'stale',
  'blocking',
  'frequency',
  'service_day',
  'file_by',
  'charge_cents',
  'paid_cents',
  'patient_cents',
  'payer_claim_number',
  'control_number',
  'note_version',
  'visit_version',
  'history',
  'submitted_at',
  'changed_at',
  'version',
] as const satisfies readonly (keyof ClaimRow)[]

export const factsOf = (row: Pick<ClaimRow, (typeof factColumns)[number]>): ClaimFacts => ({
  id: row.id,
  number: row.number,
  rootId: row.root_id,
  followsId: row.follows_id,
  visitId: row.visit_id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  payerId: row.payer_id,
  coverageId: row.coverage_id,
  state: row.state,
  stale: row.stale,
  blocking: row.blocking,
  frequency: row.frequency,
  serviceDay: row.service_day,
  fileBy: row.file_by,
  chargeCents: centsOf(row.charge_cents),
  paidCents: centsOf(row.paid_cents),
  patientCents: centsOf(row.patient_cents),
  payerClaimNumber: row.payer_claim_number,
  controlNumber: row.control_number,
  noteVersion: row.note_version,
  visitVersion: row.visit_version,
  history: row.history,
  submittedAt: row.submitted_at,
  changedAt: row.changed_at,
  version: row.version,
})

export const decryptClaim = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: ClaimRow,
): Promise<ClaimRecord> => ({
  ...factsOf(row),
  details: await vault.open<ClaimDetails>(
    db,
    access,
    claimSealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  ),
})

const claims = (db: AnyKysely) => tablesOf(db).selectFrom('billing.claims')

/** One claim, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readClaim = async (db: AnyKysely, context: VaultContext, claimId: string): Promise<ClaimRecord> => {
  const [row] = await selectClaim(db, { id: requireUuid(claimId) })
  return decryptClaim(db, context, withinReach(context, row))
}
const selectClaim = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  claims(db).selectAll().where('id', '=', id),
)

/** The same without the encrypted part. */
export const readClaimFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access' | 'caller'>,
  claimId: string,
): Promise<ClaimFacts> => {
  const row = await claims(db).select(factColumns).where('id', '=', requireUuid(claimId)).executeTakeFirst()
  return factsOf(withinReach(context, row))
}

export interface ClaimFilter {
  readonly state?: ClaimState | undefined
  readonly payerId?: string | undefined
}

/** By filing deadline, then by age; `after` is the last claim of the page before. Decrypts nothing. */
export const listClaims = async (
  db: AnyKysely,
  { state, payerId }: ClaimFilter,
  after: string | null,
  take: number,
): Promise<ClaimFacts[]> => {
  if (payerId !== undefined && !isUuid(payerId)) return []
  const rows = await claims(db)
    .select(factColumns)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'blocked'))
    .$if(payerId !== undefined, (query) => query.where('payer_id', '=', payerId ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(file_by, id) > (select file_by, id from billing.claims as last where last.id = ${after})`,
      ),
    )
    .orderBy('file_by')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(factsOf)
}

/** The details are encrypted in `sealed`. */
const claimTable = factTable<StoredFacts>(
  'billing.claims',
  {
    id: ['id', 'uuid'],
    number: ['number', 'text'],
    rootId: ['root_id', 'uuid'],
    followsId: ['follows_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    payerId: ['payer_id', 'uuid'],
    coverageId: ['coverage_id', 'uuid'],
    state: ['state', 'text'],
    stale: ['stale', 'boolean'],
    blocking: ['blocking', 'integer'],
    frequency: ['frequency', 'text'],
    serviceDay: ['service_day', 'text'],
    fileBy: ['file_by', 'text'],
    chargeCents: ['charge_cents', 'bigint'],
    paidCents: ['paid_cents', 'bigint'],
    patientCents: ['patient_cents', 'bigint'],
    payerClaimNumber: ['payer_claim_number', 'text'],
    controlNumber: ['control_number', 'integer'],
    noteVersion: ['note_version', 'integer'],
    visitVersion: ['visit_version', 'integer'],
    history: ['history', 'jsonb'],
    submittedAt: ['submitted_at', 'timestamptz'],
    changedAt: ['changed_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['number', 'rootId', 'followsId', 'visitId', 'patientId'], sealedFor: ({ patientId }) => patientId },
)
type StoredFacts = Omit<ClaimFacts, 'history'> & { readonly history: string }
const storedFacts = (claim: ClaimFacts): StoredFacts => ({ ...claim, history: JSON.stringify(claim.history) })

export type Writing = Pick<RequestContext, 'access' | 'newId'>

/** A new claim. `isConditional`: the visit, or the claim that this one follows, has no other; else a violated constraint is an error. */
export const insertClaim = (context: Writing, claim: ClaimRecord, isConditional: boolean): readonly Write[] => {
  context.access.touch(claim.patientId)
  const insert = isConditional ? claimTable.insertOnce : claimTable.insert
  return [insert(storedFacts(claim), claim.details), ...countClaims(context, [{ before: null, after: claim }])]
}

/** Conditional: the claims are still as gathered in `before`. */
export const replaceClaims = (
  context: Writing,
  changes: readonly { readonly after: ClaimFacts | ClaimRecord; readonly before: ClaimFacts }[],
): readonly Write[] => {
  for (const { after } of changes) context.access.touch(after.patientId)
  const rows = changes.map(({ after, before }) =>
    claimTable.replace(storedFacts(after), storedFacts(before), 'details' in after ? after.details : undefined),
  )
  return [...rows, ...countClaims(context, changes)]
}

/** Of one patient. Decrypts nothing. */
export const claimFactsOfPatient = async (db: AnyKysely, patientId: string): Promise<ClaimFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claims')
    .select(factColumns)
    .where('patient_id', '=', patientId)
    .execute()
  return rows.map(factsOf)
}

export const replaceClaim = (context: Writing, after: ClaimFacts | ClaimRecord, before: ClaimFacts): readonly Write[] =>
  replaceClaims(context, [{ after, before }])

/**
 * Conditional: each of these claims is still as gathered. Locks them until the change is stored, in the same order everywhere, so that none
 * of them changes, and none is followed by another.
 */
export const claimsAsGathered = (claims: readonly Pick<ClaimFacts, 'id' | 'version'>[]): Write => ({
  statement: sameVersions,
  values: [claims.map(({ id }) => id), claims.map(({ version }) => version)],
})
const sameVersions = writeStatement({
  kind: 'check',
  table: 'billing.claims',
  condition: `(select count(*) from (
      select from billing.claims as claim join unnest($1::uuid[], $2::integer[]) as seen (id, version) using (id, version)
      order by claim.root_id, claim.id for no key update of claim) as locked) = cardinality($1::uuid[])`,
  isConditional: true,
})

/** Conditional: no other claim is in the place of this one. */
export const noOtherSuccessor = ({ id, followsId }: Pick<ClaimFacts, 'id' | 'followsId'>): readonly Write[] =>
  followsId === null ? [] : [{ statement: noSuccessor, values: [id, followsId, [...returnedStates]] }]
const noSuccessor = writeStatement({
  kind: 'check',
  table: 'billing.claims',
  condition: `not exists (select from billing.claims
      where follows_id = $2::uuid and id <> $1::uuid and state <> all($3::text[]))`,
  isConditional: true,
})
