import type { Statement } from '../../contracts/database.ts'

/**
 * Statements that do not need each other's answers, as one: each but the last becomes a `with` part of it. They see the database as it was
 * before all of them. The same texts give the same text, so that it is prepared once. Null for none.
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
