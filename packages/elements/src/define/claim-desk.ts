import { VisitClaimDesk } from '../claim-desk/claim-desk.ts'
import { define } from '../core/define.ts'

define('claim-desk', VisitClaimDesk)

declare global {
  interface HTMLElementTagNameMap {
    'visit-claim-desk': VisitClaimDesk
  }
}
