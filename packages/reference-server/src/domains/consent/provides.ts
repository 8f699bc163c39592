import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ConsentPack, ConsentPurpose } from './model/consent-pack.ts'
import { consentRule, type CareCircumstances } from './model/consent-rule.ts'
import { lastDecisionOf, standingFor, standingOf, type ConsentStanding } from './model/standing.ts'
import { findLastPartTwo, type GivenPartTwo } from './store/part-two.ts'
import type { PartTwoPurposeOfConsent } from './model/part-two.ts'
import { findDecisionInForce, type DecisionInForce } from './store/consents.ts'
import { listStandingFacts, type DecisionSource } from './store/standing-facts.ts'

/** What downstream domains can read about consent. */
export interface ConsentProvides {
  /**
   * The patient's status for each purpose at this moment, for a decision: a consent that any process has revoked does not admit anyone. Every requested purpose has an entry. Shows no record and records no access: the caller that
   * acts on the result does. A purpose without a published text is `needed`, so a missing text denies instead of allowing.
   */
  current(
    context: ReadContext,
    patientId: string,
    purposes: readonly ConsentPurpose[],
  ): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>>
  /**
   * The same for one visit, under the law of where and how it takes place: where that wants consent at each visit, a consent that was given
   * for another one does not count. What is unknown of `care` gets the strictest rule.
   */
  forVisit(
    context: ReadContext,
    visit: { readonly patientId: string; readonly appointmentId: string; readonly care: CareCircumstances },
    purposes: readonly ConsentPurpose[],
  ): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>>
  /** Whether a spoken yes to treatment is enough there. What is unknown of `care` gets the strictest rule. */
  acceptsSpoken(care: CareCircumstances, now: Date): boolean
  /** The same for many patients, by patient, to show. Another process may have changed it in the last second. */
  currentOfEach(
    context: ReadContext,
    asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<ConsentPurpose, ConsentStanding>>>
  /**
   * The patient's last decision on a purpose, for processing that continues until they decline: `refused` when they declined or revoked
   * consent, also on an older text; `unasked` when they never decided or the text that they agreed to has changed. Records no access.
   */
  lastDecision(
    context: ReadContext,
    patientId: string,
    purpose: ConsentPurpose,
  ): Promise<'granted' | 'refused' | 'unasked'>
  /**
   * The consent to a purpose that was in effect at an instant in the past, or null: given by then, not revoked by then, and to a text
   * without a material change published by then. The basis of a claim for that instant. Records no access.
   */
  inForceAt(context: ReadContext, patientId: string, purpose: ConsentPurpose, at: Date): Promise<DecisionInForce | null>
  /** The patient's last consent of 42 CFR part 2 to a purpose, also one that ended; null if they never gave one. Records no access. */
  lastPartTwo(organizationId: string, patientId: string, purpose: PartTwoPurposeOfConsent): Promise<GivenPartTwo | null>
}

export const consentProvides = (
  database: Pick<Database, 'reader'>,
  { jurisdictions }: Pick<ConsentPack, 'jurisdictions'>,
): ConsentProvides => {
  const statuses = async (
    { caller, now }: ReadContext,
    asked: Parameters<ConsentProvides['currentOfEach']>[1],
    source: DecisionSource,
  ): ReturnType<ConsentProvides['currentOfEach']> => {
    const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
    const byPatient = Map.groupBy(await listStandingFacts(db, asked, source), ({ patientId }) => patientId)
    return new Map(
      asked.map(({ patientId }) => {
        const facts = byPatient.get(patientId) ?? []
        return [
          patientId,
          new Map(facts.map(({ purpose, decision, head }) => [purpose, standingOf(decision, head, now)])),
        ]
      }),
    )
  }
  const ruleOf = (care: CareCircumstances, now: Date) =>
    consentRule(jurisdictions, care, now.toISOString().slice(0, 10))
  return {
    current: async (context, patientId, purposes) =>
      (await statuses(context, [{ patientId, purposes }], 'database')).get(patientId) ?? new Map(),
    forVisit: async ({ caller, now }, { patientId, appointmentId, care }, purposes) => {
      const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
      const { form, frequency } = ruleOf(care, now)
      const facts = await listStandingFacts(db, [{ patientId, purposes }], 'database')
      return new Map(
        facts.map(({ purpose, decision, head }) => [
          purpose,
          purpose === 'telehealth-treatment'
            ? standingFor(decision, head, { appointmentId, form, frequency, now })
            : standingOf(decision, head, now),
        ]),
      )
    },
    acceptsSpoken: (care, now) => ruleOf(care, now).form !== 'written',
    currentOfEach: (context, asked) => statuses(context, asked, 'memory'),
    lastDecision: async ({ caller, now }, patientId, purpose) => {
      const db = database.reader({ domain: 'consent', organizationId: caller.organizationId })
      const [{ decision, head } = {}] = await listStandingFacts(db, [{ patientId, purposes: [purpose] }])
      return lastDecisionOf(decision, head, now)
    },
    inForceAt: ({ caller }, patientId, purpose, at) =>
      findDecisionInForce(
        database.reader({ domain: 'consent', organizationId: caller.organizationId }),
        patientId,
        purpose,
        at,
      ),
    lastPartTwo: (organizationId, patientId, purpose) =>
      findLastPartTwo(database.reader({ domain: 'consent', organizationId }), patientId, purpose),
  }
}
