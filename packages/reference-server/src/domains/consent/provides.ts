import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ConsentPurpose } from './model/consent-pack.ts'
import { lastDecisionOf, standingOf, type ConsentStanding } from './model/standing.ts'
import { findDecisionInForce, type DecisionInForce } from './store/consents.ts'
import { listStandingFacts } from './store/standing-facts.ts'

/** What downstream may ask of consent. */
export interface ConsentProvides {
  /**
   * Where the patient stands with each purpose; every purpose asked for has an entry. Shows no record and notes no access: anyone who acts on
   * the answer does. A purpose without a published text is `needed`, so a missing text closes the door instead of opening it.
   */
  current(
    context: ReadContext,
    patientId: string,
    purposes: readonly ConsentPurpose[],
  ): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>>
  /** The same of many patients at once, by patient. */
  currentOfEach(
    context: ReadContext,
    asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<ConsentPurpose, ConsentStanding>>>
  /**
   * What the patient last said on a purpose, for what goes on until they say no: `refused` when they declined or took back a yes, also on
   * an older text; `unasked` when they never decided, or what they granted was changed since. Notes no access either.
   */
  lastDecision(
    context: ReadContext,
    patientId: string,
    purpose: ConsentPurpose,
  ): Promise<'granted' | 'refused' | 'unasked'>
  /**
   * The consent to a purpose that was in force at an instant in the past, or null: given by then, not taken back by then, and to a text
   * of which no material change was published by then. What a claim for that instant rests on. Notes no access either.
   */
  inForceAt(context: ReadContext, patientId: string, purpose: ConsentPurpose, at: Date): Promise<DecisionInForce | null>
}

export const consentProvides = (database: Pick<Database, 'reader'>): ConsentProvides => {
  const currentOfEach: ConsentProvides['currentOfEach'] = async ({ caller }, asked) => {
    const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
    const byPatient = Map.groupBy(await listStandingFacts(db, asked), ({ patientId }) => patientId)
    return new Map(
      asked.map(({ patientId }) => {
        const facts = byPatient.get(patientId) ?? []
        return [patientId, new Map(facts.map(({ purpose, decision, head }) => [purpose, standingOf(decision, head)]))]
      }),
    )
  }
  return {
    current: async (context, patientId, purposes) =>
      (await currentOfEach(context, [{ patientId, purposes }])).get(patientId) ?? new Map(),
    currentOfEach,
    lastDecision: async ({ caller }, patientId, purpose) => {
      const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
      const [{ decision, head } = {}] = await listStandingFacts(db, [{ patientId, purposes: [purpose] }])
      return lastDecisionOf(decision, head)
    },
    inForceAt: ({ caller }, patientId, purpose, at) =>
      findDecisionInForce(
        database.reader({ domain: 'consent', organizationId: caller.organizationId }),
        patientId,
        purpose,
        at,
      ),
  }
}
