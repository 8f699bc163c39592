import type { ReadContext } from '../../../platform/contracts/context.ts'
import { dayOf, type Day } from '../model/day.ts'
import type { ObligationPolicy } from '../model/obligation-policy.ts'
import type { Colleague } from '../model/training.ts'
import type { ObligationContext, ObligationPorts } from '../ports.ts'

export interface Today {
  readonly today: Day
  readonly policy: ObligationPolicy
}

/** The day on the clocks of the organization, and the policy. */
export const gatherToday = async ({ directory, policy }: ObligationContext, context: ReadContext): Promise<Today> => ({
  today: dayOf(context.now, (await directory.organization(context)).zone),
  policy,
})

/** Active members, with the day since when. */
export const gatherColleagues = async (
  { directory }: ObligationPorts,
  context: ReadContext,
): Promise<readonly Colleague[]> => {
  const { zone } = await directory.organization(context)
  const members = await directory.activeMembers(context)
  return members.map(({ id, displayName, roles, since }) => ({
    memberId: id,
    displayName,
    roles,
    since: dayOf(since, zone),
  }))
}
