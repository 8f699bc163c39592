import type { ReadContext } from '../../../platform/contracts/context.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { CompliancePorts } from '../ports.ts'
import type { MemberNames } from '../presenters/present-access-cases.ts'
import type { CaseReader } from '../store/access-cases.ts'

/** Who reviews accesses sees every case; others, e.g. administrators, only those that were not closed in time. */
export const caseReaderOf = (
  { caller }: Pick<ReadContext, 'caller'>,
  { permissionsOf }: Pick<CompliancePorts, 'permissionsOf'>,
): CaseReader => ({ memberId: personUuidOf(caller), onlyOverdue: !permissionsOf(caller).includes('access:review') })

export const namesOfMembers = (
  context: ReadContext,
  { directory }: Pick<CompliancePorts, 'directory'>,
  memberIds: readonly (string | null)[],
): Promise<MemberNames> =>
  directory.actorNames(
    context,
    [...new Set(memberIds)].flatMap((id) => (id === null ? [] : [{ kind: 'member' as const, id }])),
    [],
  )
