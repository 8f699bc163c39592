import { invalidRequest } from '../problems.ts'

/** A task has either a member or a role: with both, each would wait for the other. */
export const requireOneAssignee = (body: {
  readonly assigneeId?: string | undefined
  readonly assigneeRole?: string | undefined
}): void => {
  if (body.assigneeId !== undefined && body.assigneeRole !== undefined)
    throw invalidRequest([
      { pointer: '/assigneeRole', code: 'one_of', message: 'Give the task to a member or to a role, not to both.' },
    ])
}
