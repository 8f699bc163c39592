import type { OperationNodeSource } from 'kysely'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { attentionNeeded, prescriptionChanged } from '../../events.ts'
import { replace } from '../model/approve-request.ts'
import { handlePharmacyMessage, isAtPharmacy, type PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { updateWithHistory } from '../../prescribing/store/prescription-steps.ts'
import { readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

/** Stores an update of a prescription, whose row is locked, with its history entry and the event. Decrypts nothing. */
export const applyStatusUpdate = async (
  context: WriteContext,
  before: PrescriptionFacts,
  update: PharmacyStatusUpdate,
  policy: Pick<PrescribingPolicy, 'silence'>,
): Promise<void> => {
  const outcome = await applyStatusUpdateIfUnchanged(context, before, update, policy)
  if (outcome === 'overtaken') throw new Error('a prescription changed although its row was locked')
}

/**
 * The same for a prescription that was read without a lock: nothing is stored if it has changed since. `extraStatements` are written with
 * the step; `nothing` applies if the update leads to no step.
 */
export const applyStatusUpdateIfUnchanged = async (
  context: WriteContext,
  before: PrescriptionFacts,
  update: PharmacyStatusUpdate,
  policy: Pick<PrescribingPolicy, 'silence'>,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<'kept' | 'nothing' | 'overtaken'> => {
  const { tx, now, emit } = context
  const step = handlePharmacyMessage(before, update, policy, now)
  if (step === null) return 'nothing'
  if (!(await updateWithHistory(tx, context, before, step.after, step.entry, extraStatements))) return 'overtaken'
  await emit(prescriptionChanged(step.after))
  if (step.after.attention !== null && step.after.attention !== before.attention)
    await emit(attentionNeeded(step.after))
  const { replaces, follows } = step.after
  if (replaces && follows !== null && isAtPharmacy(step.after)) await updateReplaced(context, follows)
  return 'kept'
}

/** Not before the pharmacy has the new prescription: until then it fills this one. */
const updateReplaced = async (context: WriteContext, id: string): Promise<void> => {
  const { tx, now, emit } = context
  const earlier = await readPrescriptionFacts(tx, context, id, 'for-update')
  const replaced = replace(earlier, now)
  if (replaced === null) return
  if (!(await updateWithHistory(tx, context, earlier, replaced.after, replaced.entry)))
    throw new Error('a prescription changed although its row was locked')
  await emit(prescriptionChanged(replaced.after))
}
