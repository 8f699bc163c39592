import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { decidedStates, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { isForwardedTo, type HeldBalance } from '../../kernel/model/next-payer.ts'
import { claimToAwaited, type NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { findPayer, type Payer } from '../../kernel/store/payers.ts'
import { centsOf, tablesOf } from '../../kernel/store/tables.ts'
import { listNextClaimsOf } from './next-claims.ts'

/** The balance of a claim that waits for the next payer, or that one has answered about. */
export interface NextPayer extends HeldBalance {
  /** Of the coverage whose answer is awaited. */
  readonly payer: Payer | null
  /** The latest claim that was sent to that payer, or to any if none is awaited; null if none was. */
  readonly claim: NextClaimFacts | null
  /** The payer before says that it has forwarded the claim. */
  readonly isForwarded: boolean
}

/** Null if no other coverage was in force. */
export const findNextPayer = async (
  db: AnyKysely,
  { id, rootId }: Pick<ClaimFacts, 'id' | 'rootId'>,
): Promise<NextPayer | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.postings as posting')
    .leftJoin('billing.coverages as coverage', (join) =>
      join
        .onRef('coverage.organization_id', '=', 'posting.organization_id')
        .onRef('coverage.id', '=', 'posting.next_coverage_id'),
    )
    .select([
      'posting.id',
      'posting.next_coverage_id as nextCoverageId',
      'posting.held_cents',
      'posting.next_answers as answers',
      'posting.is_forwarded as isForwarded',
      'coverage.payer_id as payerId',
    ])
    .where('posting.root_id', '=', rootId)
    .where('posting.claim_id', '=', id)
    .where('posting.reversed_by', 'is', null)
    .executeTakeFirst()
  if (row === undefined || (row.nextCoverageId === null && row.answers.length === 0)) return null
  const { nextCoverageId, answers, payerId } = row
  const held = { nextCoverageId, heldCents: centsOf(row.held_cents), answers }
  const [payer, claims] = await Promise.all([
    payerId === null ? null : findPayer(db, payerId),
    listNextClaimsOf(db, row.id),
  ])
  const claim = claimToAwaited(claims, nextCoverageId)
  return { ...held, payer, claim, isForwarded: isForwardedTo({ ...held, isForwarded: row.isForwarded }) }
}

/** A balance that waits for the next payer. */
export interface WaitingBalance {
  /** Of the posting: the cursor of the list. */
  readonly id: string
  readonly claimId: string
  readonly claimNumber: string
  readonly patientId: string
  readonly serviceDay: Day
  readonly coverageId: string
  readonly payerId: string
  readonly heldCents: number
}

/** The oldest first. Decrypts nothing. */
export const listWaitingBalances = async (db: AnyKysely, page: PageCursor): Promise<WaitingBalance[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.postings as posting')
    .innerJoin('billing.claims as claim', (join) =>
      join.onRef('claim.organization_id', '=', 'posting.organization_id').onRef('claim.id', '=', 'posting.claim_id'),
    )
    .innerJoin('billing.coverages as coverage', (join) =>
      join
        .onRef('coverage.organization_id', '=', 'posting.organization_id')
        .onRef('coverage.id', '=', 'posting.next_coverage_id'),
    )
    .select([
      'posting.id',
      'claim.id as claimId',
      'claim.number as claimNumber',
      'claim.patient_id as patientId',
      'claim.service_day as serviceDay',
      'coverage.id as coverageId',
      'coverage.payer_id as payerId',
      'posting.held_cents',
    ])
    .where('posting.next_coverage_id', 'is not', null)
    .where('posting.reversed_by', 'is', null)
    .where('claim.state', 'in', [...decidedStates])
    .$call(oldestFirst(page, 'posting.id'))
    .execute()
  return rows.map(({ held_cents, ...row }) => ({ ...row, heldCents: centsOf(held_cents) }))
}
