import type { OperationNodeSource } from 'kysely'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import { attentionNeeded, prescriptionChanged } from '../../events.ts'
import { replace } from '../model/approve-request.ts'
import { hearPharmacy, isAtPharmacy, type Said } from '../model/hear-pharmacy.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { keepStep } from '../../prescribing/store/prescription-steps.ts'
import { readFacts } from '../../kernel/store/prescriptions.ts'

/** Keeps what somebody said about a prescription, whose row is locked, with its line of the history and the event. Opens nothing. */
export const keepHeard = async (
  keeping: Keeping,
  before: PrescriptionFacts,
  said: Said,
  policy: Pick<PrescribingPolicy, 'silence'>,
): Promise<void> => {
  const kept = await keepHeardIfUnchanged(keeping, before, said, policy)
  if (kept === 'overtaken') throw new Error('a prescription changed although its row was locked')
}

/**
 * The same of one that was read without a lock: nothing is kept when somebody else took a step since. `beside` is kept with the step;
 * `nothing` when what was said leads to none.
 */
export const keepHeardIfUnchanged = async (
  keeping: Keeping,
  before: PrescriptionFacts,
  said: Said,
  policy: Pick<PrescribingPolicy, 'silence'>,
  beside: readonly OperationNodeSource[] = [],
): Promise<'kept' | 'nothing' | 'overtaken'> => {
  const { tx, now, emit } = keeping
  const heard = hearPharmacy(before, said, policy, now)
  if (heard === null) return 'nothing'
  if (!(await keepStep(tx, keeping, before, heard.after, heard.entry, beside))) return 'overtaken'
  await emit(prescriptionChanged(heard.after))
  if (heard.after.attention !== null && heard.after.attention !== before.attention)
    await emit(attentionNeeded(heard.after))
  const { replaces, follows } = heard.after
  if (replaces && follows !== null && isAtPharmacy(heard.after)) await keepReplaced(keeping, follows)
  return 'kept'
}

/** Not before the pharmacy has the one that takes its place: until then this one is what it fills. */
const keepReplaced = async (keeping: Keeping, id: string): Promise<void> => {
  const { tx, now, emit } = keeping
  const earlier = await readFacts(tx, keeping, id, 'lock')
  const replaced = replace(earlier, now)
  if (replaced === null) return
  if (!(await keepStep(tx, keeping, earlier, replaced.after, replaced.entry)))
    throw new Error('a prescription changed although its row was locked')
  await emit(prescriptionChanged(replaced.after))
}
