import {
  writeClaimAcknowledgments,
  writeImplementationAcknowledgment,
  type AcknowledgedClaim,
} from './acknowledge-claims.ts'
import { adjudicate, adjudicateNext, ruleMatches, reverse, type AdjudicatedClaim, type Rule } from './adjudicate.ts'
import { respondToEligibility } from './respond-to-eligibility.ts'
import type { Mailbox } from './mailbox.ts'
import type { Member, Payer } from './payers.ts'
import type { KnownClaim } from './known-claim.ts'
import { readClaims } from './read-claims.ts'
import type { SubmittedClaim } from './submitted-claim.ts'
import { refuseClaim } from './refuse-claim.ts'
import { respondToStatusInquiry } from './respond-to-status-inquiry.ts'
import { writeRemittance, type ProviderAdjustment } from './write-remittance.ts'
import { InvalidEnvelope, format, formatInterchangeAcknowledgment, parse, formatDate, type Interchange } from './x12.ts'

export interface ClearinghouseContext {
  readonly payers: readonly Payer[]
  readonly member: (payer: Payer, memberId: string) => Member | null
  readonly rules: Rule[]
  readonly mailbox: Mailbox
  readonly now: () => Date
  /** Runs `work` after the payer's processing time; immediately when there is none. */
  readonly later: (work: () => void) => void
  readonly numbersAfter: number
}

/** ISA06, by its place: the rest of the envelope may be damaged. */
const senderOf = (raw: string): string => raw.slice(35, 50).trim()

const simulatedSender = { id: 'SIMCLEAR', name: 'SIMULATED CLEARINGHOUSE' }

/**
 * The clearinghouse and its payers: receives files, acknowledges their syntax (TA1, 999) and their claims (277CA), and pays (835). It
 * stores its decisions, so that a correction reverses the first decision and a negative payment is carried forward.
 */
export class Clearinghouse {
  readonly #context: ClearinghouseContext
  /** By the payer's claim number. */
  readonly #known = new Map<string, KnownClaim>()
  /** Same person, provider, day and services: a duplicate unless it is a correction. */
  readonly #fingerprints = new Set<string>()
  readonly #recoupments: { readonly payerId: string; readonly adjustment: ProviderAdjustment }[] = []
  /** What a payer could not recover yet, by payer. Cents. */
  readonly #carried = new Map<string, number>()
  #number: number

  constructor(context: ClearinghouseContext) {
    this.#context = context
    this.#number = context.numbersAfter
  }

