import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { FollowUpPorts } from '../ports.ts'

/** Names of members who have tasks, by `member:id`. */
export const gatherAssignees = (
  { directory }: Pick<FollowUpPorts, 'directory'>,
  context: ReadContext,
  memberIds: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(memberIds.filter((id) => typeof id === 'string'))]
  return ids.length === 0
    ? Promise.resolve(new Map())
    : directory.actorNames(
        context,
        ids.map((id) => ({ kind: 'member', id })),
        [],
      )
}
