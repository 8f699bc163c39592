import type { Panel, PanelName, ScheduleView } from './schedule-view.ts'

type PanelClass = new (view: ScheduleView) => Panel

/** The panels, each with its texts and styles. Loaded when it is opened. To add one, add its name to `PanelName` and a line here. */
export const panels: Readonly<Record<PanelName, () => Promise<PanelClass>>> = {
  move: () => import('./move-panel.ts').then((module) => module.MovePanel),
  cancel: () => import('./cancel-panel.ts').then((module) => module.CancelPanel),
  answer: () => import('./answer-panel.ts').then((module) => module.AnswerPanel),
  away: () => import('./away-panel.ts').then((module) => module.AwayPanel),
  hours: () => import('./hours-panel.ts').then((module) => module.HoursPanel),
  'new-visit': () => import('./new-visit/new-visit-panel.ts').then((module) => module.NewVisitPanel),
}
