import type { Statement } from '../../contracts/database.ts'

/**
 * Combines statements that do not depend on each other's results into one: each but the last becomes a `with` part. They all see the
 * database as it was before. The same texts yield the same text, so that it is prepared once. Null for an empty list.
 */
export const asOneStatement = (statements: readonly Statement[]): Statement | null => {
  if (statements.length === 0) return null
  let used = 0
  const texts = statements.map(({ text, values }) => {
    const before = used
    used += values.length
    return before === 0 ? text : text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`)
  })
  const parts = texts.slice(0, -1).map((text, index) => `part_${index} as (${text})`)
  return {
    text: `${parts.length > 0 ? `with ${parts.join(', ')} ` : ''}${texts.at(-1)}`,
    values: statements.flatMap(({ values }) => values),
  }
}
