import type { CarePlan, CareTask, Me, Referral, VisitClient } from '@visitkit/sdk'
import type { Reading } from './chart-part.ts'
import type { SoFar } from './read-so-far.ts'

/** What is still open after visits. */
export interface FollowUp {
  /** Open, of whoever looks and of their roles. */
  readonly tasks: SoFar<CareTask>
  /** Those whose loop is open. */
  readonly referrals: SoFar<Referral>
  readonly plan: CarePlan
  readonly mayEnd: boolean
}

/** Rows of each list that stand in an overview; more of them when somebody asks. */
const limit = 8

export const readFollowUp = async (
  client: VisitClient,
  patientId: string,
  me: Promise<Me> | undefined,
  reading: Reading,
): Promise<FollowUp> => {
  const [tasks, referrals, plan, reader] = await Promise.all([
    reading.soFar('tasks', client.tasks.list({ patientId, status: 'open', limit }, reading)),
    reading.soFar('referrals', client.referrals.list({ patientId, limit }, reading)),
    client.carePlans.ofPatient(patientId, reading),
    me,
  ])
  return { tasks, referrals, plan, mayEnd: reader?.permissions.includes('task:write') ?? false }
}
