import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { attentionNeeded, prescriptionChanged } from '../../events.ts'
import { replace } from '../model/approve-request.ts'
import { handlePharmacyMessage, isAtPharmacy, type PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { replaceWithHistory } from '../../prescribing/store/prescription-steps.ts'
import { readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

/** What an update about a prescription may change. */
export interface UpdatedFacts {
  readonly facts: PrescriptionFacts
  /** The prescription that it replaces; null if it replaces none. */
  readonly replaced: PrescriptionFacts | null
}

export const readUpdatedFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<UpdatedFacts> => withReplaced(db, context, await readPrescriptionFacts(db, context, id))

export const withReplaced = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  facts: PrescriptionFacts,
): Promise<UpdatedFacts> => ({
  facts,
  replaced: facts.replaces && facts.follows !== null ? await readPrescriptionFacts(db, context, facts.follows) : null,
})

export type AppliedUpdate = Required<Pick<Change<void>, 'writes' | 'events'>> & { readonly after: UpdatedFacts }

/** The change by an update of a prescription, with its history entry and events. Null if it adds nothing. */
export const applyStatusUpdate = (
  { now, newId }: Pick<DecideContext, 'now' | 'newId'>,
  { facts: before, replaced }: UpdatedFacts,
  update: PharmacyStatusUpdate,
  policy: Pick<PrescribingPolicy, 'silence'>,
): AppliedUpdate | null => {
  const step = handlePharmacyMessage(before, update, policy, now)
  if (step === null) return null
  const { after } = step
  const needsAttention = after.attention !== null && after.attention !== before.attention
  // Not before the pharmacy has the new prescription: until then it fills the earlier one.
  const replacement = replaced !== null && isAtPharmacy(after) ? replace(replaced, now) : null
  return {
    writes: [
      ...replaceWithHistory({ entryId: newId(), before, ...step }),
      ...(replaced && replacement ? replaceWithHistory({ entryId: newId(), before: replaced, ...replacement }) : []),
    ],
    events: [
      prescriptionChanged(after),
      ...(needsAttention ? [attentionNeeded(after)] : []),
      ...(replacement ? [prescriptionChanged(replacement.after)] : []),
    ],
    after: { facts: after, replaced: replacement?.after ?? replaced },
  }
}
