import type { Translate } from '../../core/localize.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import type { TimeView } from '../../time-choice/time-view.ts'
import type { MinorAloneWords } from '../minor-alone.ts'
import type { resourceChoiceEn } from '../resource-choice.en.ts'
import type { ScheduleView } from '../schedule-view.ts'
import type { NewVisitFlow } from './new-visit-flow.ts'
import type { newVisitEn } from './new-visit.en.ts'
import type { NewVisitStep } from './wanted-visit.ts'

/** The data with which each step is rendered. */
export interface NewVisitView {
  readonly host: VisitElement
  readonly t: Translate<typeof newVisitEn>
  /** Of rooms, interpreters and devices. */
  readonly words: Translate<typeof resourceChoiceEn>
  /** Of a minor who consents alone. */
  readonly minorWords: MinorAloneWords
  readonly time: TimeView
  readonly flow: NewVisitFlow
  readonly schedule: ScheduleView
  /** Shows a step, and moves the focus to its heading. */
  readonly goTo: (step: NewVisitStep) => void
}
