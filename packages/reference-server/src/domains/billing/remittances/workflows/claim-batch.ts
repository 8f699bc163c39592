import type { NewEvent } from '../../../../platform/contracts/event.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import {
  applyStatusUpdate,
  type ReportedClaimFields,
  type ClaimStatusUpdate,
} from '../../claims/model/claim-lifecycle.ts'
import { returnedStates, type ClaimDetails, type ClaimFacts, type ClaimStep } from '../../kernel/model/claim-record.ts'
import {
  nextClaimAfter,
  type LoadedNextClaim,
  type NextClaimFacts,
  type NextClaimState,
} from '../../kernel/model/next-claim.ts'
import type { PayerDecision } from '../../kernel/model/claim.ts'
import { nextCoverage, type HeldBalance, type OrderedCoverage } from '../../kernel/model/next-payer.ts'
import type { PatientMove } from '../../accounts/workflows/move-money.ts'
import type { ClaimMessage } from '../../claims/store/claim-messages.ts'
import type { LoadedInquiry } from '../../kernel/model/status-inquiry.ts'
import { InquiryBatch, type ChangedInquiry } from './inquiry-batch.ts'
import type { StoredPosting } from '../store/postings.ts'

export interface LoadedClaim {
  readonly facts: ClaimFacts
  /** Null if no remittance names the claim's chain. */
  readonly details: ClaimDetails | null
}

interface BatchEntry {
  readonly read: LoadedClaim
  now: ClaimFacts
  /** Null if they are unchanged. */
  details: ClaimDetails | null
}

/** A decision that was stored before. */
export interface ChangedPosting {
  readonly before: StoredPosting
  readonly after: StoredPosting
}

/** What the files change, to be stored together. */
export interface BatchOutcome {
  /** All claims of the chains, as gathered. */
  readonly gathered: readonly ClaimFacts[]
  readonly claims: readonly {
    readonly before: ClaimFacts
    readonly after: ClaimFacts
    readonly details: ClaimDetails | null
  }[]
  readonly messages: readonly ClaimMessage[]
  /** Decisions that were reversed, and those that are in force again. */
  readonly reversals: readonly ChangedPosting[]
  readonly postings: readonly StoredPosting[]
  /** What next payers answered about decisions that were stored before. */
  readonly answered: readonly ChangedPosting[]
  readonly nextClaims: readonly { readonly before: NextClaimFacts; readonly after: NextClaimFacts }[]
  /** What next payers decided, for the payers after them. */
  readonly nextDecisions: readonly { readonly next: NextClaimFacts; readonly decision: PayerDecision }[]
  readonly inquiries: readonly ChangedInquiry[]
  readonly moves: readonly PatientMove[]
  readonly events: readonly NewEvent[]
}

type PaidCoverage = OrderedCoverage & { readonly payerId: string }

/**
 * Chains of claims, gathered at once, changed in memory, and stored at once. Mailbox files say much about few claims (999, 277CA and 835
 * arrive together), and a change for each step would cost more than all the decisions. Steps, history, events and money are the same as if
 * each had been stored separately.
 */
export class ClaimBatch {
  readonly context: Pick<DecideContext, 'now' | 'newId'>
  readonly inquiries: InquiryBatch
  readonly #pages: ReadonlyMap<string, BatchEntry>
  readonly #byNumber: ReadonlyMap<string, string>
  readonly #byControlNumber: ReadonlyMap<number, string>
  readonly #postings: StoredPosting[]
  readonly #coverages: readonly PaidCoverage[]
  readonly #known: ReadonlyMap<string, StoredPosting>
  readonly #nextClaims: readonly { readonly read: LoadedNextClaim; now: NextClaimFacts }[]
  readonly #nextDecisions: BatchOutcome['nextDecisions'][number][] = []
  readonly #messages: ClaimMessage[] = []
  readonly #moves: PatientMove[] = []
  readonly #events: NewEvent[] = []

  constructor(
    context: Pick<DecideContext, 'now' | 'newId'>,
    {
      claims,
      postings,
      coverages,
      nextClaims = [],
      inquiries = [],
    }: {
      readonly claims: readonly LoadedClaim[]
      readonly postings: readonly StoredPosting[]
      /** Of the patients whose claims are paid. */
      readonly coverages: readonly PaidCoverage[]
      /** Whose numbers are named. The chain of each is among the claims. */
      readonly nextClaims?: readonly LoadedNextClaim[]
      /** That are answered. The claim of each is among the claims. */
      readonly inquiries?: readonly LoadedInquiry[]
    },
  ) {
    this.context = context
    this.#coverages = coverages
    this.inquiries = new InquiryBatch(inquiries)
    this.#nextClaims = nextClaims.map((read) => ({ read, now: read.facts }))
    this.#pages = new Map(claims.map((each) => [each.facts.id, { read: each, now: each.facts, details: null }]))
    this.#byNumber = new Map(claims.map(({ facts }) => [facts.number, facts.id]))
    // Control numbers wrap around after a billion files: the latest claim is meant.
    const latest = claims.toSorted((one, other) => (one.facts.id < other.facts.id ? -1 : 1))
    this.#byControlNumber = new Map(
      latest.flatMap(({ facts: { controlNumber, id } }) => (controlNumber === null ? [] : [[controlNumber, id]])),
    )
    this.#postings = [...postings]
    this.#known = new Map(postings.map((posting) => [posting.id, posting]))
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

