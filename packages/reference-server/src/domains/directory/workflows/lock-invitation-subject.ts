import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Invitation } from '../model/invitation.ts'
import { lockMember } from '../store/members.ts'
import { lockPatientRow } from '../store/patients.ts'
import { lockRight, type ProxyRight } from '../store/proxies.ts'

/**
 * Locks the row of the member, patient or right that is the subject of an invitation, which protects the invitation too. Returns the right,
 * when the invitation offers one. Every function that creates, accepts or withdraws an invitation takes this lock first.
 */
export const lockInvitationSubject = async (
  tx: AnyKysely,
  { kind, subjectId }: Pick<Invitation, 'kind' | 'subjectId'>,
): Promise<ProxyRight | null> => {
  if (kind === 'member') await lockMember(tx, subjectId)
  else if (kind === 'patient') await lockPatientRow(tx, subjectId)
  else {
    const right = await lockRight(tx, subjectId)
    if (right === null) throw notFound('proxy_unknown')
    return right
  }
  return null
}
