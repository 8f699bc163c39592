import type { OrderStatusUpdate } from '../provider.ts'
import { valueOf, type Message } from './segment.ts'

/** HL7 table 0119, codes of a filler. `OC` and `CR` both end a test. */
const statusByCode: Readonly<Record<string, OrderStatusUpdate['status']>> = {
  OK: 'accepted',
  UA: 'refused',
  CR: 'cancelled',
  OC: 'cancelled',
  UC: 'not-cancelled',
}
const longestText = 500

/** The status of each test in an ORL^O22. Skips codes that do not affect an order's state. */
export const readOrderStatusUpdates = (message: Message): OrderStatusUpdate[] => {
  const updates: OrderStatusUpdate[] = []
  let open: { placerNumber: string; status: OrderStatusUpdate['status']; words: string[] } | null = null
  const close = (): void => {
    if (open !== null) {
      const { words, ...reported } = open
      updates.push({ ...reported, text: words.length === 0 ? null : words.join(' ').slice(0, longestText) })
    }
    open = null
  }
  for (const segment of message) {
    if (segment.name === 'ORC') {
      close()
      const reported = statusByCode[valueOf(segment, 1)]
      if (reported !== undefined) open = { placerNumber: valueOf(segment, 2), status: reported, words: [] }
    } else if (segment.name === 'NTE' && open !== null) (open as { words: string[] }).words.push(valueOf(segment, 3))
  }
  close()
  return updates
}
