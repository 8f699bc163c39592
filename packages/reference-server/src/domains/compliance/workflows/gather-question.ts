import type { ReadContext } from '../../../platform/contracts/context.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { CompliancePorts } from '../ports.ts'
import type { QuestionReader } from '../store/access-questions.ts'
import { findOfficers, reviewsAccesses, type Officers } from './find-officers.ts'

type Ports = Pick<CompliancePorts, 'directory' | 'permissionsOf'>

export const officersWhoAnswer = (context: ReadContext, ports: Ports): Promise<Officers> =>
  findOfficers(context, ports, 'access-question:answer')

/**
 * Who reviews accesses sees every question, and so do patients and proxies of those whom they act for. Other members, e.g. administrators,
 * see those that no privacy officer may answer: with one officer those about an access of the officer, without any officer all of them.
 */
export const questionReaderOf = async (context: ReadContext, ports: Ports): Promise<QuestionReader> => {
  const { caller } = context
  if (caller.kind !== 'member' || reviewsAccesses(ports, caller)) return { sees: 'all' }
  const { isEmpty, only } = await officersWhoAnswer(context, ports)
  const memberId = personUuidOf(caller)
  if (isEmpty) return { sees: 'not-own', memberId }
  return only === null ? { sees: 'none' } : { sees: 'of-officer', memberId, officerId: only }
}

/** Whether this member may answer a question about an access of `actorId`: a privacy officer, or another one if no privacy officer may. */
export const mayAnswer = async (
  context: ReadContext,
  { directory }: Pick<CompliancePorts, 'directory'>,
  memberId: string,
  forAdministrators: boolean,
): Promise<boolean> => {
  const permissions = ['access-question:answer', ...(forAdministrators ? [] : ['access:review'])]
  const granted = await Promise.all(permissions.map((each) => directory.memberMay(context, memberId, each)))
  return !granted.includes(false)
}
