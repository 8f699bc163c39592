import type { Appointment } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import type { Translate } from '../core/localize.ts'
import { listStyles } from '../core/styles/list.ts'
import type { panelsEn } from './panels.en.ts'
import { panelsMessages } from './panels.messages.ts'
import { panelsStyles } from './panels.styles.ts'
import type { Schedule } from './read-schedule.ts'
import type { ScheduleView } from './schedule-view.ts'

/** What a panel is rendered with: the view of the element, and the texts of the panels. */
export interface PanelView extends ScheduleView {
  readonly words: Translate<typeof panelsEn>
}

/** Adds the texts and styles of the panels to the element. */
export const panelView = (view: ScheduleView): PanelView => {
  adoptStyles(view.host, [listStyles, panelsStyles])
  return { ...view, words: view.host.language.bundle(panelsMessages) }
}

/** The appointment of a panel as it is now. Back to the calendar when it no longer has the status that the panel needs. */
export const followAppointment = (
  { close }: ScheduleView,
  { unsupported, appointments }: Schedule,
  one: Appointment | null,
  status: Appointment['status'],
): Appointment | null => {
  const known = [...unsupported, ...appointments].find(({ id }) => id === one?.id)
  if (known?.status === status) return known
  if (known) close()
  return one
}
