import type { CSSResultGroup } from 'lit'
import { bannerStyles } from './banner.ts'
import { buttonStyles } from './button.ts'
import { cardStyles } from './card.ts'
import { chipStyles } from './chip.ts'
import { denseStyles } from './dense.ts'
import { fieldStyles } from './field.ts'
import { searchBoxStyles } from './search-box.ts'
import { skeletonStyles } from './skeleton.ts'

/** For clinicians' work pages: dense, with forms and searches. */
export const workspaceStyles: CSSResultGroup = [
  bannerStyles,
  buttonStyles,
  cardStyles,
  chipStyles,
  fieldStyles,
  searchBoxStyles,
  skeletonStyles,
  denseStyles,
]
