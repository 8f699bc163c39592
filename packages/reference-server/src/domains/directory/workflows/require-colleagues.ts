import { isKnownForm } from '../../../platform/database/ids/known-id.ts'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { refuseFaults } from '../problems.ts'
import { memberNames } from '../store/members.ts'
import { readPractitioners } from '../store/practitioners.ts'

const unknownIn = (
  list: 'memberIds' | 'practitionerIds',
  ids: readonly string[],
  isKnown: (id: string) => boolean,
): FaultyProperty[] =>
  ids.flatMap((id, index) =>
    isKnownForm(id) && isKnown(id)
      ? []
      : [
          {
            pointer: `/${list}/${index}`,
            code: 'unknown',
            message: `Must be a ${list === 'memberIds' ? 'member' : 'practitioner'} of the organization.`,
          },
        ],
  )

/** Requires that everyone named works here. */
export const requireColleagues = async (
  db: AnyKysely,
  {
    memberIds = [],
    practitionerIds = [],
  }: { readonly memberIds?: readonly string[] | undefined; readonly practitionerIds?: readonly string[] | undefined },
): Promise<void> => {
  const members = await memberNames(db, memberIds)
  const practitioners = new Set((await readPractitioners(db, practitionerIds)).map(({ id }) => id))
  refuseFaults([
    ...unknownIn('memberIds', memberIds, (id) => members.has(id)),
    ...unknownIn('practitionerIds', practitionerIds, (id) => practitioners.has(id)),
  ])
}
