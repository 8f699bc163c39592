import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { TimeChoice } from './time-choice.ts'
import type { timeChoiceEn } from './time-choice.en.ts'

/** The data with which the choice of a time is rendered. */
export interface TimeView {
  readonly host: VisitElement
  readonly choice: TimeChoice
  readonly t: Translate<typeof timeChoiceEn>
  /** The times are only read: the clinic books one by telephone. */
  readonly isToRead?: boolean | undefined
}
