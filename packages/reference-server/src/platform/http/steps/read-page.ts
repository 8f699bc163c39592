import { accessOf, type Exchange, type HandlerInput, type HandlerResult } from '../exchange.ts'
import { gatherFor, type ReadContextParts } from './gather.ts'
import { withholdIn } from './withhold-sensitive.ts'

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items) && 'nextCursor' in body

/**
 * Reads without what is withheld from the caller. A page is filled up from those that follow, so that its length does not show that something
 * is missing.
 */
export const readPage = async (
  exchange: Exchange,
  parts: ReadContextParts,
  read: () => Promise<HandlerResult>,
): Promise<HandlerResult> => {
  const { withholding } = accessOf(exchange)
  const first = await read()
  if (withholding === null) return first
  const readable = async (result: HandlerResult): Promise<HandlerResult> => {
    const shown = exchange.route.patientsIn?.(result.body) ?? []
    await withholding.examine([...accessOf(exchange).touched, ...shown])
    return withholdIn(exchange, result)
  }
  const result = await readable(first)
  if (!isPage(first.body) || !isPage(result.body)) return result
  const asked = exchange.input
  const wanted = first.body.items.length
  const items = [...result.body.items]
  let { nextCursor } = first.body
  while (nextCursor !== null && items.length < wanted) {
    const query = { ...(asked?.query as object), cursor: nextCursor, limit: wanted - items.length }
    exchange.input = { ...(asked as HandlerInput), query }
    await gatherFor(exchange, parts)
    const { body } = await readable(await read())
    if (!isPage(body)) throw new Error('A list answered with a page, and then with something else.')
    items.push(...body.items)
    nextCursor = body.nextCursor
  }
  exchange.input = asked
  return { ...result, body: { ...result.body, items, nextCursor } }
}
