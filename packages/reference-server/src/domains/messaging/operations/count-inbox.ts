import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { countThreadsWaiting } from '../store/threads.ts'

/** A task that the inbox shows as another kind is counted there. */
export const countInbox = operation<MessagingContext>()('countInbox', {
  read: async (_input, _, context, { inbox }) => {
    const { db, caller } = context
    const memberId = personUuidOf(caller)
    const may = (permission: string): Promise<boolean> => inbox.may(context, memberId, permission)
    const [seesAlerts, decides, reviews] = await Promise.all([
      may('alert:read'),
      may('appointment:decide'),
      may('lab-result:review'),
    ])
    const [tasks, notes, results, messages, waiting] = await Promise.all([
      inbox.openTasks(context),
      inbox.notes(context),
      reviews ? inbox.results(context) : 0,
      countThreadsWaiting(db, { memberId, roles: caller.roles }),
      decides ? inbox.scheduling(context) : { requests: 0, waitlist: 0 },
    ])
    const shown = tasks.filter(
      ({ kind, isAboutResult, share }) =>
        !(kind === 'intake-alert' && seesAlerts) &&
        !(kind === 'answer-request' && decides) &&
        !(isAboutResult && share === 'own' && reviews),
    )
    const sum = (share: 'own' | 'role' | 'team'): number =>
      shown.reduce((total, task) => total + (task.share === share ? task.count : 0), 0)
    return {
      status: 200,
      body: {
        ownTasks: sum('own'),
        roleTasks: sum('role'),
        ...(inbox.hasTeam(context) && { teamTasks: sum('team') }),
        ...{ notes, results, messages },
        ...waiting,
      },
    }
  },
})
