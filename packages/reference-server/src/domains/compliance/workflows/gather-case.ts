import type { ReadContext } from '../../../platform/contracts/context.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { CompliancePorts } from '../ports.ts'
import type { MemberNames } from '../presenters/present-access-cases.ts'
import type { CaseReader } from '../store/access-cases.ts'
import { findOfficers, reviewsAccesses, type Officers } from './find-officers.ts'

type Ports = Pick<CompliancePorts, 'directory' | 'permissionsOf'>

export const officersWhoHandle = (context: ReadContext, ports: Ports): Promise<Officers> =>
  findOfficers(context, ports, 'access-case:handle')

/**
 * Who reviews accesses sees every case. Others, e.g. administrators, see those that were not closed in time, and at once those that no privacy
 * officer may handle: with one officer those about the officer, without any officer all of them.
 */
export const caseReaderOf = async (context: ReadContext, ports: Ports): Promise<CaseReader> => {
  const memberId = personUuidOf(context.caller)
  if (reviewsAccesses(ports, context.caller)) return { memberId, onlyOverdue: false, loneOfficer: null }
  const officers = await officersWhoHandle(context, ports)
  return { memberId, onlyOverdue: !officers.isEmpty, loneOfficer: officers.only }
}

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
