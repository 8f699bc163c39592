import { addDays } from '../../core/format.ts'
import type { SupplyView } from './supply-view.ts'

/** `December 25, 2026`, `December 24, 2026 to January 1, 2027`, or with the times where they are not whole days. */
export const wallText = (
  { host, t }: SupplyView,
  { from, to }: { readonly from: string; readonly to: string },
): string => {
  const wall = host.format.at('UTC')
  const isWhole = from.endsWith('T00:00') && to.endsWith('T00:00')
  if (!isWhole) return t('fromTo', { from: wall.moment(`${from}:00Z`), to: wall.moment(`${to}:00Z`) })
  const [first, last] = [from.slice(0, 10), addDays(to.slice(0, 10), -1)]
  const date = (day: string): string => wall.date(`${day}T12:00:00Z`)
  return first === last ? date(first) : t('fromTo', { from: date(first), to: date(last) })
}
