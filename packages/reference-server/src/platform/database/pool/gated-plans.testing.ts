import { sql } from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'

/** The parts of a node of `explain (format json, verbose)` that are read here. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Subplan Name'?: string
  readonly 'One-Time Filter'?: string
  readonly Output?: readonly string[]
  readonly Plans?: readonly PlanNode[]
}

/**
 * What is wrong with the plan of a gated statement, or null. Its topmost node must have a one-time filter that is the gate and nothing else:
 * PostgreSQL evaluates it before it asks any other node for a row. `tx`: a transaction. Explained with the generic plan, so for any values.
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
  if (top['Node Type'] !== 'Result') return `the topmost node is ${top['Node Type']}`
  const filter = top['One-Time Filter'] ?? 'missing'
  const [, name = ''] = /^\(\((InitPlan \d+)\)\.col1 IS NOT NULL\)$/.exec(filter) ?? []
  const gate = top.Plans?.find((node) => node['Subplan Name'] === name)
  if (gate === undefined) return `the one-time filter is ${filter}`
  const isAlone = gate['Node Type'] === 'Result' && gate.Plans === undefined
  const output = gate.Output?.join() ?? 'empty'
  return isAlone && /^set_config\('app\.organization'::text, \$\d+, true\)$/.test(output)
    ? null
    : `the gate is ${output}`
}
