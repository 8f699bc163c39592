import { define } from '../core/define.ts'
import { VisitIntake } from '../intake/intake.ts'

define('intake', VisitIntake)

declare global {
  interface HTMLElementTagNameMap {
    'visit-intake': VisitIntake
  }
}
