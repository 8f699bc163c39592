import { define } from '../core/define.ts'
import { VisitPrescriptionPad } from '../prescription-pad/prescription-pad.ts'

define('prescription-pad', VisitPrescriptionPad)

declare global {
  interface HTMLElementTagNameMap {
    'visit-prescription-pad': VisitPrescriptionPad
  }
}