  /** The coverage of the claim's patient that answers after the claim's payer. */
  nextCoverageOf({ coverageId, serviceDay }: ClaimFacts): PaidCoverage | null {
    return nextCoverage(this.#coverages, coverageId, serviceDay)
  }

  /** The coverage that answers after those in `answers`. */
  coverageAfter({ coverageId, serviceDay }: ClaimFacts, answers: HeldBalance['answers']): PaidCoverage | null {
    return nextCoverage(this.#coverages, coverageId, serviceDay, answers)
  }

  /** A claim to a next payer, by its number or by that of its file. */
  nextClaim(named: { readonly number: string } | { readonly controlNumber: number }): LoadedNextClaim | null {
    const found = this.#nextClaims.findLast(({ now }) =>
      'number' in named ? now.number === named.number : now.controlNumber === named.controlNumber,
    )
    return found ? { ...found.read, facts: found.now } : null
  }

  updateNextClaim(id: string, state: NextClaimState, code: string | null): void {
    const entry = this.#nextClaims.find(({ now }) => now.id === id)
    const after = entry && nextClaimAfter(entry.now, state, code, this.context.now)
    if (!entry || !after) return
    entry.now = after
    this.emit(claimChanged(this.claimOf(after)))
  }

  addNextDecision(next: NextClaimFacts, decision: PayerDecision): void {
    this.#nextDecisions.push({ next, decision })
  }

  /** The claim that the payer before has decided. */
  claimOf({ claimId }: NextClaimFacts): ClaimFacts {
    return this.#page(claimId).now
  }

  /** What the next payer decided about the balance of a decision. */
  answer(posting: StoredPosting, held: HeldBalance, patientCents: number): void {
    const index = this.#postings.indexOf(posting)
    if (index === -1 || !this.#known.has(posting.id)) throw new Error('a balance that is not gathered')
    this.#postings[index] = { ...posting, ...held }
    const page = this.#page(posting.claimId)
    page.now = { ...page.now, patientCents, changedAt: this.context.now, version: page.now.version + 1 }
    this.emit(claimChanged(page.now))
  }

  detailsOf(claimId: string): ClaimDetails {
    const { details, read } = this.#page(claimId)
    const known = details ?? read.details
    if (known === null) throw new Error('The details of a claim that no remittance names are not gathered.')
    return known
  }

  /**
   * Applies a status update and emits the event. Returns the claim after it; unchanged, including `details`, if the update adds nothing.
   */
  applyStatusUpdate(
    claimId: string,
    update: ClaimStatusUpdate,
    source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
    change: ReportedClaimFields = {},
    details: ClaimDetails | null = null,
  ): ClaimFacts {
    const page = this.#page(claimId)
    if (this.isSuperseded(page.now)) return page.now
    const after = applyStatusUpdate(page.now, update, source, change, this.context.now)
    if (after === null) return page.now
    page.now = after
    page.details = details ?? page.details
    this.emit(claimChanged(after))
    return after
  }

  emit(event: NewEvent): void {
    this.#events.push(event)
  }

  addMessage(message: Omit<ClaimMessage, 'id' | 'at' | 'direction'>): void {
    this.#messages.push({ ...message, id: this.context.newId(), at: this.context.now, direction: 'in' })
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
  }

  /** A decision is in force again, with the claims to next payers that belong to it. */
  restore(postingId: string): void {
    const index = this.#postings.findIndex(({ id, isReversed }) => id === postingId && isReversed)
    const posting = this.#postings[index]
    if (!posting) throw new Error('a posting that is in force was restored')
    this.#postings[index] = { ...posting, isReversed: false, reversedBy: null }
  }

  outcome(): BatchOutcome {
    const pages = [...this.#pages.values()]
    const changed = this.#postings.flatMap((after): ChangedPosting[] => {
      const before = this.#known.get(after.id)
      return before === undefined || before === after ? [] : [{ before, after }]
    })
    const isAnswered = ({ before, after }: ChangedPosting): boolean => before.answers !== after.answers
    return {
      gathered: pages.map(({ read }) => read.facts),
      claims: pages
        .filter(({ read, now }) => now !== read.facts)
        .map(({ read, now, details }) => ({ before: read.facts, after: now, details })),
      messages: this.#messages,
      reversals: changed.filter((each) => !isAnswered(each) && each.before.reversedBy !== each.after.reversedBy),
      postings: this.#postings.filter(({ id }) => !this.#known.has(id)),
      answered: changed.filter(isAnswered),
      nextDecisions: this.#nextDecisions,
      inquiries: this.inquiries.changed(),
      nextClaims: this.#nextClaims.flatMap(({ read, now }) =>
        now === read.facts ? [] : [{ before: read.facts, after: now }],
      ),
      moves: this.#moves,
      events: this.#events,
    }
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
