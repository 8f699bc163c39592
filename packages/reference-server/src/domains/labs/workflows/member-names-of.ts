import type { Reading } from '../../../platform/contracts/context.ts'
import type { LabsPorts } from '../ports.ts'
import type { NameOf } from '../presenters/answer-of-result.ts'

/** What the members are called who reviewed or acknowledged. */
export const memberNamesOf = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  memberIds: readonly (string | null | undefined)[],
): Promise<NameOf> => {
  const ids = [...new Set(memberIds.filter((id) => typeof id === 'string'))]
  const names = await directory.actorNames(
    reading,
    ids.map((id) => ({ kind: 'member', id })),
    [],
  )
  return (memberId) => names.get(`member:${memberId}`) ?? ''
}
