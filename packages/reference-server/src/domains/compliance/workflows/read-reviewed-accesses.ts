import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { CompliancePorts } from '../ports.ts'
import { presentAccesses } from '../presenters/present-accesses.ts'
import { listDispositions } from '../store/access-cases.ts'
import type { StoredAccess } from '../store/accesses.ts'

/** Accesses with names, and what privacy officers found about them. No one sees a case about themselves, so neither its outcome. */
export const readReviewedAccesses = async (
  accesses: readonly StoredAccess[],
  context: ReadContext,
  ports: CompliancePorts,
): Promise<components['schemas']['Access'][]> => {
  const ofOthers = accesses.flatMap(({ id, actorId }) => (actorId === context.caller.personId ? [] : [id]))
  return presentAccesses(accesses, context, ports, await listDispositions(context.db, ofOthers))
}
