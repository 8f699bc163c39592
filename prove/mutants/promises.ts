import type { Promised } from '../mutant.ts'
import { idleTimeout } from './c05-idle-timeout.ts'

/** What must not hold without its tests turning red, in the order of the page of controls; then what is no control. */
export const promises: readonly Promised[] = [idleTimeout]
