import {
  colleaguesOf,
  isOnBehalf,
  type Circle,
  type OnBehalf,
  type Ownership,
  type Relationship,
} from '../care/relationship.ts'
import { notFound } from '../problems/problem.ts'
import type { Access, Reach, AccessReason } from '../contracts/access.ts'
import type { Caller } from '../contracts/caller.ts'
import type { Withholding } from '../sensitive/withholding.ts'

/** The access as the pipeline reads it to write the audit rows. */
export interface RecordedAccess extends Access {
  /** The explanation that a handler set; null keeps the operation's default. */
  readonly reason: AccessReason | null
  /** At reach `assigned`: the caller's circle and relationships. */
  readonly care: AccessCare | null
  /** Set by the pipeline. Null: there is no sign-in of a person. */
  readonly stepUp: StepUp | null
  /** At reach `assigned`: why the caller may see each patient, as far as it has been read. */
  readonly relationships: Map<string, Relationship>
  /** At reach `assigned`: the touched and shown patients without a known or cached relationship. */
  unrelated(shown?: Iterable<string>): readonly string[]
  /** What is withheld from the caller as sensitive; null if nothing can be. */
  withholding: Withholding | null
  /** Set if the caller acts on behalf of a colleague in this work; null for their own work and their team's. */
  readonly onBehalf: OnBehalf | null
  /** Ids of the consents that permit the act. */
  readonly consents: ReadonlySet<string>
}

/** Throws `step_up_required` unless the caller authenticated within the last minutes. */
type StepUp = () => void

/** What reach `assigned` uses to decide about the caller. */
export interface AccessCare {
  readonly circle: Circle
  readonly now: Date
  /** Why the caller may act in work of one of these people. Throws `not_assigned`. */
  requireOwnership(ownerIds: readonly string[]): Ownership
  /** From the cache. Null: it has to be read. */
  known(patientId: string): Relationship | null
  /** The caller's relationship to each patient that has one. Reads those that are not cached. */
  relationships(patientIds: readonly string[]): Promise<ReadonlyMap<string, Relationship>>
}

/**
 * The record of whose information one request concerns. At reach `own`, another patient's id gets the same response as an id that does
 * not exist, so that ids cannot be probed.
 */
export const createAccess = (
  caller: Pick<Caller, 'patientIds'>,
  reach: Reach,
  care: AccessCare | null = null,
  stepUp: StepUp | null = null,
): RecordedAccess => new RequestAccess(caller, reach, care, stepUp)

const nothing: ReadonlySet<string> = new Set()

/** A class, because each request creates one, and methods cost less than closures. */
class RequestAccess implements RecordedAccess {
  readonly reach: Reach
  readonly care: AccessCare | null
  readonly stepUp: StepUp | null
  readonly touched = new Set<string>()
  readonly relationships = new Map<string, Relationship>()
  reason: AccessReason | null = null
  onBehalf: OnBehalf | null = null
  withholding: Withholding | null = null
  #consents: Set<string> | null = null
  readonly #own: readonly string[] | null

  constructor(
    { patientIds }: Pick<Caller, 'patientIds'>,
    reach: Reach,
    care: AccessCare | null,
    stepUp: StepUp | null,
  ) {
    this.reach = reach
    this.care = care
    this.stepUp = stepUp
    this.#own = reach === 'own' ? patientIds : null
  }

  touch(patientId: string): void {
    if (this.#own?.includes(patientId) === false) throw notFound('beyond reach')
    this.touched.add(patientId)
  }

  forget(patientId: string): void {
    this.touched.delete(patientId)
  }

  get withheld(): ReadonlySet<string> {
    return this.withholding?.ids ?? nothing
  }

  permittedBy(consentIds: readonly string[]): void {
    this.#consents ??= new Set()
    for (const id of consentIds) this.#consents.add(id)
  }

  get consents(): ReadonlySet<string> {
    return this.#consents ?? nothing
  }

  because(reason: AccessReason): void {
    this.reason = reason
  }

  requireStepUp(): void {
    // Without a sign-in nothing is confirmed.
    if (this.stepUp === null) throw new Error('A step-up was asked for outside the pipeline.')
    this.stepUp()
  }

  requireOwner(ownerIds: readonly string[]): void {
    if (this.reach !== 'assigned') return
    const ownership = careOf(this.care).requireOwnership(ownerIds)
    if (isOnBehalf(ownership)) this.onBehalf = ownership
  }

  get colleagues(): readonly string[] {
    return this.care === null ? [] : colleaguesOf(this.care.circle, this.care.now)
  }

  async within(patientIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.reach === 'organization') return new Set(patientIds)
    const own = this.#own
    if (own !== null) return new Set(patientIds.filter((id) => own.includes(id)))
    const related = await careOf(this.care).relationships(patientIds)
    for (const [id, relationship] of related) this.relationships.set(id, relationship)
    return new Set(related.keys())
  }

  unrelated(shown?: Iterable<string>): readonly string[] {
    const { care } = this
    if (care === null) return []
    const open: string[] = []
    for (const id of this.touched) this.#relate(care, id, open)
    if (shown !== undefined) for (const id of shown) this.#relate(care, id, open)
    return open
  }

  #relate(care: AccessCare, id: string, open: string[]): void {
    if (this.relationships.has(id)) return
    const known = care.known(id)
    if (known === null) open.push(id)
    else this.relationships.set(id, known)
  }
}

/** The pipeline sets it for every caller at reach `assigned`. Without it nothing is granted. */
const careOf = (care: AccessCare | null): AccessCare => {
  if (care === null) throw new Error('Reach `assigned` was asked outside the pipeline.')
  return care
}
