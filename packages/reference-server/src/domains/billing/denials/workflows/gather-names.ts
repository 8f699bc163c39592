import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { BillingContext } from '../../ports.ts'
import type { Names } from '../presenters/present-claim-work.ts'

/** The names of the members who wrote, asked or decided. */
export const gatherNames = (
  { directory }: Pick<BillingContext, 'directory'>,
  context: ReadContext,
  memberIds: readonly (string | null)[],
): Promise<Names> => {
  const ids = [...new Set(memberIds.filter((id) => id !== null))]
  return ids.length === 0
    ? Promise.resolve(new Map())
    : directory.actorNames(
        context,
        ids.map((id) => ({ kind: 'member', id })),
        [],
      )
}
