import { define } from '../core/define.ts'
import { VisitPrivacyDesk } from '../privacy-desk/privacy-desk.ts'

define('privacy-desk', VisitPrivacyDesk)

declare global {
  interface HTMLElementTagNameMap {
    'visit-privacy-desk': VisitPrivacyDesk
  }
}
