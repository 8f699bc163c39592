import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { DocumentationContext } from '../ports.ts'
import { supervisorUnknown } from '../problems.ts'

/** Requires a supervisor who can sign. `authorId` is the member who signed the note or is about to. */
export const requireSupervisor = async (
  ports: DocumentationContext,
  context: ReadContext,
  supervisorId: string,
  authorId: string | undefined,
): Promise<void> => {
  if (supervisorId === authorId) throw supervisorUnknown('Must be another person than the author.')
  if (!(await mayCosign(ports, context, supervisorId)))
    throw supervisorUnknown('Must be an active member of the organization who may sign notes.')
}

export const mayCosign = (
  { directory }: Pick<DocumentationContext, 'directory'>,
  context: ReadContext,
  memberId: string,
): Promise<boolean> => directory.memberMay(context, memberId, 'note:sign')
