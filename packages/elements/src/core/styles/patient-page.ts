import type { CSSResultGroup } from 'lit'
import { bannerStyles } from './banner.ts'
import { buttonStyles } from './button.ts'
import { cardStyles } from './card.ts'
import { chipStyles } from './chip.ts'
import { fieldStyles } from './field.ts'
import { listStyles } from './list.ts'
import { skeletonStyles } from './skeleton.ts'

/** For pages that a patient reads and answers, in one column. */
export const patientPageStyles: CSSResultGroup = [
  bannerStyles,
  buttonStyles,
  cardStyles,
  chipStyles,
  fieldStyles,
  listStyles,
  skeletonStyles,
]
