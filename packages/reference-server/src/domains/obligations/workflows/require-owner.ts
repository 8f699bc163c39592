import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { ObligationPorts } from '../ports.ts'
import { faulty } from '../problems.ts'

/** An owner is an active member. */
export const requireOwner = async (
  { directory }: ObligationPorts,
  context: ReadContext,
  ownerId: string | undefined,
): Promise<void> => {
  if (ownerId === undefined) return
  const members = await directory.activeMembers(context)
  if (!members.some(({ id }) => id === ownerId))
    throw faulty('/ownerId', 'unknown', 'Must be the id of an active member of the organization.')
}
