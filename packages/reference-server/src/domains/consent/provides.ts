import type { Database, Reading } from '../../platform/seams.ts'
import type { ConsentPurpose } from './model/consent-pack.ts'
import { standingOf, type ConsentStanding } from './model/standing.ts'
import { decisionInForceAt, latestDecisions, type DecisionInForce } from './store/consents.ts'
import { documentHeads } from './store/texts.ts'

/** What downstream may ask of consent. */
export interface ConsentProvides {
  /**
   * Where the patient stands with each purpose; every purpose asked for has an entry. Shows no record and notes no access: whoever acts on
   * the answer does. A purpose without a published text is `needed`, so a missing text closes the door instead of opening it.
   */
  current(
    reading: Reading,
    patientId: string,
    purposes: readonly ConsentPurpose[],
  ): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>>
  /**
   * The consent to a purpose that was in force at an instant in the past, or null: given by then, not taken back by then, and to a text
   * of which no material change was published by then. What a claim for that instant rests on. Notes no access either.
   */
  inForceAt(reading: Reading, patientId: string, purpose: ConsentPurpose, at: Date): Promise<DecisionInForce | null>
}

export const consentProvides = (database: Pick<Database, 'reader'>): ConsentProvides => ({
  current: async ({ caller }, patientId, purposes) => {
    const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
    const [heads, decisions] = await Promise.all([
      documentHeads(db, purposes),
      latestDecisions(db, patientId, purposes),
    ])
    return new Map(purposes.map((purpose) => [purpose, standingOf(decisions.get(purpose), heads.get(purpose))]))
  },
  inForceAt: ({ caller }, patientId, purpose, at) =>
    decisionInForceAt(
      database.reader({ domain: 'consent', organizationId: caller.organizationId }),
      patientId,
      purpose,
      at,
    ),
})
