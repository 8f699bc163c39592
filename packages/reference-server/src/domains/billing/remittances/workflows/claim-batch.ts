import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import {
  applyStatusUpdate,
  type ReportedClaimFields,
  type ClaimStatusUpdate,
} from '../../claims/model/claim-lifecycle.ts'
import { returnedStates, type ClaimDetails, type ClaimFacts, type ClaimStep } from '../../kernel/model/claim-record.ts'
import { moveMoneyOf, type PatientMove } from '../../accounts/store/accounts.ts'
import {
  updateFollowedClaims,
  lockChains,
  decryptClaimDetails,
  type ClaimNames,
  type LockedClaim,
} from '../../claims/store/claim-chains.ts'
import { insertClaimMessages, type NewClaimMessage } from '../../claims/store/claim-messages.ts'
import { insertPostings, updateReversedPostings, listPostingsByChain, type StoredPosting } from '../store/postings.ts'

interface BatchEntry {
  readonly read: LockedClaim
  now: ClaimFacts
  /** Null if they are unchanged. */
  details: ClaimDetails | null
}

/**
 * Chains of claims that one transaction works on, locked: read at once, changed in memory, and written at once by `save`. Mailbox files say
 * much about few claims (999, 277CA and 835 arrive together), and a statement for each step would cost more than all the decisions. Steps,
 * history, events and money are the same as if each had been written separately.
 */
export class ClaimBatch {
  readonly keeping: WriteContext
  readonly #pages: ReadonlyMap<string, BatchEntry>
  readonly #byNumber: ReadonlyMap<string, string>
  readonly #byControlNumber: ReadonlyMap<number, string>
  readonly #postings: StoredPosting[]
  readonly #known: ReadonlySet<string>
  readonly #messages: NewClaimMessage[] = []
  readonly #moves: PatientMove[] = []
  readonly #reversals: Pick<StoredPosting, 'id' | 'reversedBy'>[] = []

  private constructor(context: WriteContext, read: readonly LockedClaim[], postings: StoredPosting[]) {
    this.keeping = context
    this.#pages = new Map(read.map((each) => [each.facts.id, { read: each, now: each.facts, details: null }]))
    this.#byNumber = new Map(read.map(({ facts }) => [facts.number, facts.id]))
    // Control numbers wrap around after a billion files: the latest claim is meant.
    const latest = read.toSorted((one, other) => (one.facts.id < other.facts.id ? -1 : 1))
    this.#byControlNumber = new Map(
      latest.flatMap(({ facts: { controlNumber, id } }) => (controlNumber === null ? [] : [[controlNumber, id]])),
    )
    this.#postings = postings
    this.#known = new Set(postings.map(({ id }) => id))
  }

  /** Loads the chains of the named claims. Unknown names are omitted. */
  static async load(context: WriteContext, names: ClaimNames): Promise<ClaimBatch> {
    const read = await lockChains(context.tx, names)
    const roots = [...new Set(read.map(({ facts }) => facts.rootId))]
    return new ClaimBatch(context, read, await listPostingsByChain(context.tx, context, roots))
  }

  byNumber(number: string): ClaimFacts | null {
    return this.#find(this.#byNumber.get(number))
  }

  byControlNumber(controlNumber: number): ClaimFacts | null {
    return this.#find(this.#byControlNumber.get(controlNumber))
  }

  /** Oldest first: the first claim, its replacements and voids. */
  chainOf(rootId: string): readonly ClaimFacts[] {
    return [...this.#pages.values()].flatMap(({ now }) => (now.rootId === rootId ? [now] : []))
  }

  /** It was rejected, and another claim was made in its place: later reports about it are stored, but do not change it. */
  isSuperseded({ id, rootId, followsId, state }: ClaimFacts): boolean {
    const isOther = (other: ClaimFacts): boolean => other.followsId === followsId && other.id !== id
    return (
      followsId !== null &&
      returnedStates.has(state) &&
      this.chainOf(rootId).some((other) => isOther(other) && !returnedStates.has(other.state))
    )
  }

  /** Oldest first. */
  postingsOf(rootId: string): readonly StoredPosting[] {
    return this.#postings.filter((posting) => posting.rootId === rootId)
  }

  async detailsOf(claimId: string): Promise<ClaimDetails> {
    const page = this.#page(claimId)
    return page.details ?? decryptClaimDetails(this.keeping.tx, this.keeping, page.read)
  }

  /**
   * Applies a status update and emits the event. Returns the claim after it; unchanged, including `details`, if the update adds nothing.
   */
  async applyStatusUpdate(
    claimId: string,
    update: ClaimStatusUpdate,
    source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
    change: ReportedClaimFields = {},
    details: ClaimDetails | null = null,
  ): Promise<ClaimFacts> {
    const page = this.#page(claimId)
    if (this.isSuperseded(page.now)) return page.now
    const after = applyStatusUpdate(page.now, update, source, change, this.keeping.now)
    if (after === null) return page.now
    page.now = after
    page.details = details ?? page.details
    await this.keeping.emit(claimChanged(after))
    return after
  }

  addMessage(message: NewClaimMessage): void {
    this.#messages.push(message)
  }

  move({ patientId, visitId }: ClaimFacts, movements: readonly Movement[]): void {
    this.#moves.push({ patientId, visitId, paymentId: null, movements })
  }

  post(posting: StoredPosting): void {
    this.#postings.push(posting)
  }

  /** `by` is the remittance, or the void, that reverses a posting. */
  reverse(postingId: string, by: string): void {
    const index = this.#postings.findIndex(({ id, isReversed }) => id === postingId && !isReversed)
    const posting = this.#postings[index]
    if (!posting) throw new Error('a posting was taken back twice')
    this.#postings[index] = { ...posting, isReversed: true, reversedBy: by }
    if (this.#known.has(postingId)) this.#reversals.push({ id: postingId, reversedBy: by })
  }
  /** Writes everything, claims before money, in the same order as every transaction that locks both. */
  async save(): Promise<void> {
    const { keeping: context } = this
    const changed = [...this.#pages.values()].filter(({ read, now }) => now !== read.facts)
    await updateFollowedClaims(
      context,
      changed.map(({ read, now, details }) => ({ before: read.facts, after: now, details })),
    )
    await insertClaimMessages(context, this.#messages)
    // Reversals first: at most one decision is in force for a chain at any time.
    await updateReversedPostings(context.tx, this.#reversals)
    await insertPostings(
      context,
      this.#postings.filter(({ id }) => !this.#known.has(id)),
    )
    await moveMoneyOf(context, this.#moves)
  }

  #page(claimId: string): BatchEntry {
    const page = this.#pages.get(claimId)
    if (!page) throw new Error('a claim that is not in the book')
    return page
  }

  #find(claimId: string | undefined): ClaimFacts | null {
    return claimId === undefined ? null : this.#page(claimId).now
  }
}
