import { askedForAnother, notRenewable, quantityImplausible } from '../../problems.ts'
import { validateAmounts } from '../../prescribing/model/validate-amounts.ts'
import type { Prescribable } from '../../kernel/model/medication-set.ts'
import type { Asked, PharmacyRequest, RequestContent } from '../../kernel/model/pharmacy-request.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  over,
  takenUntil,
  unsent,
  type Acknowledged,
  type Alert,
  type HistoryEntry,
  type Prescription,
  type PrescriptionFacts,
} from '../../kernel/model/prescription.ts'
import { requirePrescriber, requireReasons, type Signing } from '../../prescribing/model/write-prescription.ts'

export interface Approval extends Signing {
  readonly id: string
  /** The medicine that will be handed out; null when it is not in the set. */
  readonly prescribable: Prescribable | null
  /** Undefined: of a renewal, as many as it asks for; of a change, as many as were prescribed. */
  readonly refills: number | undefined
  readonly policy: Pick<PrescribingPolicy, 'quantity'>
}

/** As when one is written. A pharmacy may ask for more. */
const mostRefills = 12

/**
 * The prescription that an approval signs. It is the earlier one once more, with the medicine that the pharmacy proposed and the refills
 * that the prescriber grants. An approval has no place for reasons, so what speaks against it now, and was not reasoned about before, has
 * to go through a draft. So has what could not be checked: who looked it up by hand then did not look at what is so today. Throws what a
 * signature throws, or `not_renewable`.
 */
export const approve = (earlier: Prescription, request: PharmacyRequest, approval: Approval): Prescription => {
  const { id, practitionerId, prescribable, alerts, policy, now } = approval
  const { asked } = request.content
  if (prescribable === null || earlier.content.pharmacy === null || asked === undefined) throw notRenewable()
  // The directions count what is handed out: tablets do not become millilitres by an approval.
  if (prescribable.medication.quantityUnit.code !== earlier.content.medication.quantityUnit.code) throw notRenewable()
  if (
    request.kind === 'renewal'
      ? !isUnchangedRenewal(asked, earlier)
      : asked.unit !== prescribable.medication.quantityUnit.code
  )
    throw askedForAnother()
  // Yes, without another number, is yes to what was asked for: the request names the refills of a renewal.
  const { refills = request.kind === 'renewal' ? asked.refills : earlier.refills } = approval
  if (refills > mostRefills)
    throw quantityImplausible([
      { pointer: '/refills', code: 'out_of_range', message: `At most ${mostRefills}: say how many you grant.` },
    ])
  requirePrescriber(approval)
  const carried = reasonsFor(alerts, earlier.content.acknowledgments)
  requireReasons(
    alerts,
    carried,
    'Something speaks against this that was not reasoned about before. Renew it as a draft, give your reasons there, and deny the request.',
  )
  const { medication, termType } = prescribable
  const amounts = { quantity: asked.quantity, daysSupply: earlier.daysSupply, refills }
  const faults = validateAmounts({ ...amounts, directions: earlier.content.directions }, medication, policy)
  if (faults.length > 0) throw quantityImplausible(faults)
  const signed: Prescription = {
    ...earlier,
    ...unsent,
    ...amounts,
    id,
    practitionerId,
    status: 'sending',
    follows: earlier.id,
    replaces: request.kind === 'change',
    signedAt: now,
    createdAt: now,
    version: 1,
    content: { ...earlier.content, medication, termType, alerts, acknowledgments: carried },
  }
  return { ...signed, supplyEndsAt: takenUntil(signed) }
}

/** Whether a pharmacy asks for what was prescribed, or has something else in mind that an approval would not say. */
const isUnchangedRenewal = (
  { rxcui, name, quantity, unit }: Asked,
  { quantity: prescribed, content: { medication } }: Prescription,
): boolean =>
  (rxcui === null ? name.toLowerCase() === medication.name.toLowerCase() : rxcui === medication.rxcui) &&
  quantity === prescribed &&
  unit === medication.quantityUnit.code

/** What an approval says to the pharmacy, which has to look again at what is not as it asked. */
export const outcomeOf = (
  { asked }: RequestContent,
  { refills, content: { directionsText } }: Prescription,
): 'Approved' | 'ApprovedWithChanges' => {
  const words = directionsText.find(({ language }) => language === 'en')?.text
  const isAsAsked = refills === asked?.refills && (asked.sig ?? words) === words
  return isAsAsked ? 'Approved' : 'ApprovedWithChanges'
}

/** Reasons of the earlier signature that hold for what was found now. */
const reasonsFor = (alerts: readonly Alert[], given: readonly Acknowledged[]): readonly Acknowledged[] => {
  const lasting = alerts.filter(({ kind }) => kind !== 'check-unavailable').map(({ id }) => id)
  return given.filter(({ alertId }) => lasting.includes(alertId))
}

/** Its place is taken by another; null for one that nobody fills any more anyway. */
export const replace = (
  before: PrescriptionFacts,
  now: Date,
): { readonly after: PrescriptionFacts; readonly entry: HistoryEntry } | null => {
  if (over.includes(before.status)) return null
  const after = {
    ...before,
    status: 'replaced',
    beforeCancel: null,
    answerDueAt: null,
    version: before.version + 1,
  } as const
  return {
    after: { ...after, supplyEndsAt: takenUntil(after) },
    entry: { at: now, status: 'replaced', by: 'prescriber' },
  }
}
