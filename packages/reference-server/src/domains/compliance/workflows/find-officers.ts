import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { CompliancePorts } from '../ports.ts'

/** The active privacy officers who may do something. */
export interface Officers {
  readonly isEmpty: boolean
  /** The only one, who handles nothing about themselves; null when there are more, or none. */
  readonly only: string | null
}

type Ports = Pick<CompliancePorts, 'directory' | 'permissionsOf'>

/** Whether these roles review accesses, and so see all questions and cases. */
export const reviewsAccesses = (
  { permissionsOf }: Pick<Ports, 'permissionsOf'>,
  of: Pick<ReadContext['caller'], 'roles'>,
): boolean => permissionsOf(of).includes('access:review')

/** Active members who review accesses and have this permission. */
export const findOfficers = async (
  context: ReadContext,
  ports: Ports,
  permission: 'access-case:handle' | 'access-question:answer',
): Promise<Officers> => {
  const officers = (await ports.directory.activeMembers(context)).filter(
    (member) => reviewsAccesses(ports, member) && ports.permissionsOf(member).includes(permission),
  )
  const [officer, another] = officers
  return {
    isEmpty: officer === undefined,
    only: officer !== undefined && another === undefined ? officer.id : null,
  }
}

/** Whether no privacy officer may handle what is about this person; null when the ledger no longer says who it was. */
export const isForAdministrators = ({ isEmpty, only }: Officers, memberId: string | null): boolean =>
  isEmpty || (only !== null && only === memberId)
