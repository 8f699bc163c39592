import type { Panel, PanelName, ScheduleView } from './schedule-view.ts'

type PanelClass = new (view: ScheduleView) => Panel

/** The panels, each with its texts and styles. Loaded when it is opened. To add one, add its name to `PanelName` and a line here. */
export const panels: Readonly<Record<PanelName, () => Promise<PanelClass>>> = {
  move: () => import('./move-panel.ts').then((module) => module.MovePanel),
  cancel: () => import('./cancel-panel.ts').then((module) => module.CancelPanel),
  answer: () => import('./answer-panel.ts').then((module) => module.AnswerPanel),
  away: () => import('./away-panel.ts').then((module) => module.AwayPanel),
  hours: () => import('./hours-panel.ts').then((module) => module.HoursPanel),
  exceptions: () => import('./supply/exceptions-panel.ts').then((module) => module.ExceptionsPanel),
  closures: () => import('./supply/closures-panel.ts').then((module) => module.ClosuresPanel),
  resources: () => import('./supply/resources-panel.ts').then((module) => module.ResourcesPanel),
  waitlist: () => import('./waiting/waitlist-panel.ts').then((module) => module.WaitlistPanel),
  onDemand: () => import('./waiting/on-demand-panel.ts').then((module) => module.OnDemandPanel),
  needsTime: () => import('./waiting/needs-time-panel.ts').then((module) => module.NeedsTimePanel),
  downtime: () => import('./downtime/downtime-panel.ts').then((module) => module.DowntimePanel),
  spoken: () => import('./spoken-panel.ts').then((module) => module.SpokenPanel),
  newVisit: () => import('./new-visit/new-visit-panel.ts').then((module) => module.NewVisitPanel),
}
