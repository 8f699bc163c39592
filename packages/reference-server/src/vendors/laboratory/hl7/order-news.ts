import type { OrderNews } from '../provider.ts'
import { valueOf, type Message } from './segment.ts'

/** HL7 table 0119, of what a filler says. `OC` and `CR` both end a test. */
const newsOf: Readonly<Record<string, OrderNews['news']>> = {
  OK: 'accepted',
  UA: 'refused',
  CR: 'cancelled',
  OC: 'cancelled',
  UC: 'not-cancelled',
}
const longestText = 500

/** What an ORL^O22 says about each test. Codes that mean nothing for an order's state are passed over. */
export const readOrderNews = (message: Message): OrderNews[] => {
  const news: OrderNews[] = []
  let open: { placerNumber: string; news: OrderNews['news']; words: string[] } | null = null
  const close = (): void => {
    if (open !== null) {
      const { words, ...said } = open
      news.push({ ...said, text: words.length === 0 ? null : words.join(' ').slice(0, longestText) })
    }
    open = null
  }
  for (const segment of message) {
    if (segment.name === 'ORC') {
      close()
      const said = newsOf[valueOf(segment, 1)]
      if (said !== undefined) open = { placerNumber: valueOf(segment, 2), news: said, words: [] }
    } else if (segment.name === 'NTE' && open !== null) (open as { words: string[] }).words.push(valueOf(segment, 3))
  }
  close()
  return news
}
