import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { requireNoFaults } from '../problems.ts'
import { listMemberNames } from '../store/members.ts'
import { readPractitioners } from '../store/practitioners.ts'

const unknownIn = (
  list: 'memberIds' | 'practitionerIds',
  ids: readonly string[],
  isKnown: (id: string) => boolean,
): FaultyProperty[] =>
  ids.flatMap((id, index) =>
    isUuid(id) && isKnown(id)
      ? []
      : [
          {
            pointer: `/${list}/${index}`,
            code: 'unknown',
            message: `Must be a ${list === 'memberIds' ? 'member' : 'practitioner'} of the organization.`,
          },
        ],
  )

/** Requires that every named person works here. */
export const requireColleagues = async (
  db: AnyKysely,
  {
    memberIds = [],
    practitionerIds = [],
  }: { readonly memberIds?: readonly string[] | undefined; readonly practitionerIds?: readonly string[] | undefined },
): Promise<void> => {
  const members = await listMemberNames(db, memberIds)
  const practitioners = new Set((await readPractitioners(db, practitionerIds)).map(({ id }) => id))
  requireNoFaults([
    ...unknownIn('memberIds', memberIds, (id) => members.has(id)),
    ...unknownIn('practitionerIds', practitionerIds, (id) => practitioners.has(id)),
  ])
}
