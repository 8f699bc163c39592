import { VisitConsentDialog } from '../consent-dialog/consent-dialog.ts'
import { define } from '../core/define.ts'

define('consent-dialog', VisitConsentDialog)

declare global {
  interface HTMLElementTagNameMap {
    'visit-consent-dialog': VisitConsentDialog
  }
}
