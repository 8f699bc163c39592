import { define } from '../core/define.ts'
import { VisitPrivacyCenter } from '../privacy-center/privacy-center.ts'

define('privacy-center', VisitPrivacyCenter)

declare global {
  interface HTMLElementTagNameMap {
    'visit-privacy-center': VisitPrivacyCenter
  }
}
