import { adoptStyles } from '../../core/adopt-styles.ts'
import type { Translate } from '../../core/localize.ts'
import { panelsStyles } from '../panels.styles.ts'
import type { ScheduleView } from '../schedule-view.ts'
import type { waitingEn } from './waiting.en.ts'
import { waitingMessages } from './waiting.messages.ts'

/** What the panels about patients who wait are rendered with. */
export interface WaitingView extends ScheduleView {
  readonly words: Translate<typeof waitingEn>
}

/** Adds the texts and styles of these panels to the element. */
export const waitingView = (view: ScheduleView): WaitingView => {
  adoptStyles(view.host, [panelsStyles])
  return { ...view, words: view.host.language.bundle(waitingMessages) }
}
