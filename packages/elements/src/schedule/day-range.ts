import { addDays } from '../core/format.ts'

/** Whole days, or a part of one, as a person enters them. */
export interface DayRange {
  readonly firstDay: string
  readonly lastDay: string
  /** Of the first day only. */
  readonly isPart: boolean
  readonly from: string
  readonly to: string
}

export const rangeOn = (day: string): DayRange => ({
  ...{ firstDay: day, lastDay: day, isPart: false, from: '09:00', to: '12:00' },
})

/** A later first day moves the last day. */
export const withRange = <Range extends DayRange>(range: Range, changed: Partial<DayRange>): Range => {
  const { firstDay } = changed
  return { ...range, ...(firstDay && firstDay > range.lastDay && { lastDay: firstDay }), ...changed }
}

/** From the start to the first moment after the end; null when it ends before it begins. Midnight as the end is that of the day. */
export const wallRange = (range: DayRange): { readonly from: string; readonly to: string } | null => {
  const { firstDay, lastDay, isPart, from, to } = range
  if (!firstDay || !lastDay) return null
  const last = isPart ? firstDay : lastDay
  const wall = {
    from: `${firstDay}T${isPart ? from : '00:00'}`,
    to: isPart && to !== '00:00' ? `${last}T${to}` : `${addDays(last, 1)}T00:00`,
  }
  return wall.from < wall.to ? wall : null
}

/** The range as a person would enter it; null when a person cannot, because it begins or ends within one of several days. */
export const rangeFrom = ({ from, to }: { readonly from: string; readonly to: string }): DayRange | null => {
  const [firstDay, start] = [from.slice(0, 10), from.slice(11)]
  const [endDay, end] = [to.slice(0, 10), to.slice(11)]
  const lastDay = end === '00:00' ? addDays(endDay, -1) : endDay
  const isWhole = start === '00:00' && end === '00:00'
  if (!isWhole && firstDay !== lastDay) return null
  return isWhole ? { ...rangeOn(firstDay), lastDay } : { firstDay, lastDay, isPart: true, from: start, to: end }
}