  /** Processes a file. An unreadable one gets a TA1, one with syntax errors a rejecting 999. */
  receive(raw: string): void {
    const { mailbox, now, later } = this.#context
    let file: Interchange
    try {
      file = parse(raw)
    } catch (error) {
      if (!(error instanceof InvalidEnvelope)) throw error
      mailbox.post(
        formatInterchangeAcknowledgment(
          { from: simulatedSender.id, to: senderOf(raw), number: this.#next(), at: now() },
          error.control,
          error.code,
        ),
        now(),
      )
      return
    }
    if (file.set.id === '276') return this.#respondToStatusInquiry(file)
    const batch = readClaims(file)
    this.#post(file.sender, '999', 'FA', '005010X231A1', writeImplementationAcknowledgment(file, batch))
    if (batch.errors.length > 0) return
    const acknowledged = batch.claims.map((claim) => this.#judge(claim))
    this.#post(
      file.sender,
      '277',
      'HN',
      '005010X214',
      writeClaimAcknowledgments(batch, acknowledged, simulatedSender, now()),
    )
    const accepted = acknowledged.filter(({ refusal }) => refusal === null)
    if (accepted.length > 0) later(() => this.#pay(file.sender, accepted))
  }

  /** A 277 for a 276, in the mailbox. A member whose number starts with `UNASKED` gets none. */
  #respondToStatusInquiry(file: Interchange): void {
    const { payers, now, later } = this.#context
    later(() => {
      const rows = respondToStatusInquiry(file, payers, [...this.#known.values()], now())
      if (rows !== null) this.#post(file.sender, '277', 'HN', '005010X212', rows)
    })
  }

  /** The response to a 270, as text. */
  respondToEligibility(raw: string): string {
    const inquiry = parse(raw)
    const { payers, member, now } = this.#context
    const rows = respondToEligibility(inquiry, payers, member, now())
    return this.#format(inquiry.sender, '271', 'HB', '005010X279A1', rows)
  }

  /** The payer withholds money from its next payment (PLB WO). */
  recoup(payerId: string, amount: number, reference: string, reason = 'WO'): void {
    this.#recoupments.push({ payerId, adjustment: [reason, reference, amount] })
  }

  #judge(claim: SubmittedClaim): AcknowledgedClaim {
    const { payers, rules, now } = this.#context
    const payer = payers.find(({ id }) => id === claim.payer.id)
    const fingerprint = [
      claim.payer.id,
      claim.subscriber.id,
      claim.patient?.first ?? '',
      claim.rendering?.id ?? '',
      ...claim.lines.map((line) => `${line.day} ${line.code} ${line.modifiers.join(' ')}`),
    ].join('|')
    const scripted = rules.find((rule) => rule.outcome.kind === 'reject' && ruleMatches(rule, claim))?.outcome
    const refusal =
      scripted?.kind === 'reject'
        ? scripted.status
        : refuseClaim(claim, {
            payer: payer ?? null,
            member: payer ? this.#context.member(payer, claim.subscriber.id) : null,
            duplicate: this.#fingerprints.has(fingerprint),
            knownOriginal: this.#originalOf(claim) !== undefined,
            today: formatDate(now()),
          })
    if (refusal !== null) return { claim, refusal, number: '' }
    this.#fingerprints.add(fingerprint)
    const number = `SIM${String(this.#next()).padStart(9, '0')}`
    this.#known.set(number, { number, claim, fingerprint, adjudicated: null })
    return { claim, refusal: null, number }
  }

  /** A payer finds only its own claim numbers. */
  #originalOf({ original, payer }: SubmittedClaim): KnownClaim | undefined {
    const known = this.#known.get(original)
    return known?.claim.payer.id === payer.id ? known : undefined
  }

  /** One payment for each payer of the file. */
  #pay(to: string, accepted: readonly AcknowledgedClaim[]): void {
    for (const payer of this.#context.payers) {
      const adjudicated = accepted
        .filter(({ claim }) => claim.payer.id === payer.id)
        .filter(
          ({ claim }) =>
            !this.#context.rules.some((rule) => rule.outcome.kind === 'silence' && ruleMatches(rule, claim)),
        )
        .flatMap((acknowledged) => this.#decide(acknowledged, payer))
      if (adjudicated.length > 0) this.#remit(to, payer, adjudicated)
    }
  }

  /** A correction reverses the first decision and decides again; a void only reverses it. */
  #decide({ claim, number }: AcknowledgedClaim, payer: Payer): readonly AdjudicatedClaim[] {
    const original = claim.frequency === '1' ? undefined : this.#originalOf(claim)
    const reversed = original?.adjudicated ? [reverse(original.adjudicated)] : []
    if (original) original.adjudicated = null
    if (claim.frequency === '8') {
      // A reversed claim may be billed again.
      if (original) this.#fingerprints.delete(original.fingerprint)
      return reversed
    }
    const member = this.#context.member(payer, claim.subscriber.id)
    if (!member) return reversed
    const latest = claim.priors.at(-1)
    const adjudicated = latest
      ? adjudicateNext(claim, latest, number, payer, this.#context.rules)
      : adjudicate(claim, number, payer, member, this.#context.rules)
    const known = this.#known.get(number)
    if (known) known.adjudicated = adjudicated
    return [...reversed, adjudicated]
  }

  #remit(to: string, payer: Payer, adjudicated: readonly AdjudicatedClaim[]): void {
    const [first] = adjudicated
    if (!first) return
    const recouped = this.#recoupments.filter(({ payerId }) => payerId === payer.id).map(({ adjustment }) => adjustment)
    for (let index = this.#recoupments.length - 1; index >= 0; index -= 1)
      if (this.#recoupments[index]?.payerId === payer.id) this.#recoupments.splice(index, 1)
    const carried = this.#carried.get(payer.id) ?? 0
    const adjustments: ProviderAdjustment[] = [
      ...recouped,
      ...(carried === 0 ? [] : [['FB', 'CARRIED', carried] as const]),
    ]
    const total =
      adjudicated.reduce((sum, { paid }) => sum + paid, 0) - adjustments.reduce((sum, [, , amount]) => sum + amount, 0)
    const trace = `EFT${String(this.#next()).padStart(9, '0')}`
    // The missing amount is carried forward to the next payment: -FB here, +FB there.
    this.#carried.set(payer.id, total < 0 ? -total : 0)
    const rows = writeRemittance({
      payer,
      payee: { name: first.claim.billing.last, npi: first.claim.billing.id, taxId: first.claim.billing.taxId },
      trace,
      adjudicated,
      adjustments: total < 0 ? [...adjustments, ['FB', trace, total]] : adjustments,
      at: this.#context.now(),
    })
    this.#post(to, '835', 'HP', '005010X221A1', rows)
  }

  #post(to: string, id: string, functional: string, version: string, rows: readonly (readonly string[])[]): void {
    this.#context.mailbox.post(this.#format(to, id, functional, version, rows), this.#context.now())
  }

  #format(
    to: string,
    id: string,
    functional: string,
    version: string,
    segments: readonly (readonly string[])[],
  ): string {
    return format({
      from: simulatedSender.id,
      to,
      number: this.#next(),
      at: this.#context.now(),
      functional,
      version,
      id,
      segments,
    })
  }

  #next(): number {
    this.#number += 1
    return this.#number
  }
}
