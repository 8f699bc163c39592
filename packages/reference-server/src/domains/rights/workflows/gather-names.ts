import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { PrivacyRequest } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'

/** Names of the members who answered requests, by their id. */
export const gatherNames = async (
  { directory }: Pick<RightsPorts, 'directory'>,
  context: ReadContext,
  memberIds: readonly (string | null)[],
): Promise<(memberId: string) => string | null> => {
  const ids = [...new Set(memberIds.flatMap((id) => id ?? []))]
  const names = await directory.actorNames(
    context,
    ids.map((id) => ({ kind: 'member' as const, id })),
    [],
  )
  return (memberId) => names.get(`member:${memberId}`) ?? null
}

/** The members who answered a request and notified recipients of it. */
export const membersOf = ({ decidedById, recipients }: PrivacyRequest): readonly (string | null)[] => [
  decidedById,
  ...recipients.map(({ notification }) => notification?.byId ?? null),
]
