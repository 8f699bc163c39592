import type { CarePlan, CareTask, Me, Referral, Resources } from '@visitkit/sdk'
import type { PartLoadContext } from './chart-part.ts'
import type { LoadedPages } from './reload-pages.ts'

/** Open work after visits. */
export interface FollowUp {
  /** Open tasks of the reader and of their roles. */
  readonly tasks: LoadedPages<CareTask>
  /** Open referrals. */
  readonly referrals: LoadedPages<Referral>
  readonly plan: CarePlan
  readonly mayEnd: boolean
}

/** Rows of each list in the overview. A button loads more. */
const pageSize = 8

export const readFollowUp = async (
  client: Pick<Resources, 'carePlans' | 'referrals' | 'tasks'>,
  patientId: string,
  me: Promise<Me> | undefined,
  context: PartLoadContext,
): Promise<FollowUp> => {
  const [tasks, referrals, plan, reader] = await Promise.all([
    context.loadPages('tasks', client.tasks.list({ patientId, status: 'open', limit: pageSize }, context)),
    context.loadPages('referrals', client.referrals.list({ patientId, limit: pageSize }, context)),
    client.carePlans.ofPatient(patientId, context),
    me,
  ])
  return { tasks, referrals, plan, mayEnd: reader?.permissions.includes('task:write') ?? false }
}
