import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { LabsPorts } from '../ports.ts'
import type { NameOf } from '../presenters/present-result.ts'

/** The names of the members who reviewed or acknowledged. */
export const gatherMemberNames = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  memberIds: readonly (string | null | undefined)[],
): Promise<NameOf> => {
  const ids = [...new Set(memberIds.filter((id) => typeof id === 'string'))]
  const names = await directory.actorNames(
    context,
    ids.map((id) => ({ kind: 'member', id })),
    [],
  )
  return (memberId) => names.get(`member:${memberId}`) ?? ''
}
