/**
 * The session setting of a connection on which each statement sets its own organization. It matches no row: no organization has this id,
 * and it is not empty, which is what reads across organizations have.
 */
export const noOrganization = '00000000-0000-0000-0000-000000000000'

/**
 * The condition by which a statement sets its organization itself. It has no columns, so PostgreSQL makes it the one-time filter of the
 * plan's topmost node, and evaluates it before anything else of the plan. Row security then reads the setting, which ends with the
 * transaction. `place`: of the value that is the organization.
 *
 * That every plan has it there is tested (`gated-plans.ts`). If one did not, it would see the rows of no organization.
 */
export const organizationGate = (place: number): string =>
  `(select set_config('app.organization', $${place}, true)) is not null`

/** More than the stores of a server use. Others are put together for each use. */
const maxKnown = 3_000
const known = new Map<string, string>()

const remember = (text: string, gated: string): string => {
  if (known.size < maxKnown) known.set(text, gated)
  return gated
}

/**
 * A select that sets its organization, which is the value after its own. `offset 0` keeps the planner from merging it with the select
 * around it: from `organization_id = $1` and a policy, the planner otherwise derives a condition without columns, `$1 = <the setting>`,
 * which would be part of the same filter, in any order.
 */
export const gatedSelect = (text: string, values: number): string =>
  known.get(text) ??
  remember(
    text,
    `select gated.* from (select read.* from (\n${text}\n) as read offset 0) as gated where ${organizationGate(values + 1)}`,
  )

/** As `gatedSelect`, of a statement whose last words are the name of what it selects from (`preparedClaim`). */
export const gatedClaim = (text: string, values: number): string =>
  known.get(text) ?? remember(text, `${text} where ${organizationGate(values + 1)}`)
