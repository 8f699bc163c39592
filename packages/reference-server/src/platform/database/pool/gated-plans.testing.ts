import { sql } from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'

/** The parts of a node of `explain (format json, verbose)` that are read here. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Parent Relationship'?: string
  readonly 'Subplan Name'?: string
  readonly 'One-Time Filter'?: string
  readonly Output?: readonly string[]
  readonly Plans?: readonly PlanNode[]
}

/**
 * What is wrong with the plan of a gated statement, or null. Its topmost node must have a one-time filter that is the gate and nothing else:
 * PostgreSQL evaluates it before it asks any other node for a row. Of a union, each side must have it. `tx`: a transaction. Explained with
 * the generic plan, so for any values.
 */
export const faultOfPlan = async (tx: AnyKysely, text: string): Promise<string | null> => {
  const values = Math.max(0, ...Array.from(text.matchAll(/\$(\d+)/g), ([, place]) => Number(place)))
  await sql.raw('set local plan_cache_mode = force_generic_plan').execute(tx)
  await sql.raw(`prepare explained as ${text}`).execute(tx)
  const nothing = Array.from({ length: values }, () => 'null').join()
  const { rows } = await sql
    .raw<{
      'QUERY PLAN': readonly [{ readonly Plan: PlanNode }]
    }>(`explain (verbose, format json) execute explained${values > 0 ? `(${nothing})` : ''}`)
    .execute(tx)
  await sql.raw('deallocate explained').execute(tx)
  const top = rows[0]?.['QUERY PLAN'][0].Plan
  if (top === undefined) return 'no plan'
  if (JSON.stringify(top).includes('"Gather')) return 'the plan is parallel'
  return faultOfNode(top, gatesOf(top))
}

/** The names of the sub-plans of a node that set the organization until the end of the transaction, and do nothing else. */
const gatesOf = ({ Plans = [] }: PlanNode): ReadonlySet<string> =>
  new Set(
    Plans.flatMap((node) => {
      const isGate =
        node['Node Type'] === 'Result' &&
        node.Plans === undefined &&
        /^set_config\('app\.organization'::text, \$\d+, true\)$/.test(node.Output?.join() ?? '')
      return isGate && node['Subplan Name'] !== undefined ? [node['Subplan Name']] : []
    }),
  )

const faultOfNode = (node: PlanNode, gates: ReadonlySet<string>): string | null => {
  const filter = node['One-Time Filter'] ?? 'missing'
  // Nothing is read at all: a condition is false for any row.
  if (filter === 'false') return null
  if (node['Node Type'] === 'Append') {
    const members = (node.Plans ?? []).filter((each) => each['Parent Relationship'] === 'Member')
    return members.length === 0 ? 'no members' : (members.map((each) => faultOfNode(each, gates)).find(Boolean) ?? null)
  }
  if (node['Node Type'] !== 'Result') return `the topmost node is ${node['Node Type']}`
  const [, name = ''] = /^\((?:\((InitPlan \d+)\)\.col1|(?:\$\d+)) IS NOT NULL\)$/.exec(filter) ?? []
  return gates.has(name) ? null : `the one-time filter is ${filter}`
}
